/// Exact Shapley shares of R²: what each driver adds to the explained variance, averaged over all orders of entry.
///
/// Also known as LMG and as general dominance (Lindeman, Merenda & Gold 1980; Kruskal 1987,
/// doi:10.1080/00031305.1987.10475432; Budescu 1993, doi:10.1037/0033-2909.114.3.542; Grömping 2007,
/// doi:10.1198/000313007X188252). All 2ᵖ sub-models are visited; the cost does not depend on the number of
/// respondents. A driver that follows exactly from drivers already in a model adds nothing there, so duplicates share.
public struct ShapleyImportance: Sendable, Equatable {
  /// The largest number of drivers the exact enumeration takes: 2³⁰ sub-models, some seconds.
  public static let mostDrivers = 30
  /// The largest number of drivers that are enumerated in a second or two; analyses sample orders beyond it.
  public static let mostQuickDrivers = 27
  /// A driver of which no more than this part of its variance is left beside the others counts as following from
  /// them.
  public static let tolerance = 1e-11

  /// The same in the enumeration with twice the precision, which is used where drivers nearly follow from each other.
  static let preciseTolerance = PreciseCholesky.tolerance
  /// The largest number of drivers enumerated with twice the precision.
  static let mostPreciseDrivers = 20

  /// The drivers' shares; they sum to `rSquared`.
  public let shares: [Double]
  /// The share of the outcome's variance that all drivers explain together, 0…1.
  public let rSquared: Double
  /// What a driver (row) adds on average to models with a number of other drivers (column, from 0): conditional
  /// dominance (Azen & Budescu 2003, doi:10.1037/1082-989X.8.2.129).
  public let conditional: Matrix

  /// The shares as parts of what is explained; they sum to 1, and are 0 where nothing is explained.
  public var fractions: [Double] {
    let total = shares.reduce(0, +)
    return total > 0 ? shares.map { $0 / total } : shares.map { _ in 0 }
  }

  /// The shares of one outcome's R² among the other columns, or among some of them.
  public init(of outcome: Int, in covariance: Covariance, drivers: [Int]? = nil) throws(FitError) {
    let drivers = drivers ?? (0..<covariance.columns).filter { $0 != outcome }
    self = try ShapleyImportance.sharing([outcome], in: covariance, drivers: drivers)[0]
  }

  /// The shares of several outcomes that have the same drivers, in one enumeration.
  ///
  /// - Throws: `FitError.tooManyDrivers` beyond `mostDrivers`, `FitError.constantOutcome` where an outcome does not
  ///   vary.
  public static func sharing(
    _ outcomes: [Int], in covariance: Covariance, drivers: [Int]
  ) throws(FitError) -> [ShapleyImportance] {
    guard drivers.count <= mostDrivers else {
      throw .tooManyDrivers(have: drivers.count, most: mostDrivers)
    }
    guard outcomes.allSatisfy({ covariance.matrix[$0, $0] > 0 }) else { throw .constantOutcome }
    let part = covariance.restricted(to: drivers + outcomes)
    let correlation = part.correlation
    if drivers.count <= mostPreciseDrivers,
      correlation.restricted(to: Array(drivers.indices)).isNearlySingular
    {
      return preciseSums(part, drivers: drivers.count).map { ShapleyImportance(sums: $0) }
    }
    let enumeration = ShapleyEnumeration(drivers: drivers.count, outcomes: outcomes.count)
    return enumeration.sums(correlation, varies: drivers.map { covariance.matrix[$0, $0] > 0 })
      .map { ShapleyImportance(sums: $0) }
  }

  /// The enumeration in twice the precision, for drivers that nearly follow from each other.
  private static func preciseSums(_ part: Covariance, drivers: Int) -> [Matrix] {
    let correlation = PreciseMatrix(correlationsOf: part)
    let outcomes = part.columns - drivers
    let sweep = ShapleySweep<DoubleDouble>(
      drivers: drivers, outcomes: outcomes, tolerance: preciseTolerance)
    return sweep.run(
      matrix: { correlation[$0, $1] }, cross: { row, outcome in correlation[row, drivers + outcome] })
  }

  /// Shares from sums of increments by driver and number of other drivers.
  init(sums: Matrix) {
    let drivers = sums.rows
    var conditional = sums
    var ways = 1.0
    for count in 0..<drivers {
      for driver in 0..<drivers { conditional[driver, count] = sums[driver, count] / ways }
      ways *= Double(drivers - 1 - count) / Double(count + 1)
      ways.round()
    }
    self.conditional = conditional
    shares = (0..<drivers).map { conditional.row($0).reduce(0, +) / Double(drivers) }
    rSquared = shares.reduce(0, +)
  }
}

/// An enumeration that can be run again and again on matrices of one size, as a bootstrap does.
struct ShapleyEnumeration {
  private let drivers: Int
  private let outcomes: Int
  private let padded: Int
  private let sweep: ShapleySweep<SIMD8<Double>>

  init(drivers: Int, outcomes: Int) {
    self.drivers = drivers
    self.outcomes = outcomes
    padded = max(drivers, SIMD8<Double>.laneBits)
    sweep = ShapleySweep(drivers: padded, outcomes: outcomes, tolerance: ShapleyImportance.tolerance)
  }

  /// Sums of increments per outcome, by driver and number of others, from correlations in the order drivers,
  /// outcomes.
  ///
  /// Fewer than three drivers are padded with columns of zeros, which never add anything and change nobody's share;
  /// with them the sums by size are those of more drivers and are brought back by averaging.
  func sums(_ correlations: Matrix, varies: [Bool]) -> [Matrix] {
    let isUsed = { (driver: Int) in driver < drivers && varies[driver] }
    let all = sweep.run(
      matrix: { row, column in
        SIMD8(same: isUsed(row) && isUsed(column) ? correlations[row, column] : 0)
      },
      cross: { row, outcome in
        SIMD8(same: isUsed(row) ? correlations[row, drivers + outcome] : 0)
      })
    return padded == drivers ? all : all.map(withoutPadding)
  }

  /// The sums by size of the real drivers alone, out of sums over models that padding takes part in.
  ///
  /// A model with k real drivers occurs once for each of the C(e, i) ways to add i of e empty ones, in the column
  /// k + i; the columns are solved from the first on.
  private func withoutPadding(_ sums: Matrix) -> Matrix {
    let empty = padded - drivers
    var result = Matrix(rows: drivers, columns: drivers)
    for driver in 0..<drivers {
      for count in 0..<drivers {
        var rest = sums[driver, count]
        var ways = 1.0
        for added in 1...empty where added <= count {
          ways *= Double(empty - added + 1) / Double(added)
          rest -= ways * result[driver, count - added]
        }
        result[driver, count] = rest
      }
    }
    return result
  }
}
