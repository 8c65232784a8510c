internal import Statistics
internal import SurveyModel

/// What is known of how respondents were drawn, where intervals allow for it.
public struct DesignSummary: Sendable, Equatable {
  /// How many clusters there are; respondents, where the survey names no clusters.
  public let clusters: Int
  /// How many strata there are, 1 where the survey names none.
  public let strata: Int
  /// Whether the survey names clusters.
  public let isClustered: Bool

  /// With fewer clusters, errors that rest on them are known badly.
  public static let fewClusters = 30
}

extension SamplingDesign {
  /// The design; nil where a single cluster does not show how clusters differ.
  var informative: SamplingDesign? { degreesOfFreedom > 0 ? self : nil }
}

extension ResponseTable {
  /// The design of some responses, or nil where the survey names none.
  ///
  /// A response without a cluster is one of its own; those without a stratum are one.
  func design(of survey: Survey, rows: [Int]) -> SamplingDesign? {
    func numbers(_ segment: Segment?, missing: (Int) -> Int) -> [Int]? {
      guard let segment, let column = segments[segment.id] else { return nil }
      return rows.map { column.indices[$0] < 0 ? missing($0) : Int(column.indices[$0]) }
    }
    let clusters = numbers(survey.sampling.cluster) { -1 - $0 }
    let strata = numbers(survey.sampling.stratum) { _ in -1 }
    guard clusters != nil || strata != nil else { return nil }
    return SamplingDesign(rows: rows.count, strata: strata, clusters: clusters)
  }
}

extension DesignSummary {
  /// The summary of a design; nil without one.
  init?(_ design: SamplingDesign?, of survey: Survey) {
    guard let design else { return nil }
    self.init(
      clusters: design.clusterCount, strata: design.stratumCount, isClustered: survey.sampling.cluster != nil)
  }
}
