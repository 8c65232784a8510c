import Statistics
import TestSupport
import Testing

@Suite struct NearestCorrelationTests {
  /// The example of Higham 2002, with the nearest matrix printed there to four digits.
  @Test func highamsExample() {
    let given = Matrix([[1, 1, 0], [1, 1, 1], [0, 1, 1]])
    let found = NearestCorrelation(to: given)
    #expect((found.matrix[0, 1] - 0.7607).magnitude < 1e-4)
    #expect((found.matrix[0, 2] - 0.1573).magnitude < 1e-4)
    #expect((found.matrix[1, 2] - 0.7607).magnitude < 1e-4)
    #expect((found.distance - 0.5278).magnitude < 1e-4)
    #expect(found.matrix.diagonal == [1, 1, 1])
    #expect(SymmetricEigen(found.matrix).values.allSatisfy { $0 > -1e-8 })
  }

  /// The nearest point of a convex set: no other correlation matrix makes an angle of less than a right one.
  @Test func noOtherIsNearer() {
    let given = Matrix([
      [1, -0.9, 0.8, 0.6], [-0.9, 1, 0.7, 0.1], [0.8, 0.7, 1, -0.5], [0.6, 0.1, -0.5, 1],
    ])
    let found = NearestCorrelation(to: given, tolerance: 1e-12).matrix
    for seed in 0..<20 as Range<UInt64> {
      let other = RandomCovariance(columns: 4, rows: 5, seed: seed).covariance.correlation
      let product = given.elements.indices.reduce(0.0) {
        $0 + (given.elements[$1] - found.elements[$1]) * (other.elements[$1] - found.elements[$1])
      }
      #expect(product < 1e-7)
    }
  }

  @Test func correlationsStayAsTheyAre() {
    let given = Matrix([[1, 0.3], [0.3, 1]])
    #expect(NearestCorrelation(to: given).distance < 1e-15)
  }

  /// Three groups of rows that each answered two of three questions, with correlations that cannot go together.
  @Test func pairwiseCorrelationsAreRepaired() {
    let missing = IntegerColumns.missing
    var columns = [[Int16]](repeating: [], count: 3)
    for (first, second, sign) in [(0, 1, 1), (1, 2, 1), (0, 2, -1)] {
      for value in 0..<20 {
        for column in 0..<3 {
          let number = column == first ? value : column == second ? sign * value + (value % 3) : nil
          columns[column].append(number.map { Int16($0) } ?? missing)
        }
      }
    }
    let pairwise = PairwiseCovariance(of: IntegerColumns(rows: 60, columns: columns))
    #expect(pairwise.isIndefinite)
    let repaired = pairwise.repaired
    #expect(repaired.matrix.diagonal == pairwise.covariance.matrix.diagonal)
    #expect((SymmetricEigen(repaired.correlation).values.last ?? -1) > 0)
  }
}
