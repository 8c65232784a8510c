/// R² of every sub-model of some drivers, by depth-first elimination.
public struct SubsetRSquared: Sendable, Equatable {
  /// The largest number of drivers: 2²⁴ numbers take 128 MB.
  public static let mostDrivers = 24

  /// How many drivers there are.
  public let drivers: Int
  /// R² by bit mask: bit j stands for driver j, mask 0 for the model without drivers.
  public let values: [Double]
  /// What R² has beyond double precision, which differences of nearly equal ones need; empty where it is not known.
  private let remainders: [Double]
  private let correlation: PreciseMatrix?

  /// What every sub-model explains, by bit mask, of models fitted otherwise, such as logits.
  ///
  /// - Precondition: there are 2ᵖ values.
  public init(values: [Double]) {
    precondition(values.count.nonzeroBitCount == 1, "There is a value for every set of drivers.")
    drivers = values.count.trailingZeroBitCount
    self.values = values
    (remainders, correlation) = ([], nil)
  }

  /// R² of every sub-model of the other columns, or some of them, for one outcome.
  ///
  /// - Throws: `FitError.tooManyDrivers` beyond `mostDrivers`, `FitError.constantOutcome`.
  public init(of outcome: Int, in covariance: Covariance, drivers: [Int]? = nil) throws(FitError) {
    let drivers = drivers ?? (0..<covariance.columns).filter { $0 != outcome }
    guard drivers.count <= SubsetRSquared.mostDrivers else {
      throw .tooManyDrivers(have: drivers.count, most: SubsetRSquared.mostDrivers)
    }
    guard covariance.matrix[outcome, outcome] > 0 else { throw .constantOutcome }
    let part = covariance.restricted(to: drivers + [outcome])
    let among = part.correlation.restricted(to: Array(drivers.indices))
    let correlation = PreciseMatrix(correlationsOf: part)
    self.drivers = drivers.count
    self.correlation = correlation
    guard among.isNearlySingular, drivers.count <= ShapleyImportance.mostPreciseDrivers else {
      let sweep = SubsetSweep<Double>(drivers: drivers.count, tolerance: ShapleyImportance.tolerance)
      values = sweep.run { correlation[$0, $1].high }
      remainders = []
      return
    }
    let sweep = SubsetSweep<DoubleDouble>(drivers: drivers.count, tolerance: PreciseCholesky.tolerance)
    let found = sweep.run { correlation[$0, $1] }
    values = found.map(\.high)
    remainders = found.map(\.low)
  }

  /// R² of one sub-model less that of another.
  func difference(_ mask: Int, _ other: Int) -> Double {
    let high = values[mask] - values[other]
    return remainders.isEmpty ? high : high + (remainders[mask] - remainders[other])
  }

  /// The share of the outcome's variance that a sub-model leaves, 0 at least.
  func unexplained(_ mask: Int) -> Double {
    max(0, (1 - values[mask]) - (remainders.isEmpty ? 0 : remainders[mask]))
  }

  /// By bit mask, what the model of all drivers loses without those, with all its digits also where that is little;
  /// nil where a driver follows from others.
  ///
  /// The same elimination, of the inverse of the correlations with the coefficients as covariances.
  var losses: [Double]? {
    guard let correlation else { return nil }
    let factor = PreciseCholesky(correlation.restricted(to: Array(0..<drivers)))
    guard factor.dependent.isEmpty else { return nil }
    let coefficients = factor.solve((0..<drivers).map { correlation[$0, drivers] })
    let inverse = factor.inverse
    let scales = (0..<drivers).map { DoubleDouble(1) / inverse[$0, $0].squareRoot }
    func element(_ row: Int, _ column: Int) -> DoubleDouble {
      column == drivers
        ? coefficients[row] * scales[row] : inverse[row, column] * scales[row] * scales[column]
    }
    if remainders.isEmpty {
      let sweep = SubsetSweep<Double>(drivers: drivers, tolerance: PreciseCholesky.tolerance)
      return sweep.run { element($0, $1).high }
    }
    let sweep = SubsetSweep<DoubleDouble>(drivers: drivers, tolerance: PreciseCholesky.tolerance)
    return sweep.run(matrix: element).map(\.high)
  }
}
