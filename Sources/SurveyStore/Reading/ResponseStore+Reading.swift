internal import GRDB
public import SurveyModel

extension ResponseStore {
  /// All responses, with a column for every question that was ever stored.
  ///
  /// - Throws: `StoreError`.
  public func responses() throws -> ResponseTable {
    try reading { database in
      let codebook = try Codebook(database)
      return try ResponseLoader(database).table(of: codebook.entries, levels: codebook.levels(in: database))
    }
  }

  /// All responses, with a column for each question of a survey.
  ///
  /// Segment values stand in the survey's order. A question that has not been stored yet was not shown to anyone.
  ///
  /// - Throws: `StoreError`, also where a question's scale or kind is not the one its answers were stored with.
  public func responses(of survey: Survey) throws -> ResponseTable {
    try reading { database in
      let codebook = try Codebook(database)
      try codebook.check(survey)
      let ids = survey.columnKinds.map(\.id)
      let levels = Dictionary(
        survey.storedSegments.map { ($0.id, $0.values.map(\.code)) }, uniquingKeysWith: { first, _ in first })
      let table = try ResponseLoader(database).table(
        of: codebook.entries.filter { ids.contains($0.id) }, levels: levels)
      return table.completed(for: survey)
    }
  }
}

extension Codebook {
  /// The codes of each question that has labels, in the order of `survey.yaml`.
  fileprivate func levels(in database: Database) throws -> [String: [String]] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT question, code FROM valueLabel GROUP BY question, code ORDER BY question, position")
    return Dictionary(grouping: rows) { $0["question"] as String }.mapValues { $0.map { $0["code"] } }
  }
}

extension ResponseTable {
  /// The table with columns of unanswered questions for those of a survey that it lacks.
  fileprivate func completed(for survey: Survey) -> ResponseTable {
    var (ratings, segments) = (self.ratings, self.segments)
    for question in survey.ratings where ratings[question.id] == nil {
      ratings[question.id] = Array(repeating: .notShown, count: count)
    }
    for segment in survey.storedSegments where segments[segment.id] == nil {
      segments[segment.id] = Categories(levels: [], indices: Array(repeating: -1, count: count))
    }
    return ResponseTable(
      count: count, ratings: ratings, segments: segments, weights: weights, dates: dates, waves: waves)
  }
}
