import Foundation
import Statistics

/// A survey folder with a large export of 20 columns, 5 % of the ratings missing.
struct GeneratedExport {
  /// What the columns are.
  enum Content: Equatable {
    /// 20 ratings.
    case ratings
    /// 13 ratings, a respondent, a date, a wave, three segments and a weight.
    case survey
    /// The columns of a survey, and a text of so many words, whose quoted cells hold commas, quotes and line ends.
    case text(words: Int)
  }

  /// The folder with `survey.yaml` and `export.csv`.
  let folder: String
  let rows: Int
  let content: Content

  static let segments = ["region", "product", "channel"]

  var file: String { folder + "/export.csv" }
  var database: String { folder + "/responses.sqlite" }

  /// The columns and their types, as another program has to be told.
  private var columns: [(name: String, type: String)] {
    let ratings = (["score"] + drivers).map { ($0, "INTEGER") }
    if content == .ratings { return ratings }
    let texts = (["respondent", "date", "wave"] + GeneratedExport.segments).map { ($0, "TEXT") }
    return texts + [("weight", "REAL")] + ratings + (content == .survey ? [] : [("comment", "TEXT")])
  }

  var columnCount: Int { columns.count }

  /// The table that another program is to fill.
  var createTable: String {
    "CREATE TABLE response (" + columns.map { "\($0.name) \($0.type)" }.joined(separator: ", ") + ")"
  }

  init(rows: Int, _ content: Content = .survey, in folder: String) throws {
    self.folder = folder
    self.rows = rows
    self.content = content
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(survey.utf8).write(to: URL(filePath: folder + "/survey.yaml"))
    _ = FileManager.default.createFile(atPath: file, contents: nil)
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    var text = columns.map(\.name).joined(separator: ",") + "\n"
    var generator = SeededGenerator(seed: 1)
    for row in 0..<rows {
      text += line(row, &generator) + "\n"
      guard text.utf8.count > 1_000_000 || row == rows - 1 else { continue }
      try handle.write(contentsOf: Data(text.utf8))
      text = ""
    }
    try handle.close()
  }

  private var drivers: [String] { (1...(content == .ratings ? 19 : 12)).map { "driver\($0)" } }

  private func line(_ row: Int, _ generator: inout SeededGenerator) -> String {
    var cells = content == .ratings ? [] : respondent(row, &generator)
    let impression = generator.index(below: 6)
    for place in 0...drivers.count {
      let rating = impression + generator.index(below: 5) + (place == 0 ? 0 : 1)
      cells.append(generator.uniform() < 0.05 ? "" : String(rating))
    }
    if case .text(let words) = content { cells.append(GeneratedExport.comment(words, &generator)) }
    return cells.joined(separator: ",")
  }

  private func respondent(_ row: Int, _ generator: inout SeededGenerator) -> [String] {
    let wave = 1 + row * 4 / rows
    let day = 10 + generator.index(below: 19)
    let segments = GeneratedExport.segments.map { "\($0) \(1 + generator.index(below: 8))" }
    let weight = "\(generator.index(below: 2)).\(10 + generator.index(below: 90))"
    return ["R\(row)", "2026-\(wave * 3 < 10 ? "0" : "")\(wave * 3)-\(day)", "2026-Q\(wave)"] + segments + [
      weight
    ]
  }

  private static let vocabulary = [
    "service", "helpful", "the", "price", "took", "long, again", "and", "\"\"soon\"\"", "waited", "café",
    "call\nback",
  ]

  private static func comment(_ words: Int, _ generator: inout SeededGenerator) -> String {
    let drawn = (0..<words).map { _ in vocabulary[generator.index(below: vocabulary.count)] }
    return "\"" + drawn.joined(separator: " ") + "\""
  }

  private var survey: String {
    var lines = ["title: Benchmark", "outcome: {id: score, column: score, label: Score, scale: 0-10}"]
    lines += ["drivers:"] + drivers.map { "  \($0): {column: \($0), label: \($0), scale: 1-10}" }
    if content == .ratings { return lines.joined(separator: "\n") + "\n" }
    lines += ["segments:"] + GeneratedExport.segments.map { "  \($0): {column: \($0), label: \($0)}" }
    lines += ["weight: weight", "date: {column: date, order: year-month-day}", "wave: wave"]
    return (lines + ["respondent: respondent"]).joined(separator: "\n") + "\n"
  }
}
