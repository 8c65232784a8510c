import Foundation

/// Measures what `docs/performance.md` reports.
@main struct Benchmark {
  /// What the command line asks for.
  struct Options {
    var names: [String] = []
    var rows = 1_000_000
    var runs = 5
    var loyalty = "../.build/release/loyalty"
  }

  static func main() {
    do {
      try run()
    } catch let failure as ChildProcess.Failure {
      fail("`\(failure.command.joined(separator: " "))` ended with status \(failure.status >> 8)")
    } catch {
      fail("\(error)")
    }
  }

  private static func fail(_ reason: String) -> Never {
    FileHandle.standardError.write(Data("error: \(reason)\n".utf8))
    exit(1)
  }

  private static func run() throws {
    let options = parsed(Array(CommandLine.arguments.dropFirst()))
    let folder = FileManager.default.temporaryDirectory.appending(path: "loyalty-benchmark-\(getpid())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let wanted = { (name: String) in options.names.isEmpty || options.names.contains(name) }
    print("| what | processor time, s | of the first | peak memory, MB | runs |")
    print("| --- | ---: | ---: | ---: | ---: |")
    if wanted("import") || wanted("drivers") {
      let export = try GeneratedExport(rows: options.rows, in: folder)
      if wanted("import") { try ImportBenchmark(export: export, options: options).run() }
      if wanted("drivers") { try DriversBenchmark(export: export, options: options).run() }
    }
    if wanted("ratings") {
      let export = try GeneratedExport(rows: options.rows, .ratings, in: folder + "/ratings")
      try ImportBenchmark(export: export, options: options).run()
    }
    if wanted("text") {
      // Some 500 MB.
      let export = try GeneratedExport(rows: options.rows, .text(words: 60), in: folder + "/text")
      try ImportBenchmark(export: export, options: options).run()
    }
    if wanted("sniff") {
      let export = try GeneratedExport(rows: 100_000, .text(words: 20), in: folder + "/sniff")
      try SniffBenchmark(export, size: 2 << 30, options).run()
    }
    if wanted("formats") {
      let export = try GeneratedExport(rows: 100_000, in: folder + "/formats")
      try FormatBenchmark(export: export, options: options).run()
    }
    if wanted("importance") { try ImportanceBenchmark(runs: options.runs, folder: folder).run() }
    if wanted("models") { try ModelBenchmark(runs: options.runs, folder: folder).run() }
    if wanted("forest") { try ForestBenchmark(runs: options.runs, folder: folder).run() }
    if wanted("bootstrap") {
      try BootstrapBenchmark(runs: options.runs, folder: folder).run()
      try MissingBootstrapBenchmark(folder: folder + "/missing", options).run()
    }
  }

  private static func parsed(_ words: [String]) -> Options {
    var options = Options()
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--rows": options.rows = rest.popFirst().flatMap { Int($0) } ?? options.rows
      case "--runs": options.runs = rest.popFirst().flatMap { Int($0) } ?? options.runs
      case "--loyalty": options.loyalty = rest.popFirst() ?? options.loyalty
      default: options.names.append(word)
      }
    }
    return options
  }
}
