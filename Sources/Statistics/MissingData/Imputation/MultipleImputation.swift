/// Completed copies of columns with missing numbers, by chained equations with predictive mean matching.
///
/// Each column in turn is regressed on all others; coefficients are drawn from their posterior distribution, and a missing
/// number becomes that of one of the five respondents whose expected number is nearest (Little 1988,
/// doi:10.1080/07350015.1988.10509663; van Buuren & Groothuis-Oudshoorn 2011, doi:10.18637/jss.v045.i03). Imputed numbers
/// are therefore always ones that somebody gave. It assumes that whether a number is missing depends only on numbers that
/// are there.
public struct MultipleImputation: Sendable {
  /// The completed copies: columns of numbers, per imputation.
  public let completed: [[[Double]]]

  /// Respondents from whom a missing number is taken.
  static let donors = 5

  /// The imputations; copy i draws from stream i of the seed.
  ///
  /// - Parameters:
  ///   - columns: Numbers, nil where missing. The outcome belongs among them.
  ///   - copies: How many completed copies to make.
  ///   - rounds: How often the columns are gone through.
  ///   - weights: Weights of the regressions.
  /// - Precondition: columns have equal lengths, and each has at least one number; `copies` and `rounds` are positive.
  public init(
    of columns: [[Double?]], copies: Int = 20, rounds: Int = 10, weights: [Double]? = nil, seed: UInt64 = 1
  ) {
    precondition(copies > 0 && rounds > 0, "At least one copy is made, in at least one round.")
    let rows = columns.first?.count ?? 0
    precondition(columns.allSatisfy { $0.count == rows }, "All columns have the same length.")
    precondition(columns.allSatisfy { $0.contains { $0 != nil } }, "Each column has a number.")
    let size = columns.reduce(0) { $0 + $1.count }
    let matrix = ParallelRows(rows: copies, columns: size).computed {
      { copy, result in
        var chain = ImputationChain(columns, weights, SeededGenerator(seed: seed, stream: UInt64(copy)))
        for _ in 0..<rounds { chain.advance() }
        for (column, values) in chain.columns.enumerated() {
          for row in 0..<rows { result[column * rows + row] = values[row] }
        }
      }
    }
    completed = (0..<copies).map { copy in
      columns.indices.map { column in
        Array(matrix.elements[copy * size + column * rows..<copy * size + (column + 1) * rows])
      }
    }
  }

  /// Estimates from all copies, pooled by Rubin's rules.
  ///
  /// - Parameter estimate: The estimates and their squared standard errors, in the same order for every copy.
  /// - Precondition: there are two copies or more.
  public func pooled(
    completeDegreesOfFreedom: Double = .infinity,
    _ estimate: ([[Double]]) throws -> [(estimate: Double, variance: Double)]
  ) rethrows -> [RubinPooling] {
    let found = try completed.map(estimate)
    return found[0].indices.map { place in
      RubinPooling(
        of: found.map { $0[place].estimate }, variances: found.map { $0[place].variance },
        completeDegreesOfFreedom: completeDegreesOfFreedom)
    }
  }
}
