/// Which drivers add more than which others, in every sub-model, by model size, and on average.
///
/// Budescu 1993 (doi:10.1037/0033-2909.114.3.542), Azen & Budescu 2003 (doi:10.1037/1082-989X.8.2.129). General
/// dominance compares the Shapley shares.
public struct DominanceAnalysis: Sendable, Equatable {
  /// Increments closer than this count as equal: rounding must not decide who dominates.
  public static let tolerance = 1e-12

  /// The share of sub-models of the other drivers in which the row's driver adds more than the column's, 0…1; equal
  /// increments count half.
  public let proportions: Matrix
  /// 1 where the row's driver completely dominates the column's: it adds more, or as much, in every sub-model; 0 where it
  /// is dominated, and 0.5 where neither holds.
  public let complete: Matrix
  /// What a driver (row) adds on average to sub-models with a number of other drivers (column, from 0).
  public let increments: Matrix
  /// The same as `complete` for the average increments by model size.
  public let conditional: Matrix
  /// 1 where the row's driver has the larger Shapley share, 0 where the smaller one, 0.5 where they are equal.
  public let general: Matrix

  /// The dominance among the drivers of all sub-models.
  public init(_ models: SubsetRSquared) {
    let drivers = models.drivers
    let increments = DominanceAnalysis.increments(models)
    let shares = increments.map { $0.reduce(0, +) / Double(drivers) }
    var (proportions, complete) = (
      Matrix(rows: drivers, columns: drivers), Matrix(rows: drivers, columns: drivers)
    )
    var (conditional, general) = (complete, complete)
    for first in 0..<drivers {
      for second in 0..<drivers {
        let counts = DominanceAnalysis.compared(models, first, second)
        proportions[first, second] =
          (Double(counts.more) + Double(counts.equal) / 2) / Double(1 << max(0, drivers - 2))
        complete[first, second] = counts.verdict
        conditional[first, second] = DominanceAnalysis.Counts(increments[first], increments[second]).verdict
        general[first, second] = DominanceAnalysis.Counts([shares[first]], [shares[second]]).verdict
      }
    }
    for driver in 0..<drivers { proportions[driver, driver] = 0.5 }
    self.increments = Matrix(increments)
    self.proportions = proportions
    self.complete = complete
    self.conditional = conditional
    self.general = general
  }

  private struct Counts {
    var more = 0
    var equal = 0
    var less = 0

    init(_ first: [Double] = [], _ second: [Double] = []) {
      for (one, other) in zip(first, second) { add(one - other) }
    }

    mutating func add(_ difference: Double) {
      if difference.magnitude <= DominanceAnalysis.tolerance {
        equal += 1
      } else if difference > 0 {
        more += 1
      } else {
        less += 1
      }
    }

    var verdict: Double { more > 0 && less == 0 ? 1 : less > 0 && more == 0 ? 0 : 0.5 }
  }

  private static func compared(_ models: SubsetRSquared, _ first: Int, _ second: Int) -> Counts {
    var counts = Counts()
    let both = 1 << first | 1 << second
    for mask in models.values.indices where mask & both == 0 {
      counts.add(models.difference(mask | 1 << first, mask | 1 << second))
    }
    return counts
  }

  /// Per driver its average increment by number of other drivers in the model.
  private static func increments(_ models: SubsetRSquared) -> [[Double]] {
    (0..<models.drivers).map { driver in
      var sums = [Double](repeating: 0, count: models.drivers)
      var ways = sums
      for mask in models.values.indices where mask >> driver & 1 == 0 {
        sums[mask.nonzeroBitCount] += models.difference(mask | 1 << driver, mask)
        ways[mask.nonzeroBitCount] += 1
      }
      return zip(sums, ways).map { $0 / $1 }
    }
  }
}
