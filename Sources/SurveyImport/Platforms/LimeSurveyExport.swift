/// Exports of LimeSurvey: one row, `id` and `submitdate` first, then codes such as `Q1[SQ001]` or question texts.
///
/// With question texts the first columns have names in the language of whoever exports, alone or behind the code:
/// `Date submitted`, `submitdate. Date submitted`.
enum LimeSurveyExport: ExportPlatform {
  static let name = "LimeSurvey"

  /// The names of the tool's own columns, as they were seen in English and German exports.
  private static let fixed: [String: Set<String>] = [
    "id": ["id", "response id", "antwort id", "antwort-id"],
    "submitdate": ["submitdate", "date submitted", "datum abgeschickt"],
    "lastpage": ["lastpage", "last page", "letzte seite"],
    "startlanguage": ["startlanguage", "start language", "start-sprache"],
    "seed": ["seed", "zufallsstartwert"],
  ]

  static func header(in records: [[String]]) -> ExportHeader? {
    let names = records[0]
    let own = names.prefix(8).map(ownColumn)
    guard own.first == "id", Set(own.compactMap(\.self)).count >= 3 else { return nil }
    var header = ExportHeader(platform: name, rows: 1, names: names, texts: names)
    if let column = own.firstIndex(of: "submitdate") {
      header.exclusions = [
        RowExclusion(column: column, texts: [""], reason: "not finished (without submitdate)")
      ]
    }
    return header
  }

  /// The code of one of the tool's own columns, or nil for any other.
  private static func ownColumn(_ header: String) -> String? {
    let text = FoldedText(header).text
    return fixed.first { code, names in
      names.contains(text)
        || (text.hasPrefix("\(code). ") && names.contains(String(text.dropFirst(code.count + 2))))
    }?.key
  }
}
