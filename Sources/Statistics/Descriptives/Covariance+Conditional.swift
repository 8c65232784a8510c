extension Covariance {
  /// What is left of the covariances when some columns are held fixed; those columns no longer vary.
  ///
  /// A column that follows from the ones before it takes nothing away. What rounding leaves of a variance counts as none.
  ///
  /// - Precondition: every index is one of a column.
  public func conditional(on columns: [Int]) -> Covariance {
    var left = matrix
    for pivot in columns {
      guard
        left[pivot, pivot] > ShapleyImportance.tolerance * max(matrix[pivot, pivot], .leastNormalMagnitude)
      else {
        for other in 0..<self.columns { (left[pivot, other], left[other, pivot]) = (0, 0) }
        continue
      }
      let row = left.row(pivot)
      for first in 0..<self.columns where row[first] != 0 {
        for second in 0...first {
          left[first, second] -= row[first] * row[second] / row[pivot]
          left[second, first] = left[first, second]
        }
      }
      for other in 0..<self.columns { (left[pivot, other], left[other, pivot]) = (0, 0) }
    }
    for column in 0..<self.columns
    where left[column, column] <= ShapleyImportance.tolerance * matrix[column, column] {
      for other in 0..<self.columns { (left[column, other], left[other, column]) = (0, 0) }
    }
    return Covariance(published: left, rows: rows, means: means)
  }
}
