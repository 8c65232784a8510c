internal import Statistics
internal import SurveyModel

/// Covariances of drivers and outcomes by the treatment asked for, and what follows from them.
struct DriverModel {
  /// The numbers of one outcome.
  struct Shares: Equatable {
    let fractions: [Double]
    let rSquared: Double
    /// The standard errors of `fractions` where they come from random orders; otherwise nil.
    var samplingErrors: [Double]?
    var sampling: OrderSampling?
  }

  let covariance: Covariance
  /// Whether the treatment of missing ratings needed help.
  let isUnstable: Bool
  /// The rows the covariance was made of.
  let columns: IntegerColumns
  let weights: [Double]?
  let drivers: Int
  /// How the rows were drawn; nil where they are independent.
  let design: SamplingDesign?

  /// The covariances of columns of which the last is the outcome and all others stand for drivers.
  init(
    _ columns: IntegerColumns, weights: [Double]?, design: SamplingDesign? = nil,
    _ treatment: MissingTreatment
  ) throws(AnalysisError) {
    drivers = columns.columns.count - 1
    let complete = columns.completeRows
    if treatment == .completeCases || complete.count == columns.rows {
      self.columns = columns.restricted(to: complete)
      self.weights = weights.map { weights in complete.map { weights[$0] } }
      self.design = design?.restricted(to: complete)
      covariance = Covariance(CrossProducts(of: self.columns, weights: self.weights))
      isUnstable = false
      return
    }
    (self.columns, self.weights, self.design) = (columns, weights, design)
    if treatment == .pairwise {
      let pairwise = PairwiseCovariance(of: columns, weights: weights)
      (covariance, isUnstable) = (pairwise.repaired, pairwise.isIndefinite)
      return
    }
    do {
      let fitted = try ExpectationMaximization(of: columns, weights: weights)
      covariance = fitted.covariance
      isUnstable = !fitted.hasConverged || fitted.isRegularized
    } catch {
      throw .tooFewRespondents(have: columns.rows, need: drivers + 2)
    }
  }

  init(_ data: DriverData, _ treatment: MissingTreatment) throws(AnalysisError) {
    drivers = data.count
    if treatment == .completeCases || data.completeCases == data.columns.rows {
      (columns, weights) = data.completeRows()
      design = data.design?.restricted(to: data.columns.completeRows)
      covariance = Covariance(CrossProducts(of: columns, weights: weights))
      isUnstable = false
    } else if treatment == .pairwise {
      (columns, weights, design) = (data.columns, data.weights, data.design)
      let pairwise = PairwiseCovariance(of: columns, weights: weights)
      covariance = pairwise.repaired
      isUnstable = pairwise.isIndefinite
    } else {
      (columns, weights, design) = (data.columns, data.weights, data.design)
      do {
        let fitted = try ExpectationMaximization(
          of: columns, derived: columns.columns.count - drivers - 1, weights: weights)
        covariance = fitted.covariance
        isUnstable = !fitted.hasConverged || fitted.isRegularized
      } catch {
        throw .tooFewRespondents(have: data.base.size, need: drivers + 2)
      }
    }
  }

  /// By how much the residual standard deviation of a regression on all drivers exceeds that of its own sample, √(n/(n − p − 1)),
  /// with Kish's effective n where there are weights.
  var residualWidening: Double {
    let rows = DriverData.effectiveSize(weights, columns.rows)
    return (rows / max(1, rows - Double(drivers) - 1)).squareRoot()
  }

  /// Whether every rating of the rows used is there.
  var isComplete: Bool {
    columns.columns.allSatisfy { !$0.contains(IntegerColumns.missing) }
  }

  /// The shares of outcomes' R² by a method, nil for an outcome that does not vary.
  ///
  /// - Parameter isResample: Whether the shares are to be compared with others of as many drivers; beyond
  ///   `DriverOptions.mostResampledDrivers` they then come from a few orders of the drivers, the same for all.
  static func shares(
    of outcomes: [Int?], in covariance: Covariance, drivers: Int, by method: DriverMethod,
    isResample: Bool = false
  ) -> [Shares?] {
    let varying = outcomes.map { $0.flatMap { covariance.matrix[$0, $0] > 0 ? $0 : nil } }
    let wanted = varying.compactMap(\.self)
    let most = isResample ? DriverOptions.mostResampledDrivers : ShapleyImportance.mostQuickDrivers
    var found: [Shares]
    do {
      let among = Array(0..<drivers)
      switch method {
      case .shapley where drivers > most:
        let precision = isResample ? Double.infinity : DriverOptions.orderPrecision
        found = try SampledShapley.sharing(
          wanted, in: covariance, drivers: among, standardError: precision,
          mostOrders: DriverOptions.mostOrders(of: drivers)
        ).map { sampled in
          Shares(
            fractions: sampled.fractions, rSquared: sampled.rSquared, samplingErrors: sampled.fractionErrors,
            sampling: OrderSampling(
              orders: sampled.orders, standardError: sampled.fractionErrors.max() ?? 0))
        }
      case .shapley:
        found = try ShapleyImportance.sharing(wanted, in: covariance, drivers: among)
          .map { Shares(fractions: $0.fractions, rSquared: $0.rSquared) }
      case .relativeWeights:
        found = try RelativeWeights.sharing(wanted, in: covariance, drivers: among)
          .map { Shares(fractions: $0.fractions, rSquared: $0.rSquared) }
      }
    } catch {
      found = []
    }
    found.reverse()
    return varying.map { $0 == nil ? nil : found.popLast() }
  }

  /// The drivers' coefficients from a covariance; nil where a driver follows from earlier ones.
  static func coefficients(
    of outcome: Int, in covariance: Covariance, drivers: Int, without left: Set<Int>
  ) -> [Double?] {
    let kept = (0..<drivers).filter { !left.contains($0) }
    let factor = CholeskyDecomposition(covariance.matrix.restricted(to: kept), tolerance: 1e-9)
    let solution = factor.solve(kept.map { covariance.matrix[$0, outcome] })
    var result = [Double?](repeating: nil, count: drivers)
    for (place, driver) in kept.enumerated() where !factor.dependent.contains(place) {
      result[driver] = solution[place]
    }
    return result
  }
}

extension DriverMethod {
  /// The method to show beside this one.
  var other: DriverMethod { self == .shapley ? .relativeWeights : .shapley }
}
