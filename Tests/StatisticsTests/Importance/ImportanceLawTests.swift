import Statistics
import TestSupport
import Testing

/// What holds for both ways of sharing R², whatever the data.
@Suite struct ImportanceLawTests {
  enum Method: CaseIterable {
    case shapley, relativeWeights

    func shares(of outcome: Int, in covariance: Covariance) throws -> [Double] {
      switch self {
      case .shapley: try ShapleyImportance(of: outcome, in: covariance).shares
      case .relativeWeights: try RelativeWeights(of: outcome, in: covariance).shares
      }
    }
  }

  private let columns = RandomCovariance(columns: 6, seed: 21).columns

  @Test(arguments: Method.allCases)
  func sharesSumToRSquared(_ method: Method) throws {
    let shares = try method.shares(of: 5, in: Covariance(of: columns))
    let regression = try LinearRegression(of: columns[5], on: Array(columns[..<5]))
    #expect(Agreement(shares.reduce(0, +), with: regression.rSquared).error < 1e-13)
  }

  @Test(arguments: Method.allCases)
  func permutedDriversGetPermutedShares(_ method: Method) throws {
    let order = [3, 0, 4, 2, 1]
    let plain = try method.shares(of: 5, in: Covariance(of: columns))
    let permuted = try method.shares(of: 5, in: Covariance(of: (order + [5]).map { columns[$0] }))
    #expect(worstError(of: permuted, with: order.map { plain[$0] }) < 1e-12)
  }

  @Test(arguments: Method.allCases)
  func unitsDoNotMatter(_ method: Method) throws {
    let scaled = columns.enumerated().map { index, column in
      column.map { 1000 - Double(index + 1) * 7.3 * $0 }
    }
    let plain = try method.shares(of: 5, in: Covariance(of: columns))
    #expect(worstError(of: try method.shares(of: 5, in: Covariance(of: scaled)), with: plain) < 1e-11)
  }

  @Test(arguments: Method.allCases)
  func weightTwoEqualsTheRowTwice(_ method: Method) throws {
    let weights = (0..<200).map { $0 % 3 == 0 ? 2.0 : 1.0 }
    let twice = columns.map { column in
      column.enumerated().flatMap { Array(repeating: $1, count: $0 % 3 == 0 ? 2 : 1) }
    }
    let weighted = try method.shares(of: 5, in: Covariance(of: columns, weights: weights))
    #expect(worstError(of: weighted, with: try method.shares(of: 5, in: Covariance(of: twice))) < 1e-12)
  }

  @Test(arguments: Method.allCases)
  func zeroWeightEqualsNoRow(_ method: Method) throws {
    let weights = (0..<200).map { $0 < 50 ? 0.0 : 1.0 }
    let weighted = try method.shares(of: 5, in: Covariance(of: columns, weights: weights))
    let part = try method.shares(of: 5, in: Covariance(of: columns.map { Array($0[50...]) }))
    #expect(worstError(of: weighted, with: part) < 1e-12)
  }

  @Test(arguments: Method.allCases)
  func aDuplicateSplitsItsShare(_ method: Method) throws {
    let doubled = Covariance(of: [columns[0], columns[0], columns[1], columns[5]])
    let shares = try method.shares(of: 3, in: doubled)
    #expect(Agreement(shares[0], with: shares[1]).error < 1e-12)
    let single = try LinearRegression(of: columns[5], on: [columns[0], columns[1]])
    #expect(Agreement(shares.reduce(0, +), with: single.rSquared).error < 1e-12)
  }

  @Test(arguments: Method.allCases)
  func aConstantDriverGetsNothing(_ method: Method) throws {
    let constant = columns[0].map { _ in 0.1 }
    let shares = try method.shares(of: 2, in: Covariance(of: [columns[0], constant, columns[5]]))
    #expect(shares[1] == 0)
    let correlation = Covariance(of: [columns[0], columns[5]]).correlation[0, 1]
    #expect(Agreement(shares[0], with: correlation * correlation).error < 1e-13)
  }

  @Test(arguments: Method.allCases)
  func uncorrelatedDriversGetTheirSquaredCorrelations(_ method: Method) throws {
    let matrix = Matrix([
      [1, 0, 0, 0.5], [0, 1, 0, -0.3], [0, 0, 1, 0.2], [0.5, -0.3, 0.2, 1],
    ])
    let shares = try method.shares(of: 3, in: Covariance(published: matrix, rows: 50))
    #expect(worstError(of: shares, with: [0.25, 0.09, 0.04]) < 1e-14)
  }

  @Test(arguments: Method.allCases)
  func aFarAwayOriginCostsFewDigits(_ method: Method) throws {
    let far = columns.map { column in column.map { 1e8 + ($0 * 1024).rounded() } }
    let near = columns.map { column in column.map { ($0 * 1024).rounded() } }
    let expected = try method.shares(of: 5, in: Covariance(of: near))
    #expect(worstError(of: try method.shares(of: 5, in: Covariance(of: far)), with: expected) < 1e-12)
  }
}
