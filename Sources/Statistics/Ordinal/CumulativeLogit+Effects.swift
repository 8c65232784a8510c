extension CumulativeLogit {
  /// The average marginal effects: change of each level's probability (0…1) per point of a predictor; nil for an aliased
  /// one.
  public func averageMarginalEffects(of predictor: Int) -> [Double]? {
    guard let coefficient = coefficients[predictor] else { return nil }
    let cuts = design.thresholds
    // The mean density at each threshold; the ends have none.
    var densities = [Double](repeating: 0, count: levels.count + 1)
    for row in 0..<design.count {
      let eta = linearPredictor(row)
      for cut in 0..<cuts {
        let at = LogisticProbability(state.parameters[cut] - eta)
        densities[cut + 1] += design.weights[row] * at.one * at.zero
      }
    }
    let total = design.sumOfWeights
    return levels.indices.map { coefficient * (densities[$0] - densities[$0 + 1]) / total }
  }

  /// Standard errors that stay right where the model or the weights are not exact (White 1982, doi:10.2307/1912526; HC0):
  /// thresholds, then predictors, nil for aliased ones.
  public func robustStandardErrors() -> [Double?] {
    let size = design.thresholds + design.predictors
    var meat = Matrix(rows: size, columns: size)
    for row in 0..<design.count {
      let score = score(row)
      for first in 0..<size where score[first] != 0 {
        for second in 0..<size { meat[first, second] += score[first] * score[second] }
      }
    }
    return errors(covariance * meat * covariance)
  }

  /// Linearised standard errors under a survey design with probability weights (Binder 1983, doi:10.2307/1402588):
  /// thresholds, then predictors, nil for aliased ones.
  ///
  /// - Precondition: the design has the rows the regression was made of, all with a positive weight.
  public func standardErrors(under sampling: SamplingDesign) -> [Double?] {
    errors(sampling.covariance(of: covariance, scores: (0..<design.count).map { score($0) }))
  }

  private func errors(_ covariance: Matrix) -> [Double?] {
    let errors = design.errorsInOwnUnits(covariance)
    var result = errors[..<design.thresholds].map { Optional($0) }
    result += [Double?](repeating: nil, count: coefficients.count)
    for (place, predictor) in design.kept.enumerated() {
      result[design.thresholds + predictor] = errors[design.thresholds + place]
    }
    return result
  }

  /// The weighted slope of one row's log-probability with respect to the standardised parameters.
  func score(_ row: Int) -> [Double] {
    let (cuts, category, eta) = (design.thresholds, design.categories[row], linearPredictor(row))
    let weight = design.weights[row]
    let term = OrdinalTerm(
      upper: category < cuts ? state.parameters[category] - eta : nil,
      lower: category > 0 ? state.parameters[category - 1] - eta : nil)
    var score = [Double](repeating: 0, count: cuts + design.predictors)
    if category < cuts { score[category] = weight * term.slopeAbove }
    if category > 0 { score[category - 1] = weight * term.slopeBelow }
    let slope = weight * (term.slopeAbove + term.slopeBelow)
    for place in 0..<design.predictors {
      score[cuts + place] = -slope * design.value(row, place)
    }
    return score
  }

  /// A row's x′b with standardised predictors.
  private func linearPredictor(_ row: Int) -> Double {
    var sum = 0.0
    for place in 0..<design.predictors {
      sum += design.value(row, place) * state.parameters[design.thresholds + place]
    }
    return sum
  }
}
