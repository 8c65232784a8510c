public import SurveyAnalysis
public import SurveyModel

/// A ranking in total and per group of a segment, as text for the terminal or for another program.
public enum SegmentDriverOutput {
  /// The analyses in a format, ending in a line break.
  ///
  /// Groups under five respondents are named and withheld; groups that cannot be ranked are named with the reason.
  public static func text(
    of total: DriverAnalysis, by groups: [SegmentDrivers], survey: Survey, language: ReportLanguage,
    as format: ResultFormat
  ) throws -> String {
    let context = ReportContext(survey: survey, language: language)
    switch format {
    case .json:
      return try JSONFormat.text(of: SegmentedDriversRecord(total, groups: groups, context: context))
    case .csv: return CSVFormat.text(of: exactTable(total, groups, context))
    case .table, .markdown:
      let first = try DriverOutput.text(of: total, survey: survey, language: language, as: format)
      let ids = unique(groups.map(\.segment))
      let tables = ids.map { id in
        readable(total, groups.filter { $0.segment == id }, named: context.labels.segment(id), context)
      }
      return ([first] + tables.map { format == .table ? $0.text : $0.markdown }).joined(separator: "\n")
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }

  /// Drivers down, groups across; in each cell the share and, in brackets, the place.
  private static func readable(
    _ total: DriverAnalysis, _ groups: [SegmentDrivers], named title: String, _ context: ReportContext
  ) -> ResultText {
    let ranked = groups.filter { $0.analysis != nil }
    let header = ranked.map { group in
      let size = context.size(of: group.analysis?.base ?? total.base)
      return ResultTable.Column("\(label(group, context)) (n=\(size))", .trailing)
    }
    let rows = total.drivers.map { driver in
      [ResultTable.Cell.text(context.labels.question(driver.id))]
        + ranked.map { cell(driver.id, $0, context) }
    }
    let method = context.language(
      "Importance and, in brackets, place in each group.", "Belang en, tussen haakjes, plaats per groep.")
    return ResultText(
      title: title, facts: [method],
      table: ResultTable(columns: [ResultTable.Column(context.terms.driver)] + header, rows: rows),
      notes: groups.compactMap { absence($0, context) })
  }

  private static func cell(_ id: String, _ group: SegmentDrivers, _ context: ReportContext)
    -> ResultTable.Cell
  {
    guard let driver = group.analysis?.drivers.first(where: { $0.id == id }) else { return .empty }
    return .number("\(context.numbers.percent(driver.importance)) (\(driver.rank))")
  }

  private static func label(_ group: SegmentDrivers, _ context: ReportContext) -> String {
    context.labels.value(group.value, of: group.segment)
  }

  /// Why a group has no ranking, or nil where it has one.
  static func absence(_ group: SegmentDrivers, _ context: ReportContext) -> String? {
    let name = label(group, context)
    switch group.outcome {
    case .ranked: return nil
    case .suppressed:
      return context.language("\(name): fewer than 5 answers.", "\(name): minder dan 5 antwoorden.")
    case .impossible(let error):
      return "\(name): \(AbsenceSentences(context.language).text(of: error))"
    }
  }

  private static func exactTable(
    _ total: DriverAnalysis, _ groups: [SegmentDrivers], _ context: ReportContext
  ) -> ResultTable {
    let all = DriverOutput.exactTable(total, context)
    let totalRows = all.rows.map { [.empty, .empty] + $0 }
    let groupRows = groups.flatMap { group in
      (group.analysis.map { DriverOutput.exactTable($0, context).rows } ?? []).map {
        [.text(group.segment), .text(group.value)] + $0
      }
    }
    return ResultTable(
      columns: ["segment", "value"].map { ResultTable.Column($0) } + all.columns, rows: totalRows + groupRows)
  }
}

/// `loyalty drivers --by … --format json`: the ranking in total, and `segments` with one per group.
struct SegmentedDriversRecord: Encodable {
  let total: DriverAnalysisRecord
  let segments: [Group]

  struct Group: Encodable {
    let segment: String
    let value: String
    let label: String
    let suppressed: Bool
    @Nullable var reason: String?
    @Nullable var ranking: DriverAnalysisRecord?
  }

  private enum Key: String, CodingKey {
    case segments
  }

  init(_ total: DriverAnalysis, groups: [SegmentDrivers], context: ReportContext) {
    self.total = DriverAnalysisRecord(total, context: context)
    segments = groups.map { group in
      Group(
        segment: group.segment, value: group.value,
        label: context.labels.value(group.value, of: group.segment),
        suppressed: { if case .suppressed = group.outcome { true } else { false } }(),
        reason: SegmentDriverOutput.absence(group, context),
        ranking: group.analysis.map { DriverAnalysisRecord($0, context: context) })
    }
  }

  func encode(to encoder: any Encoder) throws {
    try total.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(segments, forKey: .segments)
  }
}
