/// Exports of Rate.nl: a row per answer, with `ResultID`, `ConfirmStatus` and `ResultIgnoredWhen` about the result.
///
/// The rows of a result are one by the time the header is looked at.
enum RateExport: ExportPlatform {
  static let name = "Rate.nl"

  private static let own: Set<String> = ["confirmstatus", "resultignoredwhen", "resultdate"]

  static func header(in records: [[String]]) -> ExportHeader? {
    let names = records[0]
    let folded = Set(names.map { FoldedText($0).text })
    guard folded.contains("resultid"), folded.intersection(own).count >= 2 else { return nil }
    var header = ExportHeader(platform: name, rows: 1, names: names, texts: names)
    header.exclusions = [
      RowExclusion("confirmstatus", in: names, where: ["2"], reason: "invalid (ConfirmStatus 2)"),
      RowExclusion("resultignoredwhen", in: names, whereNot: [""], reason: "ignored (ResultIgnoredWhen)"),
    ].compactMap(\.self)
    return header
  }
}
