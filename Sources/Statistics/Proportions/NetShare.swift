/// The share in favour less the share against, −1…1: the net promoter score before it is multiplied by 100.
///
/// With N = P − D the variance per respondent is P + D − N². Unweighted, the standard error is √(v/n). Weighted, it
/// is the linearised one of a ratio, √(n/(n−1) Σ(w(s − N)/Σw)²) (Särndal, Swensson & Wretman 1992, Model Assisted
/// Survey Sampling), which for equal weights would be √(v/(n−1)).
public struct NetShare: Sendable, Equatable {
  /// How many respondents with a positive weight it rests on.
  public let count: Int
  /// Kish's effective sample size (Kish 1965, Survey Sampling), equal to `count` without weights; or that of the design.
  public let effectiveCount: Double
  /// The share in favour less the share against, −1…1.
  public let value: Double
  /// The share in favour, 0…1.
  public let inFavour: Double
  /// The share between, 0…1.
  public let between: Double
  /// The share against, 0…1.
  public let against: Double
  /// The standard error, linearised where weighted; zero where all stand on one side or there is one respondent.
  public let standardError: Double

  /// The net share of a tally, or nil where it is empty.
  ///
  /// - Parameter standardError: The standard error under a sampling design. The effective number is then that of independent
  ///   respondents who would know the net share as well, at most those there are (Korn & Graubard 1998).
  public init?(of tally: NetShareTally, standardError given: Double? = nil) {
    guard tally.count > 0 else { return nil }
    let shares = NetShareTally.Side.allCases.map { side in
      tally.isWeighted ? tally.sums(side).weight : Double(tally.count(side))
    }
    let total = shares[0] + shares[1] + shares[2]
    count = tally.count
    against = shares[0] / total
    between = shares[1] / total
    inFavour = shares[2] / total
    let value = (shares[2] - shares[0]) / total
    self.value = value
    let spread = inFavour + against - value * value
    let variance = given.map { $0 * $0 } ?? 0
    effectiveCount =
      variance > 0 && spread > 0 ? min(Double(tally.count), spread / variance) : tally.effectiveCount
    standardError =
      given
      ?? (tally.isWeighted
        ? NetShare.linearizedError(of: tally, value: value, total: total)
        : (spread.clampedToZero / Double(count)).squareRoot())
  }

  /// An unweighted net share by its counts, or nil where all are zero.
  ///
  /// - Precondition: no count is negative.
  public init?(inFavour: Int, between: Int, against: Int) {
    precondition(min(inFavour, between, against) >= 0, "A count cannot be negative.")
    var tally = NetShareTally()
    tally.add(.inFavour, count: inFavour)
    tally.add(.between, count: between)
    tally.add(.against, count: against)
    self.init(of: tally)
  }

  /// The variance of one respondent's −1, 0 or 1, 0…1.
  public var variancePerRespondent: Double { (inFavour + against - value * value).clampedToZero }

  /// How much larger weighting makes the variance: count/effectiveCount (Kish 1965), 1 without weights.
  public var designEffect: Double { Double(count) / effectiveCount }

  private static func linearizedError(of tally: NetShareTally, value: Double, total: Double) -> Double {
    let squares = NetShareTally.Side.allCases.reduce(0.0) { sum, side in
      let distance = Double(side.rawValue) - value
      return sum + tally.sums(side).squaredWeight * distance * distance
    }
    let number = Double(tally.count)
    return (number / (number - 1) * squares).squareRoot() / total
  }
}

extension Double {
  /// A difference that cannot be negative but for rounding.
  var clampedToZero: Double { Swift.max(0, self) }
}
