/// Exports of Google Forms: one row, a timestamp first, then the questions in full, rows of a grid in brackets.
enum GoogleFormsExport: ExportPlatform {
  static let name = "Google Forms"

  private static let timestamps: Set<String> = [
    "timestamp", "tijdstempel", "zeitstempel", "horodateur", "marca temporal",
  ]

  static func header(in records: [[String]]) -> ExportHeader? {
    let names = records[0]
    guard timestamps.contains(FoldedText(names.first ?? "").text), names.count > 1 else { return nil }
    return ExportHeader(platform: name, rows: 1, names: names, texts: names)
  }
}
