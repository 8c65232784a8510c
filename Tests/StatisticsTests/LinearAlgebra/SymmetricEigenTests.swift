import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct SymmetricEigenTests {
  /// The second-difference matrix, whose eigenvalues are 2 − 2cos(kπ/(n + 1)).
  private func differences(_ size: Int) -> Matrix {
    var matrix = Matrix(rows: size, columns: size)
    for row in 0..<size {
      matrix[row, row] = 2
      if row > 0 { (matrix[row, row - 1], matrix[row - 1, row]) = (-1, -1) }
    }
    return matrix
  }

  @Test(arguments: [1, 2, 3, 10, 25])
  func eigenvaluesOfTheSecondDifferenceAreKnown(_ size: Int) {
    let expected = (1...size).map { 2 - 2 * cos(Double($0) * .pi / Double(size + 1)) }
    let found = SymmetricEigen(differences(size)).values
    let worst = worstError(of: found, with: expected.sorted(by: >))
    #expect(worst < 1e-13, "worst relative error \(worst)")
  }

  @Test(arguments: [2, 5, 12])
  func vectorsAreOrthogonalAndRebuildTheMatrix(_ size: Int) {
    let matrix = RandomCovariance(columns: size, seed: UInt64(size)).covariance.matrix
    let eigen = SymmetricEigen(matrix)
    let unit = eigen.vectors.transposed * eigen.vectors
    #expect(worstError(of: unit.elements, with: Matrix.identity(size).elements, floor: 1) < 1e-14)
    var scaled = eigen.vectors
    for row in 0..<size {
      for column in 0..<size { scaled[row, column] *= eigen.values[column] }
    }
    let rebuilt = scaled * eigen.vectors.transposed
    #expect(worstError(of: rebuilt.elements, with: matrix.elements, floor: 0.1) < 1e-13)
  }

  @Test func signsAreFixed() {
    let matrix = RandomCovariance(columns: 6, seed: 9).covariance.matrix
    let vectors = SymmetricEigen(matrix).vectors
    for column in 0..<6 {
      let largest = (0..<6).map { vectors[$0, column] }.max { $0.magnitude < $1.magnitude }
      #expect(largest ?? 0 > 0)
    }
  }

  @Test func aDiagonalMatrixIsSorted() {
    let eigen = SymmetricEigen(Matrix([[1, 0, 0], [0, 5, 0], [0, 0, 3]]))
    #expect(eigen.values == [5, 3, 1])
    #expect(eigen.vectors == Matrix([[0, 0, 1], [1, 0, 0], [0, 1, 0]]))
  }
}
