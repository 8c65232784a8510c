import Glibc

/// The cost of one run.
struct Cost {
  /// Processor time of all threads, user and system, in seconds.
  var seconds: Double
  /// The largest amount of memory in use, in bytes; nil where the run shares a process with others.
  var peakMemory: Int?

  /// The cost of a piece of work in this process.
  static func of(_ work: () throws -> Void) rethrows -> Cost {
    let start = processorTime()
    try work()
    return Cost(seconds: processorTime() - start, peakMemory: nil)
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Several ways to do the same, measured in turns.
struct Contest {
  private var entries: [(name: String, work: () throws -> Cost?)] = []

  /// Adds a way; it returns nil where it cannot be run here.
  mutating func add(_ name: String, _ work: @escaping () throws -> Cost?) {
    entries.append((name, work))
  }

  /// Runs all in turns and prints a line of the table for each.
  func run(times: Int) throws {
    var costs = [[Cost]](repeating: [], count: entries.count)
    var isMissing = [Bool](repeating: false, count: entries.count)
    for _ in 0..<times {
      for (index, entry) in entries.enumerated() where !isMissing[index] {
        if let cost = try entry.work() { costs[index].append(cost) } else { isMissing[index] = true }
      }
    }
    let first = Contest.median(costs.first?.map(\.seconds) ?? [])
    for (entry, costs) in zip(entries, costs) {
      guard let seconds = Contest.median(costs.map(\.seconds)) else {
        print("| \(entry.name) | not run here | | | |")
        continue
      }
      let memory = Contest.median(costs.compactMap { $0.peakMemory.map { Double($0) / 1e6 } })
      let ratio = first.map { Contest.fixed(seconds / $0, digits: 2) } ?? ""
      let peak = memory.map { Contest.fixed($0, digits: 0) } ?? ""
      let time = Contest.fixed(seconds, digits: seconds < 0.1 ? 5 : 3)
      print("| \(entry.name) | \(time) | \(ratio) | \(peak) | \(costs.count) |")
    }
  }

  private static func median(_ numbers: [Double]) -> Double? {
    let sorted = numbers.sorted()
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  private static func fixed(_ number: Double, digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((number * Double(scale)).rounded())
    guard digits > 0 else { return String(scaled) }
    let fraction = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
