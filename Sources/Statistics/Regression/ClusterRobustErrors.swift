/// How the residuals of clusters enter the covariance of coefficients.
public enum ClusterCorrection: String, Sendable, CaseIterable {
  /// As they are (Liang & Zeger 1986, doi:10.1093/biomet/73.1.13).
  case cr0
  /// Times G/(G − 1) · (n − 1)/(n − k), with G clusters, n observations and k parameters; what most programs print.
  case cr1
  /// Each cluster's residuals by (I − H)^−½ with H its block of the hat matrix: unbiased where observations are alike and
  /// independent (Bell & McCaffrey 2002). To be preferred below some 50 clusters.
  case cr2
}

/// Standard errors of a linear regression whose respondents come in clusters or by a survey design.
///
/// The intercept is first in every list, and elements are nil for aliased predictors.
public struct ClusterRobustErrors: Sendable, Equatable {
  /// The standard errors.
  public let standardErrors: [Double?]
  /// The degrees of freedom for a t interval of each: clusters less strata, or under CR2 Satterthwaite's for each
  /// coefficient (Bell & McCaffrey 2002; Pustejovsky & Tipton 2018, doi:10.1080/07350015.2016.1247004).
  public let degreesOfFreedom: [Double?]
  /// How many clusters there are.
  public let clusters: Int

  /// The errors of clusters that are independent of each other.
  ///
  /// - Parameter clusters: Each observation's cluster, any numbers.
  /// - Throws: `FitError.tooFewObservations` with fewer than two clusters, `FitError.constantOutcome`.
  /// - Precondition: all columns have equal lengths; weights are finite and not negative.
  public init(
    of outcome: [Double], on predictors: [[Double]], weights: [Double]? = nil, clusters: [Int],
    correction: ClusterCorrection = .cr2
  ) throws(FitError) {
    let fit = try ClusteredFit(
      outcome, predictors, weights, SamplingDesign(rows: outcome.count, clusters: clusters))
    let count = fit.groups.count
    guard count > 1 else { throw .tooFewObservations(have: count, need: 2) }
    let size = fit.root.columns
    let scores = correction == .cr2 ? fit.groups.map(\.adjustedScore) : fit.groups.map(\.score)
    var meat = Matrix(rows: size, columns: size)
    for score in scores {
      for first in 0..<size {
        for second in 0..<size { meat[first, second] += score[first] * score[second] }
      }
    }
    let scale = correction == .cr1 ? fit.smallSampleFactor : 1
    standardErrors = fit.spread { (scale * max(0, meat.quadraticForm($0))).squareRoot() }
    degreesOfFreedom = fit.spread { correction == .cr2 ? fit.satterthwaite($0) : Double(count - 1) }
    self.clusters = count
  }

  /// The linearised errors under a survey design with probability weights (Binder 1983, doi:10.2307/1402588).
  ///
  /// - Throws: `FitError.tooFewObservations` without degrees of freedom, `FitError.constantOutcome`.
  /// - Precondition: the design has as many rows as the outcome.
  public init(
    of outcome: [Double], on predictors: [[Double]], weights: [Double]? = nil, design: SamplingDesign
  ) throws(FitError) {
    precondition(design.clusters.count == outcome.count, "The design is that of the outcome's rows.")
    let fit = try ClusteredFit(outcome, predictors, weights, design)
    guard design.degreesOfFreedom > 0 else {
      throw .tooFewObservations(have: design.clusterCount, need: design.stratumCount + 1)
    }
    let meat = design.covariance(ofScores: fit.rowScores(outcome.count))
    standardErrors = fit.spread { max(0, meat.quadraticForm($0)).squareRoot() }
    degreesOfFreedom = fit.spread { _ in Double(design.degreesOfFreedom) }
    clusters = design.clusterCount
  }
}
