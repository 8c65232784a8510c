import Foundation
import Statistics

/// A survey folder with a large export: 20 columns, of which 13 are ratings, 5 % of them missing, and if asked for an open
/// text, whose quoted cells hold commas, quotes and line ends.
struct GeneratedExport {
  /// The folder with `survey.yaml` and `export.csv`.
  let folder: String
  let rows: Int
  let hasComments: Bool

  static let drivers = (1...12).map { "driver\($0)" }
  static let segments = ["region", "product", "channel"]

  var file: String { folder + "/export.csv" }
  var database: String { folder + "/responses.sqlite" }

  /// The table that another program is to fill.
  var createTable: String {
    let ratings = (["score"] + GeneratedExport.drivers).map { "\($0) INTEGER" }.joined(separator: ", ")
    let texts = (["respondent", "date", "wave"] + GeneratedExport.segments).map { "\($0) TEXT" }.joined(
      separator: ", ")
    return "CREATE TABLE response (\(texts), weight REAL, \(ratings)\(hasComments ? ", comment TEXT" : ""))"
  }

  init(rows: Int, words: Int = 0, in folder: String) throws {
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    self.rows = rows
    hasComments = words > 0
    try Data(GeneratedExport.survey.utf8).write(to: URL(filePath: folder + "/survey.yaml"))
    _ = FileManager.default.createFile(atPath: file, contents: nil)
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    let head = ["respondent", "date", "wave"] + GeneratedExport.segments + ["weight", "score"]
    var text =
      (head + GeneratedExport.drivers + (words > 0 ? ["comment"] : [])).joined(separator: ",") + "\n"
    var generator = SeededGenerator(seed: 1)
    for row in 0..<rows {
      text += GeneratedExport.line(row, of: rows, &generator)
      if words > 0 { text += "," + GeneratedExport.comment(words, &generator) }
      text += "\n"
      guard text.utf8.count > 1_000_000 || row == rows - 1 else { continue }
      try handle.write(contentsOf: Data(text.utf8))
      text = ""
    }
    try handle.close()
  }

  private static func line(_ row: Int, of rows: Int, _ generator: inout SeededGenerator) -> String {
    let wave = 1 + row * 4 / rows
    let day = 10 + generator.index(below: 19)
    var line = "R\(row),2026-\(wave * 3 < 10 ? "0" : "")\(wave * 3)-\(day),2026-Q\(wave)"
    for segment in segments { line += ",\(segment) \(1 + generator.index(below: 8))" }
    line += ",\(generator.index(below: 2)).\(10 + generator.index(below: 90))"
    let impression = generator.index(below: 6)
    for place in 0...drivers.count {
      let rating = impression + generator.index(below: 5) + (place == 0 ? 0 : 1)
      line += generator.uniform() < 0.05 ? "," : ",\(rating)"
    }
    return line
  }

  private static let vocabulary = [
    "service", "helpful", "the", "price", "took", "long, again", "and", "\"\"soon\"\"", "waited", "café",
    "call\nback",
  ]

  private static func comment(_ words: Int, _ generator: inout SeededGenerator) -> String {
    let drawn = (0..<words).map { _ in vocabulary[generator.index(below: vocabulary.count)] }
    return "\"" + drawn.joined(separator: " ") + "\""
  }

  private static var survey: String {
    var lines = ["title: Benchmark", "outcome: {id: score, column: score, label: Score, scale: 0-10}"]
    lines += ["drivers:"] + drivers.map { "  \($0): {column: \($0), label: \($0), scale: 1-10}" }
    lines += ["segments:"] + segments.map { "  \($0): {column: \($0), label: \($0)}" }
    lines += ["weight: weight", "date: {column: date, order: year-month-day}", "wave: wave"]
    return (lines + ["respondent: respondent"]).joined(separator: "\n") + "\n"
  }
}
