import SurveyModel

/// Why a cell, and with it its row, cannot be stored.
struct CellFault: Error, Equatable {
  let code: ImportCode
  /// What is wrong, as a sentence.
  let summary: String
  /// How to repair it.
  let fix: String

  /// A cell as it is quoted in a sentence: on one line and of at most 40 characters.
  static func quoted(_ cell: String) -> String {
    let line = String(cell.map { $0.isNewline ? " " : $0 })
    return "\"\(line.count <= 40 ? line : line.prefix(39) + "…")\""
  }
}
