/// Shapley shares of R² for more drivers than can be enumerated, from random orders of entry, with their sampling errors.
///
/// In an order each driver gets what R² gains when it enters; the mean over orders estimates its share (Castro, Gómez &
/// Tejada 2009, doi:10.1016/j.cor.2008.04.004). Each order is paired with its reverse, in which early drivers come late, so
/// that the two err in opposite directions (antithetic). Pairs are drawn until every share is known to a standard error;
/// pair k comes from stream k of the seed, so the result does not depend on the number of threads. Every order's gains sum
/// to R², so the shares do as well.
public struct SampledShapley: Sendable, Equatable {
  /// The drivers' shares; they sum to `rSquared`.
  public let shares: [Double]
  /// The standard error each share has from sampling orders, in the units of `shares`.
  ///
  /// It says how far the share may lie from the exact one for this covariance; nothing of other respondents.
  public let standardErrors: [Double]
  /// The share of the outcome's variance that all drivers explain together, 0…1.
  public let rSquared: Double
  /// How many orders were drawn, reversed ones included.
  public let orders: Int

  /// How many pairs are drawn at a time, and at least.
  private static let batch = 256

  /// The shares as parts of what is explained; they sum to 1, and are 0 where nothing is explained.
  public var fractions: [Double] { shares.map { rSquared > 0 ? $0 / rSquared : 0 } }
  /// The sampling errors of `fractions`.
  public var fractionErrors: [Double] { standardErrors.map { rSquared > 0 ? $0 / rSquared : 0 } }

  /// The shares of several outcomes that have the same drivers, from the same orders.
  ///
  /// - Parameters:
  ///   - standardError: The largest standard error wanted of any fraction; at most `mostOrders` orders are drawn for it.
  ///   - mostOrders: When to stop all the same; `standardErrors` then says how far it came.
  /// - Throws: `FitError.constantOutcome` where an outcome does not vary.
  /// - Precondition: `standardError` is positive.
  public static func sharing(
    _ outcomes: [Int], in covariance: Covariance, drivers: [Int], standardError: Double = 0.001,
    mostOrders: Int = 1_000_000, seed: UInt64 = 1
  ) throws(FitError) -> [SampledShapley] {
    precondition(standardError > 0, "A standard error to reach is positive.")
    guard outcomes.allSatisfy({ covariance.matrix[$0, $0] > 0 }) else { throw .constantOutcome }
    let correlation = covariance.restricted(to: drivers + outcomes).correlation
    let varies = drivers.map { covariance.matrix[$0, $0] > 0 }
    let gains = OrderedGains(correlation, drivers: drivers.count, varies: varies)
    var moments = PairMoments(values: outcomes.count * drivers.count)
    repeat {
      let first = moments.pairs
      let drawn = ParallelRows(rows: batch, columns: outcomes.count * drivers.count).computed {
        { row, result in gains.pair(seed: seed, stream: UInt64(first + row), into: result) }
      }
      moments.add(drawn)
    } while 2 * moments.pairs < mostOrders && moments.worst(drivers: drivers.count) > standardError
    return outcomes.indices.map { outcome in
      let part = outcome * drivers.count..<(outcome + 1) * drivers.count
      return SampledShapley(
        shares: Array(moments.means[part]), standardErrors: Array(moments.standardErrors[part]),
        orders: 2 * moments.pairs)
    }
  }

  private init(shares: [Double], standardErrors: [Double], orders: Int) {
    (self.shares, self.standardErrors, self.orders) = (shares, standardErrors, orders)
    rSquared = shares.reduce(0, +)
  }
}

/// Means and variances over pairs of orders, by Welford's updates.
private struct PairMoments {
  private(set) var pairs = 0
  private(set) var means: [Double]
  private var squares: [Double]

  init(values: Int) {
    means = [Double](repeating: 0, count: values)
    squares = means
  }

  mutating func add(_ rows: Matrix) {
    for row in 0..<rows.rows {
      pairs += 1
      for place in means.indices {
        let deviation = rows[row, place] - means[place]
        means[place] += deviation / Double(pairs)
        squares[place] += deviation * (rows[row, place] - means[place])
      }
    }
  }

  var standardErrors: [Double] {
    squares.map { ($0 / Double(pairs) / Double(pairs - 1)).squareRoot() }
  }

  /// The largest standard error as a part of its outcome's R².
  func worst(drivers: Int) -> Double {
    let errors = standardErrors
    return stride(from: 0, to: means.count, by: drivers).reduce(0) { worst, start in
      let part = start..<start + drivers
      let total = means[part].reduce(0, +)
      return max(worst, total > 0 ? (errors[part].max() ?? 0) / total : 0)
    }
  }
}

/// What R² gains at each driver's entry, in one order of the drivers.
private struct OrderedGains: Sendable {
  private let correlation: Matrix
  private let drivers: Int
  private let varies: [Bool]

  init(_ correlation: Matrix, drivers: Int, varies: [Bool]) {
    (self.correlation, self.drivers, self.varies) = (correlation, drivers, varies)
  }

  /// The mean gains of a random order and its reverse, outcome after outcome.
  func pair(seed: UInt64, stream: UInt64, into result: UnsafeMutableBufferPointer<Double>) {
    var generator = SeededGenerator(seed: seed, stream: stream)
    var order = Array(0..<drivers)
    for place in stride(from: drivers - 1, to: 0, by: -1) {
      order.swapAt(place, generator.index(below: place + 1))
    }
    for place in result.indices { result[place] = 0 }
    add(order, to: result)
    add(order.reversed(), to: result)
  }

  /// Adds half of the gains: the squares of the outcomes' coordinates on the drivers made orthogonal one by one, by a
  /// Cholesky decomposition in the order of entry.
  private func add(_ order: [Int], to result: UnsafeMutableBufferPointer<Double>) {
    let outcomes = correlation.rows - drivers
    var factor = [Double](repeating: 0, count: drivers * drivers)
    var coordinates = [Double](repeating: 0, count: drivers * outcomes)
    for (row, driver) in order.enumerated() where varies[driver] {
      var left = 1.0
      for column in 0..<row {
        let pivot = factor[column * drivers + column]
        guard pivot > 0 else { continue }
        var sum = correlation[driver, order[column]]
        for inner in 0..<column { sum -= factor[row * drivers + inner] * factor[column * drivers + inner] }
        factor[row * drivers + column] = sum / pivot
        left -= sum / pivot * (sum / pivot)
      }
      guard left > ShapleyImportance.tolerance else { continue }
      let pivot = left.squareRoot()
      factor[row * drivers + row] = pivot
      for outcome in 0..<outcomes {
        var sum = correlation[driver, drivers + outcome]
        for inner in 0..<row {
          sum -= factor[row * drivers + inner] * coordinates[inner * outcomes + outcome]
        }
        coordinates[row * outcomes + outcome] = sum / pivot
        result[outcome * drivers + driver] += sum / pivot * (sum / pivot) / 2
      }
    }
  }
}
