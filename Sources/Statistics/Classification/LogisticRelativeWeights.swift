internal import RealModule

/// Relative weights for a binary or an ordered outcome.
///
/// The model's linear predictor is written on the uncorrelated variables closest to the predictors, Z: with R the
/// predictors' correlations and b the coefficients per standard deviation, those on Z are R^½b. Predictor j gets
/// Σₖ (R^½)²ⱼₖ (R^½b)²ₖ, scaled so that the shares sum to an R² of the model (Tonidandel & LeBreton 2010,
/// doi:10.1177/1094428109341993). A predictor that follows from others shares with them.
public struct LogisticRelativeWeights: Sendable, Equatable {
  /// The predictors' shares; they sum to `rSquared`.
  public let shares: [Double]
  /// What is shared out, 0…1.
  ///
  /// For a binary outcome the squared correlation of outcome and predicted probability; for an ordered one the share of
  /// the latent variable's variance, V/(V + π²/3) with V the variance of x′b (McKelvey & Zavoina 1975,
  /// doi:10.1080/0022250X.1975.9989847).
  public let rSquared: Double
  /// How sure the shares are as parts of what is explained; nil unless asked for, and where nothing is explained.
  public let uncertainty: ShareUncertainty?

  /// The shares as parts of what is explained; they sum to 1, and are 0 where nothing is explained.
  public var fractions: [Double] {
    rSquared > 0 ? shares.map { $0 / rSquared } : shares.map { _ in 0 }
  }

  /// The relative weights of a binary outcome's predictors; under separation, of the penalised fit.
  ///
  /// - Parameters:
  ///   - withUncertainty: Whether `uncertainty` is wanted too.
  ///   - design: How the rows were drawn; without it they are independent. It then counts for `uncertainty` alone.
  /// - Throws: `FitError.tooFewObservations`, `FitError.constantOutcome`.
  /// - Precondition: all columns have equal lengths; weights are finite and not negative.
  public init(
    of outcome: [Bool], on predictors: [[Double]], weights: [Double]? = nil, withUncertainty: Bool = false,
    design: SamplingDesign? = nil
  ) throws(FitError) {
    let fit = try LogisticRegression(of: outcome, on: predictors, weights: weights)
    let both = Covariance(of: [fit.fitted, fit.design.outcome], weights: fit.design.weights)
    let correlation = both.correlation[0, 1]
    let scores = ScoredCoefficients(
      kept: fit.design.kept, changes: fit.design.kept.indices.map { fit.design.change($0 + 1) },
      covariance: fit.newton.covariance, score: fit.score)
    self.init(fit.coefficients, on: predictors, weights, withUncertainty ? scores : nil, design) { _ in
      correlation * correlation
    }
  }

  /// The relative weights of an ordered outcome's predictors in a cumulative logit.
  ///
  /// - Parameters:
  ///   - withUncertainty: Whether `uncertainty` is wanted too.
  ///   - design: How the rows were drawn; without it they are independent. It then counts for `uncertainty` alone.
  /// - Throws: `FitError.tooFewObservations`, `FitError.constantOutcome`.
  /// - Precondition: all columns have equal lengths; weights are finite and not negative.
  public init(
    ofOrdered outcome: [Int], on predictors: [[Double]], weights: [Double]? = nil,
    withUncertainty: Bool = false, design: SamplingDesign? = nil
  ) throws(FitError) {
    let fit = try CumulativeLogit(of: outcome, on: predictors, weights: weights)
    let scores = ScoredCoefficients(
      kept: fit.design.kept, changes: fit.design.kept.indices.map { fit.design.changeOfSlope($0) },
      covariance: fit.covariance, score: fit.score)
    self.init(fit.coefficients, on: predictors, weights, withUncertainty ? scores : nil, design) {
      $0 / ($0 + Double.pi * Double.pi / 3)
    }
  }

  /// Shares of the R² that belongs to the variance of x′b.
  private init(
    _ coefficients: [Double?], on predictors: [[Double]], _ weights: [Double]?, _ scores: ScoredCoefficients?,
    _ design: SamplingDesign?,
    rSquared: (_ variance: Double) -> Double
  ) {
    let covariance = Covariance(of: predictors, weights: weights, divisor: .maximumLikelihood)
    let standardized = zip(coefficients, covariance.standardDeviations).map { ($0 ?? 0) * $1 }
    var correlation = covariance.correlation
    for column in predictors.indices where covariance.matrix[column, column] <= 0 {
      correlation[column, column] = 0
    }
    let root = SymmetricEigen(correlation).transformed { $0 > 0 ? $0.squareRoot() : 0 }
    let squares = (root * standardized).map { $0 * $0 }
    let variance = squares.reduce(0, +)
    let total = variance > 0 ? rSquared(variance) : 0
    shares = (0..<root.rows).map { row in
      let sum = (0..<root.rows).reduce(0.0) { $0 + root[row, $1] * root[row, $1] * squares[$1] }
      return variance > 0 ? total * sum / variance : 0
    }
    self.rSquared = total
    let influence =
      total > 0
      ? scores.map {
        RelativeWeightInfluence(of: standardized, correlation: correlation, $0, covariance)
      } : nil
    uncertainty = influence?.uncertainty(of: predictors, weights: weights, design: design)
  }
}
