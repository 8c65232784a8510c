public import SurveyModel

/// The drivers of one group of respondents, or why there are none.
public struct SegmentDrivers: Sendable, Equatable {
  /// What came of a group.
  public enum Outcome: Sendable, Equatable {
    /// Its ranking.
    case ranked(DriverAnalysis)
    /// Withheld, because fewer than 5 respondents gave a valid answer.
    case suppressed(size: Int)
    /// Not possible, for the reason given.
    case impossible(AnalysisError)
  }

  /// The segment's id.
  public let segment: String
  /// The stored code of the group.
  public let value: String
  /// Its ranking, or the reason why there is none.
  public let outcome: Outcome

  /// The ranking, or nil where there is none.
  public var analysis: DriverAnalysis? {
    if case .ranked(let analysis) = outcome { analysis } else { nil }
  }
}

extension DriverAnalysis {
  /// A ranking for each value of a segment, in the order of its levels.
  ///
  /// - Throws: `unknownSegment`, with the nearest name that the survey knows.
  public static func bySegment(
    _ segment: String, of survey: Survey, _ table: ResponseTable, options: DriverOptions = DriverOptions()
  ) throws(AnalysisError) -> [SegmentDrivers] {
    let categories = try survey.categories(of: segment, in: table)
    return categories.levels.enumerated().map { level, value in
      let part = table.filtered { categories.indices[$0] == Int32(level) }
      return SegmentDrivers(
        segment: segment, value: value, outcome: outcome(of: survey, part, options: options))
    }
  }

  private static func outcome(
    of survey: Survey, _ table: ResponseTable, options: DriverOptions
  ) -> SegmentDrivers.Outcome {
    let valid = (table.ratings[survey.outcome.id] ?? []).reduce(0) { $0 + ($1.isMissing ? 0 : 1) }
    guard valid == 0 || valid >= Base.suppressed else { return .suppressed(size: valid) }
    do {
      return .ranked(try DriverAnalysis(of: survey, table, options: options))
    } catch {
      return .impossible(error)
    }
  }
}
