/// A correlation or covariance matrix as a report or article prints it.
public struct PublishedMatrix: Sendable, Equatable {
  /// What each row and column stands for, in order.
  public let labels: [String]
  /// The rows; symmetric, with as many entries as there are labels.
  public let rows: [[Double]]

  /// A matrix.
  ///
  /// - Precondition: it is square, symmetric and labelled.
  public init(labels: [String], rows: [[Double]]) {
    precondition(rows.count == labels.count, "Every row has a label.")
    precondition(rows.allSatisfy { $0.count == labels.count }, "The matrix is square.")
    let isSymmetric = labels.indices.allSatisfy { row in
      (0..<row).allSatisfy { rows[row][$0] == rows[$0][row] }
    }
    precondition(isSymmetric, "The matrix is symmetric.")
    (self.labels, self.rows) = (labels, rows)
  }
}
