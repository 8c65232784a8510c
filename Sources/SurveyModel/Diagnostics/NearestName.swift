/// Finds the known name nearest to an unknown one, for "did you mean".
public struct NearestName: Sendable {
  /// The names to choose from.
  public let known: [String]

  /// A search among names.
  public init(among known: [String]) {
    self.known = known
  }

  /// The nearest name by edit distance, case and surrounding spaces aside, or nil where none is near.
  ///
  /// Near means at most a third of the longer name's letters changed. Of equally near names the first counts.
  public func match(for unknown: String) -> String? {
    let wanted = NearestName.folded(unknown)
    var best: (name: String, distance: Int)?
    for name in known {
      let candidate = NearestName.folded(name)
      let limit = max(wanted.count, candidate.count) / 3
      let distance = NearestName.editDistance(wanted, candidate)
      if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// How alike two names or wordings are, 0…1, case, spaces and marks aside.
  ///
  /// The largest of three: the share of letters that need no change (Damerau 1964), for texts of at most 40 letters; the
  /// share of runs of three letters in common (Dice's coefficient); and, where one of at least four letters stands
  /// whole within the other, half of one plus half of the share of letters it makes up.
  public static func similarity(of first: String, and second: String) -> Double {
    let (one, two) = (folded(first), folded(second))
    guard !one.isEmpty, !two.isEmpty else { return 0 }
    let (shorter, longer) = one.count <= two.count ? (one, two) : (two, one)
    let ratio = Double(shorter.count) / Double(longer.count)
    let (runs, others) = (Runs(of: one), Runs(of: two))
    var largest = 2 * Double(runs.common(with: others)) / Double(max(1, runs.total + others.total))
    if longer.count <= 40 {
      largest = max(largest, 1 - Double(editDistance(one, two)) / Double(longer.count))
    }
    if shorter.count >= 4, String(longer).contains(String(shorter)) {
      largest = max(largest, 0.5 + ratio / 2)
    }
    return largest
  }

  /// The runs of three letters in a text, with how often each occurs.
  private struct Runs {
    private var counts: [[Character]: Int] = [:]
    let total: Int

    init(of letters: [Character]) {
      total = max(0, letters.count - 2)
      for start in 0..<total { counts[Array(letters[start..<(start + 3)]), default: 0] += 1 }
    }

    func common(with other: Runs) -> Int {
      counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    }
  }

  private static func folded(_ name: String) -> [Character] {
    Array(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words (Damerau 1964,
  /// doi:10.1145/363958.363994; the restricted variant).
  static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in 1...first.count {
      var current = [row]
      for column in 1...second.count {
        let isSame = first[row - 1] == second[column - 1]
        var cost = min(
          previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
          cost = min(cost, beforePrevious[column - 2] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[second.count]
  }
}
