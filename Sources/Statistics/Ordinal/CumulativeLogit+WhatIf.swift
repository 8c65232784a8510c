internal import RealModule

/// A change of a predictor for all respondents.
public enum PredictorChange: Sendable, Equatable {
  /// So many points more, but never beyond the limits of the scale where these are given.
  case shift(Double, within: ClosedRange<Double>?)
  /// The same value for everybody.
  case set(Double)
  /// No lower than this: whoever is below is lifted to it.
  case atLeast(Double)

  func applied(to value: Double) -> Double {
    switch self {
    case .shift(let points, let limits):
      limits.map { min(max(value + points, $0.lowerBound), $0.upperBound) } ?? value + points
    case .set(let value): value
    case .atLeast(let least): max(value, least)
    }
  }
}

/// What an ordinal model expects of a net share when predictors change; an association, not the effect of a measure.
public struct NetShareScenario: Sendable, Equatable {
  /// The expected net share, −1…1.
  public let netShare: Double
  /// That less the expected net share of the data as they are.
  public let change: Double
  /// The standard error of `change` by the delta method, the respondents taken as given.
  public let changeStandardError: Double
}

extension CumulativeLogit {
  /// The share of levels of at least `high` less that of levels of at most `low`, as the model expects it with some
  /// predictors changed: weighted mean of 1 − F(θ_high − x′b) − F(θ_low − x′b).
  ///
  /// - Parameters:
  ///   - high: The lowest level that counts as won, such as 9.
  ///   - low: The highest level that counts as lost, such as 6.
  ///   - changes: A change per predictor, by its place; aliased predictors change nothing.
  public func netShare(
    high: Int, low: Int, changing changes: [Int: PredictorChange] = [:]
  ) -> NetShareScenario {
    let base = netShareState(high, low, [:])
    let changed = netShareState(high, low, changes)
    let slopes = zip(changed.gradient, base.gradient).map { $0 - $1 }
    return NetShareScenario(
      netShare: changed.value, change: changed.value - base.value,
      changeStandardError: max(0, covariance.quadraticForm(slopes)).squareRoot())
  }

  /// The change of the expected net share per point of a predictor; nil for an aliased one.
  public func netShareSlope(of predictor: Int, high: Int, low: Int) -> Double? {
    guard let coefficient = coefficients[predictor] else { return nil }
    let cuts = netShareCuts(high, low).compactMap(\.self)
    let state = netShareState(high, low, [:])
    // The slope along a threshold is minus the mean density there; high and low may be the same threshold.
    return coefficient * -Set(cuts).reduce(0) { $0 + state.gradient[$1] }
  }

  /// The thresholds below `high` and above `low`; nil where all levels lie on one side.
  private func netShareCuts(_ high: Int, _ low: Int) -> [Int?] {
    let below = levels.filter { $0 < high }.count
    let lost = levels.filter { $0 <= low }.count
    return [below, lost].map { $0 > 0 && $0 < levels.count ? $0 - 1 : nil }
  }

  private func netShareState(
    _ high: Int, _ low: Int, _ changes: [Int: PredictorChange]
  ) -> (value: Double, gradient: [Double]) {
    let (cuts, width) = (design.thresholds, design.predictors)
    let wanted = netShareCuts(high, low)
    let open = NetShareEnds(levels, high, low)
    let total = design.sumOfWeights
    var (value, gradient) = (0.0, [Double](repeating: 0, count: cuts + width))
    let slopes = design.kept.indices.map { Array(design.change($0 + 1).dropFirst()) }
    for row in 0..<design.count {
      let x = standardized(row, changes, slopes)
      let eta = (0..<width).reduce(0.0) { $0 + x[$1] * state.parameters[cuts + $1] }
      let share = design.weights[row] / total
      value += share * open.value
      for case let cut? in wanted {
        let at = LogisticProbability(state.parameters[cut] - eta)
        let density = share * at.one * at.zero
        value -= share * at.one
        gradient[cut] -= density
        for place in 0..<width { gradient[cuts + place] += density * x[place] }
      }
    }
    return (value, gradient)
  }

  /// A row's columns after a change of its predictors, of which a point moves them by its row of `slopes`.
  private func standardized(
    _ row: Int, _ changes: [Int: PredictorChange], _ slopes: [[Double]]
  ) -> [Double] {
    var values = (0..<design.predictors).map { design.value(row, $0) }
    let before = values
    for (place, predictor) in design.kept.enumerated() {
      guard let change = changes[predictor] else { continue }
      let value = design.predictor(place, row: row, standard: before[place])
      let points = change.applied(to: value) - value
      for (column, slope) in slopes[place].enumerated() where slope != 0 { values[column] += points * slope }
    }
    return values
  }
}

/// What a net share is without the terms of its thresholds: 1, or what a missing threshold makes of it.
private struct NetShareEnds {
  let value: Double

  init(_ levels: [Int], _ high: Int, _ low: Int) {
    let nobodyWins = levels.allSatisfy { $0 < high }
    let allLose = levels.allSatisfy { $0 <= low }
    value = 1 - (nobodyWins ? 1 : 0) - (allLose ? 1 : 0)
  }
}
