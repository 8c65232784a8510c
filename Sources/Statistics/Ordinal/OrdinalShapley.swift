/// What each predictor of a cumulative logit contributes to McFadden's R², shared out by the exact Shapley value.
///
/// All sub-models are fitted (Luchman 2014, doi:10.1177/1094428114544509: general dominance for ordered outcomes), each
/// started where smaller ones lead and on rows that are told apart only by what it knows of them. The shares sum to the
/// full model's measure.
public struct OrdinalShapley: Sendable, Equatable {
  /// The largest number of terms.
  public static let mostTerms = 16

  /// McFadden's R² of every sub-model; bit k of the index stands for the k-th term.
  public let submodels: [Double]
  /// How sure the shares are; nil unless asked for, and where nothing is explained.
  public let uncertainty: ShareUncertainty?
  /// How many terms there are.
  private let terms: Int

  /// The sub-models of an ordered outcome; a term is a predictor unless groups of them are given.
  ///
  /// - Parameters:
  ///   - terms: Predictors that enter together, such as the levels of a factor.
  ///   - withUncertainty: Whether `uncertainty` is wanted too, which takes some more time and memory.
  ///   - design: How the rows were drawn; without it they are independent. It then counts for `uncertainty` alone.
  /// - Throws: `FitError.tooManyDrivers` beyond 16 terms, `tooFewObservations`, `constantOutcome`.
  /// - Precondition: all columns have equal lengths; weights are finite and not negative.
  public init(
    of outcome: [Int], on predictors: [[Double]], terms: [[Int]]? = nil, weights: [Double]? = nil,
    withUncertainty: Bool = false, design sampling: SamplingDesign? = nil
  ) throws(FitError) {
    let terms = terms ?? predictors.indices.map { [$0] }
    guard terms.count <= OrdinalShapley.mostTerms else {
      throw .tooManyDrivers(have: terms.count, most: OrdinalShapley.mostTerms)
    }
    let design = OrdinalDesign(of: outcome, on: predictors, weights: weights)
    guard design.count > 1 else { throw .tooFewObservations(have: design.count, need: 2) }
    guard design.levels.count > 1 else { throw .constantOutcome }
    let members = terms.map { term in
      term.compactMap { predictor in design.kept.firstIndex(of: predictor) }
    }
    let fitted = OrdinalSubmodels(design, terms: members, withInfluence: withUncertainty)
    submodels = fitted.values.map { 1 - $0 / fitted.values[0] }
    uncertainty = fitted.uncertainty(design, terms: members, sampling?.ofRows(weighing: weights))
    self.terms = terms.count
  }

  /// The full model's McFadden R², 0…1.
  public var total: Double { submodels.last ?? 0 }

  /// The share of each term; they sum to `total`.
  public var shares: [Double] {
    (0..<terms).map { LogisticShapley.share(of: $0, among: terms, submodels) }
  }
}

/// The greatest log-likelihood of every sub-model of a cumulative logit.
private struct OrdinalSubmodels {
  private(set) var values: [Double]
  private var influence: ShapleyInfluence?

  init(_ design: OrdinalDesign, terms: [[Int]], withInfluence: Bool) {
    influence = withInfluence ? ShapleyInfluence(rows: design.count, terms: terms.count) : nil
    values = [Double](repeating: 0, count: 1 << terms.count)
    var ends = [[Double]](repeating: [], count: values.count)
    var rows = DistinctRows(design)
    for subset in values.indices {
      let chosen = terms.indices.filter { subset & (1 << $0) != 0 }
      let start = OrdinalSubmodels.start(chosen, subset, ends) ?? design.start
      let members = chosen.flatMap { terms[$0] }.sorted()
      let groups = rows.groups(by: [0] + members.map { $0 + 1 })
      let part = design.restricted(to: members, groups)
      let places = Array(0..<design.thresholds) + members.map { design.thresholds + $0 }
      let end = OrdinalSubmodels.maximum(part, start: places.map { start[$0] })
      values[subset] = end.logLikelihood
      if influence != nil {
        let logarithms = (0..<part.count).map { part.logProbability(of: $0, at: end.parameters) }
        influence?.add(subset) { logarithms[groups.ofRow[$0]] }
      }
      ends[subset] = [Double](repeating: 0, count: start.count)
      for (place, value) in zip(places, end.parameters) { ends[subset][place] = value }
    }
  }

