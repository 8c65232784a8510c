/// What each predictor of a binary logit contributes to a pseudo-R², shared out by the exact Shapley value.
///
/// All 2ᵖ sub-models are fitted (Azen & Traxel 2009, doi:10.3102/1076998609332754: general dominance for logistic
/// regression), each started where a sub-model of one predictor less ended. The shares sum to the full model's measure.
public struct LogisticShapley: Sendable, Equatable {
  /// The measure that is shared out.
  public enum Measure: String, Sendable, CaseIterable {
    /// 1 − ℓ/ℓ₀.
    case mcFadden = "mcfadden"
    /// Cox & Snell's over its greatest possible value.
    case nagelkerke
    /// 1 − (ℓ/ℓ₀)^(−2ℓ₀/n).
    case estrella

    func value(_ measures: PseudoRSquared) -> Double {
      switch self {
      case .mcFadden: measures.mcFadden
      case .nagelkerke: measures.nagelkerke
      case .estrella: measures.estrella
      }
    }
  }

  /// The largest number of predictors.
  public static let mostPredictors = 20

  /// How sure the shares of McFadden's measure are; nil unless asked for, and where nothing is explained.
  public let uncertainty: ShareUncertainty?

  private let measures: [PseudoRSquared]
  private let kept: [Int]
  private let predictors: Int

  /// The sub-models of predictors of a binary outcome.
  ///
  /// Under separation of some sub-model its likelihood is taken where the iteration can no longer tell it from its limit.
  ///
  /// - Parameters:
  ///   - withUncertainty: Whether `uncertainty` is wanted too, which takes some more time and memory.
  ///   - design: How the rows were drawn; without it they are independent. It then counts for `uncertainty` alone.
  /// - Throws: `FitError.tooManyDrivers` beyond 20 predictors, `tooFewObservations`, `constantOutcome`.
  /// - Precondition: all columns have equal lengths; weights are finite and not negative.
  public init(
    of outcome: [Bool], on predictors: [[Double]], weights: [Double]? = nil, withUncertainty: Bool = false,
    design sampling: SamplingDesign? = nil
  ) throws(FitError) {
    guard predictors.count <= LogisticShapley.mostPredictors else {
      throw .tooManyDrivers(have: predictors.count, most: LogisticShapley.mostPredictors)
    }
    let design = LogisticDesign(of: outcome.map { $0 ? 1 : 0 }, on: predictors, weights: weights)
    guard design.rows > 1 else { throw .tooFewObservations(have: design.rows, need: 2) }
    guard design.outcome.contains(0), design.outcome.contains(1) else { throw .constantOutcome }
    let submodels = SubmodelLikelihoods(design, withInfluence: withUncertainty)
    let likelihoods = submodels.values
    measures = likelihoods.map { likelihood in
      PseudoRSquared(logLikelihood: likelihood, null: likelihoods[0], count: design.sumOfWeights)
    }
    kept = design.kept
    self.predictors = predictors.count
    uncertainty = submodels.uncertainty(
      design, predictors: predictors.count, sampling?.ofRows(weighing: weights))
  }

  /// The full model's measure, 0…1.
  public func total(_ measure: Measure = .mcFadden) -> Double {
    measures.last.map { measure.value($0) } ?? 0
  }

  /// The measure of every sub-model, for an analysis of dominance; a predictor that follows from earlier ones adds nothing.
  public func submodels(_ measure: Measure = .mcFadden) -> SubsetRSquared {
    let values = measures.map { measure.value($0) }
    return SubsetRSquared(
      values: (0..<1 << predictors).map { mask in
        let places = kept.indices.filter { mask >> kept[$0] & 1 == 1 }
        return values[places.reduce(0) { $0 | 1 << $1 }]
      })
  }

  /// The share of each predictor, in the units of `total`; 0 for a predictor that follows from earlier ones.
  public func shares(_ measure: Measure = .mcFadden) -> [Double] {
    let values = measures.map { measure.value($0) }
    var shares = [Double](repeating: 0, count: predictors)
    for (place, predictor) in kept.enumerated() {
      shares[predictor] = LogisticShapley.share(of: place, among: kept.count, values)
    }
    return shares
  }

  /// Σ over subsets without the predictor of |S|!(p − 1 − |S|)!/p! times what it adds.
  static func share(of place: Int, among count: Int, _ values: [Double]) -> Double {
    var gains = [Double](repeating: 0, count: count)
    for subset in values.indices where subset & (1 << place) == 0 {
      gains[subset.nonzeroBitCount] += values[subset | (1 << place)] - values[subset]
    }
    // The mean gain per size of subset, then the mean over sizes.
    var subsets = 1.0
    var sum = 0.0
    for size in 0..<count {
      sum += gains[size] / subsets
      subsets *= Double(count - 1 - size) / Double(size + 1)
    }
    return sum / Double(count)
  }
}

/// The greatest log-likelihood of every sub-model; bit k of the index stands for the k-th predictor.
struct SubmodelLikelihoods {
  private(set) var values: [Double]
  private var influence: ShapleyInfluence?

