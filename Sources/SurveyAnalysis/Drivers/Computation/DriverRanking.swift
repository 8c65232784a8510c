internal import Statistics
internal import SurveyModel

/// Puts the numbers of each driver together and the drivers in order.
struct DriverRanking {
  let data: DriverData
  let model: DriverModel
  /// Per outcome (score, promoter, detractor) the shares.
  let shares: [DriverModel.Shares?]
  /// Which of the outcomes is asked for, and its column.
  let main: Int
  let column: Int
  let uncertainty: DriverUncertainty?
  let duplicates: Set<Int>
  let options: DriverOptions

  /// The drivers' indices, most important first.
  var order: [Int] { RankDraws.order(shares[main]?.fractions ?? []) }

  /// The ranked drivers, most important first.
  var drivers: [RankedDriver] {
    let others = DriverModel.shares(
      of: [column], in: model.covariance, drivers: data.count, by: options.method.other)
    let slopes = slopes()
    let correlation = model.covariance.correlation
    let deviations = model.covariance.standardDeviations
    return order.enumerated().map { place, driver in
      let question = data.drivers[driver]
      let scale = Double(question.scale.minimum)...Double(question.scale.maximum)
      let steps = Double(question.scale.steps)
      return RankedDriver(
        id: question.id, importance: shares[main]?.fractions[driver] ?? 0,
        samplingError: shares[main]?.samplingErrors?[driver],
        interval: uncertainty?.intervals[main][driver], rank: place + 1,
        rankInterval: uncertainty?.draws.interval(of: driver),
        probabilityTop3: uncertainty?.draws.probabilityTop3(of: driver),
        promoterImportance: shares[1]?.fractions[driver],
        promoterInterval: uncertainty?.intervals[1][driver],
        detractorImportance: shares[2]?.fractions[driver],
        detractorInterval: uncertainty?.intervals[2][driver],
        otherImportance: others[0]?.fractions[driver] ?? 0, correlation: correlation[driver, column],
        coefficient: slopes[driver].coefficient.map { steps * $0 },
        coefficientStandardError: slopes[driver].standardError.map { steps * $0 },
        standardizedCoefficient: slopes[driver].coefficient.map {
          $0 * deviations[driver] / deviations[column]
        },
        performance: data.performance[driver].value,
        performanceInterval: data.performance[driver].interval(
          confidence: options.confidence, within: scale),
        answered: data.answered[driver])
    }
  }

  private typealias Slope = (coefficient: Double?, standardError: Double?)

  /// Coefficients per step of the scale with HC3 errors, or those of the design, from the rows where every rating is there; otherwise from the covariance, with the
  /// resamples' errors.
  private func slopes() -> [Slope] {
    let coefficients = DriverModel.coefficients(
      of: column, in: model.covariance, drivers: data.count, without: duplicates)
    guard model.isComplete else {
      return coefficients.enumerated().map { driver, coefficient in
        (coefficient, coefficient == nil ? nil : uncertainty?.coefficientErrors[driver])
      }
    }
    let kept = coefficients.indices.filter { coefficients[$0] != nil }
    var result = coefficients.map { Slope($0, nil) }
    do {
      let fitted = try LinearRegression(of: column, on: kept, in: model.columns, weights: model.weights)
      let errors = try designErrors(of: kept) ?? fitted.robustStandardErrors
      for (place, driver) in kept.enumerated() {
        result[driver] = (fitted.coefficients[place], errors[place])
      }
    } catch {
      return result
    }
    return result
  }

  /// The errors of coefficients under the design; nil without one.
  private func designErrors(of drivers: [Int]) throws(FitError) -> [Double?]? {
    guard let design = model.design else { return nil }
    let numbers = { (column: Int) in model.columns.columns[column].map(Double.init) }
    let errors = try ClusterRobustErrors(
      of: numbers(column), on: drivers.map(numbers), weights: model.weights, design: design)
    return Array(errors.standardErrors.dropFirst())
  }
}
