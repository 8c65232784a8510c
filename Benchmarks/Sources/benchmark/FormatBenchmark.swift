import Foundation

/// A workbook and an SPSS file into SQLite, beside reading them only.
struct FormatBenchmark {
  let export: GeneratedExport
  let options: Benchmark.Options

  func run() throws {
    let workbook = export.folder + "/export.xlsx"
    guard try Rival("make_workbook.py", export.file, workbook).runWhole() != nil else {
      return print("| workbook: openpyxl is not installed, so none was written | | | | |")
    }
    try read(workbook, "\(export.rows) rows of .xlsx", "openpyxl", "read_openpyxl.py")
    let file = export.folder + "/export.sav"
    guard try Rival("make_sav.py", file, "200000", "60").runWhole() != nil else {
      return print("| SPSS: pyreadstat is not installed, so no file was written | | | | |")
    }
    try read(file, "200000 × 60 of .sav", "pyreadstat", "read_pyreadstat.py")
  }

  private func read(_ file: String, _ what: String, _ package: String, _ script: String) throws {
    let survey = export.folder + "/survey-of-" + package
    _ = try ChildProcess(options.loyalty, "init", file, "--into", survey).run()
    var contest = Contest()
    contest.add("import \(what): `loyalty import`") {
      try? FileManager.default.removeItem(atPath: survey + "/responses.sqlite")
      return try ChildProcess(options.loyalty, "import", survey, file).run()
    }
    contest.add("… \(package), reading only") { try Rival(script, file).runWhole() }
    try contest.run(times: min(options.runs, 3))
  }
}