  init(_ design: LogisticDesign, withInfluence: Bool) {
    let count = design.kept.count
    influence = withInfluence ? ShapleyInfluence(rows: design.rows, terms: count) : nil
    values = [Double](repeating: 0, count: 1 << count)
    var ends = [[Double]](repeating: [], count: 1 << count)
    var rows = DistinctRows(
      of: (1...max(count, 1)).prefix(count).map { column in
        (0..<design.rows).map { design.cells[$0 * design.blocks + column / 4][column % 4] }
      })
    for subset in values.indices {
      let members = (0..<count).filter { subset & (1 << $0) != 0 }
      let start = SubmodelLikelihoods.start(members, subset, ends)
      let groups = rows.groups(by: members)
      let part = design.restricted(to: members, groups)
      (values[subset], ends[subset]) = SubmodelLikelihoods.maximum(part, start: start)
      add(subset, part, at: ends[subset], groups, design)
    }
  }

  /// Adds the rows' log-likelihoods in a sub-model, if they are wanted.
  private mutating func add(
    _ subset: Int, _ part: LogisticDesign, at end: [Double], _ groups: DistinctRows.Groups,
    _ design: LogisticDesign
  ) {
    guard influence != nil else { return }
    let logarithms = (0..<part.rows).map { group in
      let fitted = LogisticProbability(part.linearPredictor(group, end))
      return (zero: fitted.logOfZero, one: fitted.logOfOne)
    }
    influence?.add(subset) { row in
      let group = groups.ofRow[row]
      return design.outcome[row] > 0.5 ? logarithms[group].one : logarithms[group].zero
    }
  }

  /// How sure the shares are of McFadden's measure as parts of it.
  func uncertainty(
    _ design: LogisticDesign, predictors: Int, _ sampling: SamplingDesign?
  ) -> ShareUncertainty? {
    guard let influence, let most = values.last, most > values[0] else { return nil }
    let gain = most - values[0]
    let fractions = design.kept.indices.map {
      LogisticShapley.share(of: $0, among: design.kept.count, values) / gain
    }
    return influence.uncertainty(
      of: fractions, gain: gain, squares: design.columnCorrelation.squaredRoot, weights: design.weights,
      design: sampling
    ).spread(over: predictors, at: design.kept)
  }

  /// Where the sub-models without one of the last two predictors meet, if effects simply add up; nil for the empty one.
  private static func start(_ members: [Int], _ subset: Int, _ ends: [[Double]]) -> [Double]? {
    guard let last = members.last else { return nil }
    let withoutLast = ends[subset & ~(1 << last)]
    guard members.count > 1 else { return withoutLast + [0] }
    let withoutOther = ends[subset & ~(1 << members[members.count - 2])]
    let withoutBoth = ends[subset & ~(1 << last) & ~(1 << members[members.count - 2])]
    let common = withoutBoth.indices.map { withoutLast[$0] + withoutOther[$0] - withoutBoth[$0] }
    return common + [withoutLast[withoutBoth.count], withoutOther[withoutBoth.count]]
  }

  /// Newton's iteration until the decrement is 1e-6.
  ///
  /// The next step is then added by the quadratic it follows: what that leaves out is of the order of the decrement's power 3/2, 1e-9 of a unit of log-likelihood.
  private static func maximum(_ design: LogisticDesign, start: [Double]?) -> (Double, [Double]) {
    var point = LogisticPoint(design, start ?? LogisticNewton.start(design), false)
    for _ in 0..<60 {
      let step = point.step(fixed: nil)
      let decrement = zip(step, point.score).reduce(0) { $0 + $1.0 * $1.1 }
      if !(decrement > 1e-6) {
        let gain = decrement.isFinite ? max(0, decrement) / 2 : 0
        return (
          point.objective + gain, zip(point.state.coefficients, step).map { $0 + ($1.isFinite ? $1 : 0) }
        )
      }
      guard let next = LogisticNewton.advance(design, from: point, by: step, false) else { break }
      point = next
    }
    return (point.objective, point.state.coefficients)
  }
}

extension LogisticDesign {
  /// The correlations of the standardised columns.
  fileprivate var columnCorrelation: Matrix {
    Covariance(
      of: (1..<columns).map { column in
        (0..<rows).map { cells[$0 * blocks + column / 4][column % 4] }
      }, weights: weights
    ).correlation
  }

  /// The design with some of its predictors only, by their place among those that are in; rows that are alike in these
  /// are taken together, their outcome being the share of ones.
  func restricted(to members: [Int], _ groups: DistinctRows.Groups) -> LogisticDesign {
    var ones = [Double](repeating: 0, count: groups.first.count)
    var sums = ones
    for (row, group) in groups.ofRow.enumerated() {
      sums[group] += weights[row]
      ones[group] += weights[row] * outcome[row]
    }
    for group in ones.indices { ones[group] /= sums[group] }
    return LogisticDesign(self, members: members, rows: groups.first, outcome: ones, weights: sums)
  }

  private init(
    _ other: LogisticDesign, members: [Int], rows: [Int], outcome: [Double], weights: [Double]
  ) {
    let blocks = (members.count + 4) / 4
    var cells = [SIMD4<Double>](repeating: .zero, count: blocks * rows.count)
    let from = [0] + members.map { $0 + 1 }
    other.cells.withUnsafeBufferPointer { source in
      cells.withUnsafeMutableBufferPointer { cells in
        for (place, column) in from.enumerated() {
          for (row, old) in rows.enumerated() {
            cells[row * blocks + place / 4][place % 4] = source[old * other.blocks + column / 4][column % 4]
          }
        }
      }
    }
    self.init(
      rows: rows.count, kept: members.map { other.kept[$0] }, means: members.map { other.means[$0] },
      scales: members.map { other.scales[$0] }, outcome: outcome, weights: weights,
      sumOfWeights: other.sumOfWeights, blocks: blocks, cells: cells)
  }
}
