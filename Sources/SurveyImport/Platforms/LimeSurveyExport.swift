/// Exports of LimeSurvey: one row, `id` and `submitdate` first, then codes such as `Q1[SQ001]` or question texts.
enum LimeSurveyExport: ExportPlatform {
  static let name = "LimeSurvey"

  private static let fixed: Set<String> = ["submitdate", "lastpage", "startlanguage", "seed"]

  static func header(in records: [[String]]) -> ExportHeader? {
    let names = records[0]
    let known = names.prefix(8).filter { fixed.contains(FoldedText($0).text) }
    guard FoldedText(names.first ?? "").text == "id", known.count >= 2 else { return nil }
    var header = ExportHeader(platform: name, rows: 1, names: names, texts: names)
    header.exclusions = [
      RowExclusion("submitdate", in: names, where: [""], reason: "not finished (without submitdate)")
    ].compactMap(\.self)
    return header
  }
}
