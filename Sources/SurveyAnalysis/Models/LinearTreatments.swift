internal import Statistics
internal import SurveyModel

/// The coefficients of the linear model by treatment of missing answers, per code of the drivers' scales.
struct LinearTreatments {
  typealias Estimate = LinearModelAnalysis.Estimate

  private(set) var estimates: [LinearModelAnalysis.Treatment: [Estimate?]] = [:]
  /// Standard errors among complete cases by assumption.
  private(set) var errors: [String: [Double?]] = [:]
  private(set) var rSquared = 0.0
  private(set) var indicatorCases: Int?

  /// Numbers of some respondents: a column per predictor, and the outcome.
  private struct Rows {
    let predictors: [[Double]]
    let outcome: [Double]
    let weights: [Double]?
    let design: SamplingDesign?

    /// The coefficients of the first predictors, with errors under the design or HC3.
    func estimates(_ count: Int) throws(FitError) -> [Estimate?] {
      let fit = try LinearRegression(of: outcome, on: predictors, weights: weights)
      var errors = fit.robustStandardErrors
      if let design {
        let found = try ClusterRobustErrors(of: outcome, on: predictors, weights: weights, design: design)
        errors = Array(found.standardErrors.dropFirst())
      }
      return (0..<count).map { place in
        fit.coefficients[place].map { Estimate(coefficient: $0, standardError: errors[place]) }
      }
    }
  }

  init(_ data: DriverData, _ table: ResponseTable, _ options: DriverOptions) throws(FitError) {
    let columns = data.columns.columns[...data.count].map { column in
      column.map { $0 == IntegerColumns.missing ? nil : Double($0) }
    }
    let complete = LinearTreatments.rows(data.columns.completeRows, columns, data)
    estimates[.complete] = try complete.estimates(data.count)
    try addErrors(complete, data)
    guard data.completeCases < data.columns.rows else { return }
    estimates[.expectationMaximization] = LinearTreatments.likelihood(data, options)
    if data.columns.rows * columns.count <= LinearModelAnalysis.mostImputed {
      estimates[.imputation] = try LinearTreatments.imputed(columns, data, seed: options.seed)
    }
    try addIndicator(columns, data, table)
  }

  private static func rows(_ kept: [Int], _ columns: [[Double?]], _ data: DriverData) -> Rows {
    let numbers = columns.map { column in kept.map { column[$0] ?? .nan } }
    return Rows(
      predictors: Array(numbers[..<data.count]), outcome: numbers[data.count],
      weights: data.weights.map { weights in kept.map { weights[$0] } },
      design: data.design?.informative?.restricted(to: kept))
  }

  private mutating func addErrors(_ rows: Rows, _ data: DriverData) throws(FitError) {
    for robust in RobustErrors.allCases {
      let fit = try LinearRegression(
        of: rows.outcome, on: rows.predictors, weights: rows.weights, robust: robust)
      errors[robust.rawValue] = fit.robustStandardErrors
      (errors["classical"], rSquared) = (fit.standardErrors, fit.rSquared)
    }
    guard let design = rows.design, design.clusterCount < rows.outcome.count else { return }
    for correction in [ClusterCorrection.cr1, .cr2] {
      let found = try ClusterRobustErrors(
        of: rows.outcome, on: rows.predictors, weights: rows.weights, clusters: design.clusters,
        correction: correction)
      errors[correction.rawValue] = Array(found.standardErrors.dropFirst())
    }
  }

  /// Maximum likelihood with the spread of its resamples; nil for all where the iteration needed help.
  private static func likelihood(_ data: DriverData, _ options: DriverOptions) -> [Estimate?] {
    guard let model = try? DriverModel(data, .expectationMaximization), !model.isUnstable else {
      return data.drivers.map { _ in nil }
    }
    let count = data.count
    let drawn = model.resampling(.expectationMaximization).replicated(
      Bootstrap(replicates: min(options.replicates, 400), seed: options.seed), statistics: count
    ) { covariance, result in
      let found = DriverModel.coefficients(of: count, in: covariance, drivers: count, without: [])
      for place in 0..<count { result[place] = found[place] ?? .nan }
    }
    return DriverModel.coefficients(of: count, in: model.covariance, drivers: count, without: [])
      .enumerated().map { place, coefficient in
        let spread = (0..<drawn.rows).map { drawn[$0, place] }.filter(\.isFinite)
        return coefficient.map {
          Estimate(
            coefficient: $0,
            standardError: spread.count * 2 > drawn.rows ? BootstrapInterval.standardError(spread) : nil)
        }
      }
  }

  private static func imputed(
    _ columns: [[Double?]], _ data: DriverData, seed: UInt64
  ) throws(FitError) -> [Estimate?] {
    let imputation = MultipleImputation(
      of: columns, copies: LinearModelAnalysis.copies, weights: data.weights, seed: seed)
    var found: [[Estimate?]] = []
    for copy in imputation.completed {
      let rows = Rows(
        predictors: Array(copy[..<data.count]), outcome: copy[data.count], weights: data.weights,
        design: data.design?.informative)
      found.append(try rows.estimates(data.count))
    }
    return (0..<data.count).map { place in
      let values = found.compactMap { $0[place] }
      let variances = values.compactMap { $0.standardError.map { $0 * $0 } }
      guard values.count == found.count, variances.count == found.count else { return nil }
      let pooled = RubinPooling(of: values.map(\.coefficient), variances: variances)
      return Estimate(coefficient: pooled.estimate, standardError: pooled.standardError)
    }
  }

  /// The mean and an indicator where a question was not put; respondents who left others out do not count.
  private mutating func addIndicator(
    _ columns: [[Double?]], _ data: DriverData, _ table: ResponseTable
  ) throws(FitError) {
    let isUnasked = data.drivers.map { question in
      data.rows.map { table.ratings[question.id]?[$0] == .notShown }
    }
    guard isUnasked.contains(where: { $0.contains(true) }) else { return }
    let kept = data.rows.indices.filter { row in
      (0..<data.count).allSatisfy { columns[$0][row] != nil || isUnasked[$0][row] }
    }
    guard kept.count > 2 * data.count + 1 else { return }
    let weights = data.weights.map { weights in kept.map { weights[$0] } }
    let holed = MissingIndicator(
      (0..<data.count).map { driver in kept.map { columns[driver][$0] } }, weights: weights)
    let rows = Rows(
      predictors: holed.columns, outcome: kept.map { columns[data.count][$0] ?? .nan }, weights: weights,
      design: data.design?.informative?.restricted(to: kept))
    estimates[.indicator] = try rows.estimates(data.count)
    indicatorCases = kept.count
  }
}
