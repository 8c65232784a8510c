import SurveyModel

extension SurveyFileParser {
  /// The columns of clusters and strata; they may be read as something else too, such as a segment.
  ///
  /// - Parameter respondent: The column that is stored under pseudonyms; it is no cluster, since clusters are stored as
  ///   they are.
  mutating func sampling(_ fields: [String: Entry], respondent: ColumnSource?) -> SamplingColumns {
    let uses = columnUses
    columnUses = [:]
    let cluster = samplingColumn(SamplingColumns.clusterID, fields, respondent: respondent)
    columnUses = [:]
    let stratum = samplingColumn(SamplingColumns.stratumID, fields, respondent: respondent)
    columnUses = uses
    for (id, source) in [(SamplingColumns.clusterID, cluster), (SamplingColumns.stratumID, stratum)] {
      for name in source?.names ?? [] {
        columnUses[FoldedText(name)] = columnUses[FoldedText(name)] ?? id
      }
    }
    return SamplingColumns(cluster: cluster, stratum: stratum)
  }

  private mutating func samplingColumn(
    _ id: String, _ fields: [String: Entry], respondent: ColumnSource?
  ) -> ColumnSource? {
    guard let entry = fields[id], let source = columnField(entry.value, id) else { return nil }
    checkID(id, at: entry.place)
    let hidden = Set(respondent.map { $0.names.map { FoldedText($0) } } ?? [])
    if source.names.contains(where: { hidden.contains(FoldedText($0)) }) {
      report(
        .error, .columnReused, at: entry.place,
        "`\(id)` would store the respondents that `pseudonymise` is to hide",
        fix: "name another column, or take `\(id):` out")
    }
    return source
  }
}
