/// Exports of Delighted: one row with `Score`, `Comment` and one of its own columns, properties behind them.
enum DelightedExport: ExportPlatform {
  static let name = "Delighted"

  private static let own: Set<String> = ["permalink", "survey type", "survey_type", "person id", "person_id"]

  static func header(in records: [[String]]) -> ExportHeader? {
    let names = records[0]
    let folded = Set(names.map { FoldedText($0).text })
    guard folded.isSuperset(of: ["score", "comment"]), !folded.isDisjoint(with: own) else { return nil }
    return ExportHeader(platform: name, rows: 1, names: names, texts: names)
  }
}
