import Statistics
import TestSupport
import Testing

@Suite struct CholeskyDecompositionTests {
  /// The inverse of the Hilbert matrix of size 4 is whole (Savage & Lukacs 1954).
  @Test func theHilbertMatrixHasAWholeInverse() {
    let hilbert = Matrix((0..<4).map { row in (0..<4).map { 1 / Double(row + $0 + 1) } })
    let expected = Matrix([
      [16, -120, 240, -140], [-120, 1200, -2700, 1680], [240, -2700, 6480, -4200], [-140, 1680, -4200, 2800],
    ])
    let found = CholeskyDecomposition(hilbert).inverse
    #expect(worstError(of: found.elements, with: expected.elements) < 1e-11)
  }

  @Test func theFactorRebuildsTheMatrix() {
    let matrix = RandomCovariance(columns: 7, seed: 2).covariance.matrix
    let factor = CholeskyDecomposition(matrix)
    #expect(factor.dependent.isEmpty)
    let rebuilt = factor.factor * factor.factor.transposed
    #expect(worstError(of: rebuilt.elements, with: matrix.elements) < 1e-13)
  }

  @Test func dependentRowsAreNamedAndSolvedAsZero() {
    let columns = RandomCovariance(columns: 3, seed: 3).columns
    let sum = zip(columns[0], columns[1]).map { $0 + $1 }
    let constant = sum.map { _ in 4.0 }
    let matrix = Covariance(of: [columns[0], columns[1], sum, constant, columns[2]]).matrix
    let factor = CholeskyDecomposition(matrix)
    #expect(factor.dependent == [2, 3])
    let right = (0..<5).map { matrix[$0, 4] + matrix[$0, 0] }
    #expect(worstError(of: factor.solve(right), with: [1, 0, 0, 0, 1], floor: 1) < 1e-12)
  }

  @Test func anEmptyMatrixHasAnEmptySolution() {
    #expect(CholeskyDecomposition(Matrix(rows: 0, columns: 0)).solve([]).isEmpty)
  }
}
