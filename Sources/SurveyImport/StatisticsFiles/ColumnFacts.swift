import SurveyModel

/// What a file says itself about a column, as SPSS files do.
struct ColumnFacts: Sendable, Equatable {
  /// The question; empty where there is none.
  var text = ""
  /// The value of each text that has one.
  var labels: [String: Int] = [:]
  /// Texts declared to stand for no answer.
  var missing: [String: MissingReason] = [:]
}
