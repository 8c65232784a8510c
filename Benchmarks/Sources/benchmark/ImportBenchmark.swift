import Foundation

/// A large export into SQLite, beside the ways that come with SQLite, Python and DuckDB.
struct ImportBenchmark {
  let export: GeneratedExport
  let options: Benchmark.Options

  func run() throws {
    let database = export.folder + "/other.sqlite"
    var contest = Contest()
    contest.add("import \(export.rows) × 20\(what): `loyalty import`") {
      try? FileManager.default.removeItem(atPath: export.database)
      return try ChildProcess(options.loyalty, "import", export.folder, export.file).run()
    }
    contest.add("… `sqlite3 .import` into a typed table") {
      guard ChildProcess.isInstalled("sqlite3") else { return nil }
      try? FileManager.default.removeItem(atPath: database)
      return try ChildProcess(
        "sqlite3", database, export.createTable, ".import --csv --skip 1 \(export.file) response"
      ).run()
    }
    contest.add("… DuckDB's read_csv, one thread") {
      try? FileManager.default.removeItem(atPath: database)
      return try Rival("import_duckdb.py", database, export.file).runWhole()
    }
    contest.add("… Python's csv and sqlite3") {
      guard ChildProcess.isInstalled("python3") else { return nil }
      try? FileManager.default.removeItem(atPath: database)
      return try ChildProcess("python3", "-c", python, database, export.file).run()
    }
    try contest.run(times: options.runs)
  }

  /// What the export is.
  private var what: String {
    switch export.content {
    case .ratings: " ratings"
    case .survey: " with respondents, dates and segments"
    case .text: " of these and open text"
    }
  }

  private var python: String {
    """
    import csv, sqlite3, sys
    database = sqlite3.connect(sys.argv[1])
    database.execute("\(export.createTable)")
    rows = csv.reader(open(sys.argv[2], newline=""))
    next(rows)
    database.executemany("INSERT INTO response VALUES (" + ",".join("?" * \(export.columnCount)) + ")", rows)
    database.commit()
    """
  }
}
