/// Exports of Typeform: one row that begins with `#`, the questions in full, `Network ID` near the end.
enum TypeformExport: ExportPlatform {
  static let name = "Typeform"

  static func header(in records: [[String]]) -> ExportHeader? {
    let names = records[0]
    let folded = names.map { FoldedText($0).text }
    let hasDates = folded.contains { $0 == "start date (utc)" || $0 == "submit date (utc)" }
    guard folded.first == "#", folded.contains("network id"), hasDates else { return nil }
    var header = ExportHeader(platform: name, rows: 1, names: names, texts: names)
    if let column = folded.firstIndex(of: "response type") {
      let partial: Set<String> = ["partial", "started"]
      header.exclusions = [RowExclusion(column: column, texts: partial, reason: "not finished")]
    }
    return header
  }
}
