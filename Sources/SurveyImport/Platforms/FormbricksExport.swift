/// Exports of Formbricks: one row, `No.`, `Response ID`, `Timestamp`, `Finished` first, then `1. Question`.
enum FormbricksExport: ExportPlatform {
  static let name = "Formbricks"

  static func header(in records: [[String]]) -> ExportHeader? {
    let names = records[0]
    let folded = names.map { FoldedText($0).text }
    guard folded.starts(with: ["no.", "response id", "timestamp", "finished"]) else { return nil }
    var header = ExportHeader(platform: name, rows: 1, names: names, texts: names)
    header.exclusions = [
      RowExclusion("finished", in: names, where: RowExclusion.no, reason: "not finished")
    ].compactMap(\.self)
    return header
  }
}
