/// Exports of LimeSurvey: one row, `id` and `submitdate` first, then codes such as `Q1[SQ001]` or question texts.
///
/// With question texts the first columns have names in the language of whoever exports, alone or behind the code:
/// `Date submitted`, `submitdate. Date submitted`. In any other language than English and German what they hold tells.
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
    let isNamed = own.first == "id" && Set(own.compactMap(\.self)).count >= 3
    guard isNamed || beginsLikeResponses(Array(records.dropFirst())) else { return nil }
    var header = ExportHeader(platform: name, rows: 1, names: names, texts: texts(behindCodesIn: names))
    if let column = isNamed ? own.firstIndex(of: "submitdate") : 1 {
      header.exclusions = [
        RowExclusion(column: column, texts: [""], reason: "not finished (without submitdate)")
      ]
    }
    return header
  }

  /// Whether records begin with a number, a moment or nothing, the number of a page or nothing, a language, and the seed.
  ///
  /// Without the seed any table of a number, a moment, an age and a country would do.
  private static func beginsLikeResponses(_ records: [[String]]) -> Bool {
    guard records.count >= 3, records.allSatisfy({ $0.count >= 6 }) else { return false }
    let hasMoment = records.contains { !$0[1].isEmpty }
    return hasMoment
      && records.allSatisfy { record in
        record[0].wholeMatch(of: /\d{1,9}/) != nil
          && record[1].wholeMatch(of: /(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)?/) != nil
          && record[2].wholeMatch(of: /\d{0,3}/) != nil
          && record[3].wholeMatch(of: /[a-z]{2,3}(-[A-Za-z]{2,10})?/) != nil
          && record[4].wholeMatch(of: /\d{5,10}/) != nil
      }
  }

  /// The questions of headers that all have a code in front, `Q1[SQ001]. How satisfied are you? [Price]`; else the headers.
  private static func texts(behindCodesIn names: [String]) -> [String] {
    let texts = names.compactMap { name in
      name.firstRange(of: ". ").flatMap { mark -> String? in
        let isCode = name[..<mark.lowerBound].wholeMatch(of: /[A-Za-z]\w*(\[\w+\])*/) != nil
        return isCode && mark.upperBound < name.endIndex ? String(name[mark.upperBound...]) : nil
      }
    }
    return texts.count == names.count ? texts : names
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