  /// How sure the shares are of McFadden's measure as parts of it.
  func uncertainty(
    _ design: OrdinalDesign, terms: [[Int]], _ sampling: SamplingDesign?
  ) -> ShareUncertainty? {
    guard let influence, let most = values.last, most > values[0] else { return nil }
    let gain = most - values[0]
    let fractions = terms.indices.map { LogisticShapley.share(of: $0, among: terms.count, values) / gain }
    let columns = (0..<design.predictors).map { place in (0..<design.count).map { design.value($0, place) } }
    let own = Covariance(of: columns, weights: design.weights).correlation.squaredRoot
    let squares = Matrix(
      terms.map { term in
        (0..<own.columns).map { column in term.reduce(0) { $0 + own[$1, column] } }
      })
    return influence.uncertainty(
      of: fractions, gain: gain, squares: squares, weights: design.weights, design: sampling)
  }

  /// Where the sub-models without one of the last two terms meet, if effects simply add up; nil for the empty one.
  private static func start(_ chosen: [Int], _ subset: Int, _ ends: [[Double]]) -> [Double]? {
    guard let last = chosen.last else { return nil }
    let withoutLast = ends[subset & ~(1 << last)]
    guard chosen.count > 1 else { return withoutLast }
    let other = 1 << chosen[chosen.count - 2]
    let (withoutOther, withoutBoth) = (ends[subset & ~other], ends[subset & ~(1 << last) & ~other])
    return withoutLast.indices.map { withoutLast[$0] + withoutOther[$0] - withoutBoth[$0] }
  }

  /// Newton's iteration until the decrement is 1e-6, as `LogisticShapley` does.
  private static func maximum(
    _ design: OrdinalDesign, start: [Double]
  ) -> (logLikelihood: Double, parameters: [Double]) {
    var state = OrdinalState(design, at: start)
    if !state.logLikelihood.isFinite { state = OrdinalState(design, at: design.start) }
    for _ in 0..<60 {
      let step = CholeskyDecomposition(state.information, tolerance: 0).solve(state.gradient)
      let decrement = zip(step, state.gradient).reduce(0) { $0 + $1.0 * $1.1 }
      let moved = zip(state.parameters, step).map { $0 + ($1.isFinite ? $1 : 0) }
      if !(decrement > 1e-6) {
        return (state.logLikelihood + (decrement.isFinite ? max(0, decrement) / 2 : 0), moved)
      }
      guard
        let next = ConcaveMaximum.advanced(from: state, by: step, { OrdinalState(design, at: $0) })
      else { break }
      state = next
    }
    return (state.logLikelihood, state.parameters)
  }
}

extension OrdinalDesign {
  /// The design with some of its predictors only, rows that are alike in these and in the outcome taken together.
  fileprivate func restricted(to members: [Int], _ groups: DistinctRows.Groups) -> OrdinalDesign {
    var sums = [Double](repeating: 0, count: groups.first.count)
    for (row, group) in groups.ofRow.enumerated() { sums[group] += weights[row] }
    let blocks = (members.count + 4) / 4
    var part = [SIMD4<Double>](repeating: .zero, count: blocks * groups.first.count)
    for (row, old) in groups.first.enumerated() {
      part[row * blocks][0] = 1
      for (place, member) in members.enumerated() {
        part[row * blocks + (place + 1) / 4][(place + 1) % 4] = value(old, member)
      }
    }
    return OrdinalDesign(
      levels: levels, kept: members.map { kept[$0] }, means: members.map { means[$0] },
      scales: members.map { scales[$0] }, categories: groups.first.map { categories[$0] }, weights: sums,
      blocks: blocks, cells: part)
  }
}

extension OrdinalDesign {
  /// The log-probability of a row's category.
  fileprivate func logProbability(of row: Int, at parameters: [Double]) -> Double {
    var eta = 0.0
    for place in 0..<predictors { eta += parameters[thresholds + place] * value(row, place) }
    let category = categories[row]
    return OrdinalTerm(
      upper: category < thresholds ? parameters[category] - eta : nil,
      lower: category > 0 ? parameters[category - 1] - eta : nil
    ).logProbability
  }
}

extension DistinctRows {
  /// The rows of an ordinal design by the outcome (column 0) and the predictors.
  fileprivate init(_ design: OrdinalDesign) {
    let width = design.predictors
    let columns = (0..<width).map { column in
      (0..<design.count).map { design.value($0, column) }
    }
    self.init(of: [design.categories.map { Double($0) }] + columns)
  }
}
