internal import GRDB

/// The view `labelledResponse`: the responses with labels in place of the codes of segments, for people who read.
///
/// Labels are looked up when the view is read, in the survey's language where there is one; a code without any stays.
/// A response without a weight has the weight 1.
struct LabelledResponses {
  /// The name of the view.
  static let name = "labelledResponse"

  private let entries: [Codebook.Entry]

  init(_ codebook: Codebook) {
    entries = codebook.entries
  }

  /// Makes the view anew, with a column for each question.
  func create(in database: Database) throws {
    let head = Schema.responseColumns.map { $0 == "weight" ? "coalesce(weight, 1) AS weight" : $0.columnName }
    let columns = (head + entries.map(column)).joined(separator: ",\n  ")
    try database.execute(
      sql: """
        DROP VIEW IF EXISTS \(LabelledResponses.name);
        CREATE VIEW \(LabelledResponses.name) AS SELECT
          \(columns)
        FROM response;
        """)
  }

  private func column(of entry: Codebook.Entry) -> String {
    let name = entry.id.columnName
    guard entry.kind == .segment else { return name }
    let label = """
      SELECT label FROM valueLabel WHERE valueLabel.question = \(entry.id.textLiteral)
        AND valueLabel.code = response.\(name)
        ORDER BY valueLabel.language <> (SELECT survey.language FROM survey), valueLabel.language LIMIT 1
      """
    return "coalesce((\(label)), response.\(name)) AS \(name)"
  }
}
