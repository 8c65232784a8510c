import Foundation

/// What a file of two gigabytes holds, from its beginning.
struct SniffBenchmark {
  private let export: GeneratedExport
  private let options: Benchmark.Options
  private let file: String

  /// Writes the export's bytes over and over into a file of `size` bytes.
  init(_ export: GeneratedExport, size: Int, _ options: Benchmark.Options) throws {
    self.export = export
    self.options = options
    file = export.folder + "/large.csv"
    let part = try Data(contentsOf: URL(filePath: export.file))
    _ = FileManager.default.createFile(atPath: file, contents: nil)
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    for _ in 0...(size / part.count) { try handle.write(contentsOf: part) }
    try handle.close()
  }

  func run() throws {
    let draft = export.folder + "/draft"
    var contest = Contest()
    contest.add("sniff 2 GB: `loyalty init`") {
      try? FileManager.default.removeItem(atPath: draft)
      return try ChildProcess(options.loyalty, "init", file, "--into", draft).run()
    }
    contest.add("… DuckDB's sniff_csv") { try Rival("sniff_duckdb.py", file).runWhole() }
    try contest.run(times: options.runs)
    try FileManager.default.removeItem(atPath: file)
  }
}
