/// A rectangle of numbers, stored row after row.
public struct Matrix: Sendable, Equatable {
  /// How many rows there are.
  public let rows: Int
  /// How many columns there are.
  public let columns: Int
  /// The elements, row after row.
  public var elements: [Double]

  /// A matrix of zeros.
  @inlinable
  public init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, elements: [Double](repeating: 0, count: rows * columns))
  }

  /// A matrix from its elements, row after row.
  ///
  /// - Precondition: there are `rows × columns` elements.
  @inlinable
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(elements.count == rows * columns, "A matrix needs rows × columns elements.")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix from its rows, which have equal lengths.
  public init(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "The rows of a matrix have equal lengths.")
    self.init(rows: rows.count, columns: columns, elements: rows.flatMap { $0 })
  }

  /// The unit matrix.
  public static func identity(_ size: Int) -> Matrix {
    var result = Matrix(rows: size, columns: size)
    for index in 0..<size { result[index, index] = 1 }
    return result
  }

  /// The element in a row and a column, both counted from 0.
  @inlinable
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// A row as a list.
  public func row(_ row: Int) -> [Double] {
    Array(elements[row * columns..<(row + 1) * columns])
  }

  /// The elements on the diagonal.
  public var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

  /// Rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }

  /// The square part of some rows and the same columns, in the order given.
  public func restricted(to indices: [Int]) -> Matrix {
    var result = Matrix(rows: indices.count, columns: indices.count)
    for (row, from) in indices.enumerated() {
      for (column, other) in indices.enumerated() { result[row, column] = self[from, other] }
    }
    return result
  }

  /// The matrix product.
  public static func * (first: Matrix, second: Matrix) -> Matrix {
    precondition(first.columns == second.rows, "The inner sizes of a matrix product agree.")
    var result = Matrix(rows: first.rows, columns: second.columns)
    for row in 0..<first.rows {
      for inner in 0..<first.columns {
        let factor = first[row, inner]
        for column in 0..<second.columns { result[row, column] += factor * second[inner, column] }
      }
    }
    return result
  }

  /// The product with a column vector.
  public static func * (matrix: Matrix, vector: [Double]) -> [Double] {
    precondition(matrix.columns == vector.count, "The inner sizes of a matrix product agree.")
    return (0..<matrix.rows).map { row in
      var sum = 0.0
      for column in 0..<matrix.columns { sum += matrix[row, column] * vector[column] }
      return sum
    }
  }
}
