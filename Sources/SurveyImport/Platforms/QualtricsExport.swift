/// Exports of Qualtrics: tags, question texts in the survey's language, and a row of JSON with `ImportId`.
///
/// The older format has two rows, in which the fixed columns are called V1, V2, … above their names. Workbooks, and files
/// in which somebody removed the JSON or the texts as well, are recognised by the names of the fixed columns.
enum QualtricsExport: ExportPlatform {
  static let name = "Qualtrics"

  static func header(in records: [[String]]) -> ExportHeader? {
    current(records) ?? legacy(records) ?? withoutImportIds(records)
  }

  private static func current(_ records: [[String]]) -> ExportHeader? {
    guard records.count > 2 else { return nil }
    let filled = records[2].filter { !$0.isEmpty }
    let marked = filled.filter { $0.hasPrefix("{") && $0.contains("ImportId") }
    guard !filled.isEmpty, marked.count * 2 > filled.count else { return nil }
    var header = ExportHeader(
      platform: name, rows: 3, names: records[0], texts: texts(records[1], orNames: records[0]))
    header.exclusions = exclusions(in: header.names)
    return header
  }

  private static let fixed: Set<String> = [
    "startdate", "enddate", "recordeddate", "responseid", "distributionchannel", "userlanguage", "status",
    "progress", "finished", "duration (in seconds)",
  ]

  private static func withoutImportIds(_ records: [[String]]) -> ExportHeader? {
    let names = records[0].map { FoldedText($0).text }
    guard records.count > 1, Set(names.prefix(20)).intersection(fixed).count >= 4,
      let identifier = names.firstIndex(of: "responseid")
    else { return nil }
    let second = records[1].padded(to: names.count)
    // Qualtrics' own identifiers begin so, in every language.
    let isAnswer = second[identifier].hasPrefix("R_")
    var header = ExportHeader(
      platform: name, rows: isAnswer ? 1 : 2, names: records[0],
      texts: isAnswer ? records[0] : texts(second, orNames: records[0]))
    header.exclusions = exclusions(in: header.names)
    return header
  }

  private static func legacy(_ records: [[String]]) -> ExportHeader? {
    guard records.count > 1, records[0].first == "V1", FoldedText(records[1].first ?? "").text == "responseid"
    else {
      return nil
    }
    let second = records[1].padded(to: records[0].count)
    let names = zip(records[0], second).map { tag, text in
      let isFixed = tag.first == "V" && Int(tag.dropFirst()) != nil
      return isFixed && !text.isEmpty ? text : tag
    }
    var header = ExportHeader(
      platform: name, rows: 2, names: names, texts: texts(second, orNames: names))
    header.exclusions = exclusions(in: names)
    return header
  }

  private static func exclusions(in names: [String]) -> [RowExclusion] {
    let tests: Set<String> = ["1", "2", "survey preview", "survey test"]
    return [
      RowExclusion("status", in: names, where: tests, reason: "no answer but a preview or test"),
      RowExclusion("finished", in: names, where: RowExclusion.no, reason: "not finished"),
    ].compactMap(\.self)
  }

  private static func texts(_ texts: [String], orNames names: [String]) -> [String] {
    zip(texts.padded(to: names.count), names).map { $0.isEmpty ? $1 : $0 }
  }
}
