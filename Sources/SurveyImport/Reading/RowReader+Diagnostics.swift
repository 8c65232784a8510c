import SurveyModel

extension CellFault {
  static func tooManyValues(_ id: String) -> CellFault {
    CellFault(
      code: .segmentTooManyValues,
      summary: "\(id) has more than \(TextColumn.mostLevels) different values:"
        + " an identifier or open text rather than a segment",
      fix: "take \(id) out of `segments:` in survey.yaml, or list its values under `values:`")
  }

  static let tooManyWaves = CellFault(
    code: .waveTooMany,
    summary:
      "the wave has more than \(TextColumn.mostLevels) different values: an identifier rather than a wave",
    fix: "name the right column under `wave:` in survey.yaml")

  static let emptyWave = CellFault(
    code: .waveEmpty, summary: "the row names no wave",
    fix: "fill in the cell, or name the wave of the whole file with --wave")

  static let emptyWeight = CellFault(
    code: .weightEmpty, summary: "the row has no weight",
    fix: "fill in the weight: 1 where the respondent counts as one, 0 where not at all")

  static func noWeight(_ cell: String, mark: UInt8) -> CellFault {
    let name = mark == Dialect.comma ? "comma" : "point"
    let example = mark == Dialect.comma ? "`decimal: \".\"`" : "`decimal: \",\"`"
    return CellFault(
      code: .weightNotNumber, summary: "\(quoted(cell)) is not a weight (a number with a decimal \(name))",
      fix: "correct the cell, or write \(example) under `format:` in survey.yaml")
  }

  static func negativeWeight(_ cell: String) -> CellFault {
    CellFault(
      code: .weightNegative, summary: "\(quoted(cell)) is below zero, and a weight cannot be",
      fix: "correct the weight; 0 leaves the respondent out")
  }

  static func invalidDate(_ cell: String, order: DateOrder) -> CellFault {
    CellFault(
      code: .dateInvalid, summary: "\(quoted(cell)) is not a date in the order \(order.rawValue)",
      fix: "correct the cell, or set `order:` of `date:` in survey.yaml")
  }

  /// Whether reading the file must stop here, since the column as a whole is of the wrong kind.
  var isFatal: Bool { code == .segmentTooManyValues || code == .waveTooMany }
}
