import Foundation

/// `loyalty drivers` on a large store, start to finish.
struct DriversBenchmark {
  let export: GeneratedExport
  let options: Benchmark.Options

  func run() throws {
    try DriversBenchmark.importIfNeeded(export, options)
    var contest = Contest()
    contest.add("`loyalty drivers` on \(export.rows) × 20 stored responses, 5 % missing, EM") {
      try ChildProcess(options.loyalty, "drivers", export.folder).run()
    }
    contest.add("… on complete answers only") {
      try ChildProcess(options.loyalty, "drivers", export.folder, "--missing", "complete").run()
    }
    contest.add("`loyalty score` on the same") {
      try ChildProcess(options.loyalty, "score", export.folder).run()
    }
    try contest.run(times: options.runs)
  }

  static func importIfNeeded(_ export: GeneratedExport, _ options: Benchmark.Options) throws {
    guard !FileManager.default.fileExists(atPath: export.database) else { return }
    _ = try ChildProcess(options.loyalty, "import", export.folder, export.file).run()
  }
}

/// `loyalty drivers` on as many responses as are resampled in full, with and without EM in each resample.
struct MissingBootstrapBenchmark {
  private static let rows = 20_000
  private let folder: String
  private let options: Benchmark.Options

  init(folder: String, _ options: Benchmark.Options) {
    self.folder = folder
    self.options = options
  }

  func run() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let export = try GeneratedExport(rows: MissingBootstrapBenchmark.rows, in: folder)
    try DriversBenchmark.importIfNeeded(export, options)
    var contest = Contest()
    contest.add("`loyalty drivers` on \(export.rows) × 20, 5 % missing, 1000 resamples with EM") {
      try ChildProcess(options.loyalty, "drivers", folder).run()
    }
    contest.add("… 1000 resamples of complete answers only") {
      try ChildProcess(options.loyalty, "drivers", folder, "--missing", "complete").run()
    }
    try contest.run(times: options.runs)
  }
}
