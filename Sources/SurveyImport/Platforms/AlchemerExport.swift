import SurveyModel

/// Exports of Alchemer: one row, `Response ID`, `Time Started`, `Date Submitted`, `Status` first; rows of grids are
/// `row:question`.
enum AlchemerExport: ExportPlatform {
  static let name = "Alchemer"

  static func header(in records: [[String]]) -> ExportHeader? {
    let names = records[0]
    let folded = names.prefix(6).map { FoldedText($0).text }
    guard ["response id", "time started", "date submitted", "status"].allSatisfy(folded.contains) else {
      return nil
    }
    var header = ExportHeader(platform: name, rows: 1, names: names, texts: names)
    header.exclusions = [
      RowExclusion(
        "status", in: names, whereNot: ["complete"], reason: "not complete (Status)")
    ].compactMap(\.self)
    return header
  }
}
