/// R² of every sub-model of some drivers, by depth-first elimination.
public struct SubsetRSquared: Sendable, Equatable {
  /// The largest number of drivers: 2²⁴ numbers take 128 MB.
  public static let mostDrivers = 24

  /// How many drivers there are.
  public let drivers: Int
  /// R² by bit mask: bit j stands for driver j, mask 0 for the model without drivers.
  public let values: [Double]

  /// R² of every sub-model of the other columns, or some of them, for one outcome.
  ///
  /// - Throws: `FitError.tooManyDrivers` beyond `mostDrivers`, `FitError.constantOutcome`.
  public init(of outcome: Int, in covariance: Covariance, drivers: [Int]? = nil) throws(FitError) {
    let drivers = drivers ?? (0..<covariance.columns).filter { $0 != outcome }
    guard drivers.count <= SubsetRSquared.mostDrivers else {
      throw .tooManyDrivers(have: drivers.count, most: SubsetRSquared.mostDrivers)
    }
    guard covariance.matrix[outcome, outcome] > 0 else { throw .constantOutcome }
    var correlation = covariance.restricted(to: drivers + [outcome]).correlation
    for (place, driver) in drivers.enumerated() where covariance.matrix[driver, driver] <= 0 {
      correlation[place, place] = 0
    }
    self.drivers = drivers.count
    var values = [Double](repeating: 0, count: 1 << drivers.count)
    SubsetRSquared.visit(correlation.elements, drivers.count + 1, 0, 0, &values)
    self.values = values
  }

  /// Fills in the sub-models of the first `size` − 1 variables beside those in `mask`; `left` is what those leave of
  /// the covariances, row after row, the outcome last.
  private static func visit(
    _ left: [Double], _ size: Int, _ mask: Int, _ explained: Double, _ values: inout [Double]
  ) {
    guard size > 1 else { values[mask] = explained; return }
    let pivot = size - 2
    let others = (0..<size).filter { $0 != pivot }
    var (without, with) = ([Double](), [Double]())
    without.reserveCapacity(others.count * others.count)
    with.reserveCapacity(others.count * others.count)
    let diagonal = left[pivot * size + pivot]
    let inverse = diagonal > ShapleyImportance.tolerance ? 1 / diagonal : 0
    for row in others {
      let factor = left[row * size + pivot] * inverse
      for column in others {
        without.append(left[row * size + column])
        with.append(left[row * size + column] - factor * left[pivot * size + column])
      }
    }
    let cross = left[(size - 1) * size + pivot]
    visit(without, size - 1, mask, explained, &values)
    visit(with, size - 1, mask | 1 << pivot, explained + cross * cross * inverse, &values)
  }
}
