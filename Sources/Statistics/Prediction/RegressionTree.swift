/// A tree of yes-or-no questions on the steps of predictors, with a mean outcome in each leaf.
struct RegressionTree: Sendable {
  /// A question, or a leaf.
  struct Node: Sendable {
    /// The predictor asked about; −1 in a leaf.
    var predictor: Int32 = -1
    /// Rows with at most this step go to the first child.
    var step: UInt8 = 0
    /// The first child; the other one follows it.
    var child: Int32 = 0
    /// The mean outcome of the rows it was grown from.
    var value = 0.0
  }

  /// The nodes, the root first.
  var nodes: [Node] = []

  /// The leaf that a row of steps reaches, and the predictors asked about on the way, one bit for every 64th of them.
  @inline(__always)
  static func leaf(
    _ nodes: UnsafeBufferPointer<Node>, _ row: UnsafePointer<UInt8>, asked: inout UInt64
  ) -> Double {
    var place = 0
    while nodes[place].predictor >= 0 {
      let node = nodes[place]
      asked |= 1 << UInt64(node.predictor & 63)
      place = Int(node.child) + (row[Int(node.predictor)] > node.step ? 1 : 0)
    }
    return nodes[place].value
  }

  /// The leaf that a row reaches where one predictor's step is replaced.
  @inline(__always)
  static func leaf(
    _ nodes: UnsafeBufferPointer<Node>, _ row: UnsafePointer<UInt8>, with step: UInt8, of predictor: Int
  ) -> Double {
    var place = 0
    while nodes[place].predictor >= 0 {
      let node = nodes[place]
      let own = Int(node.predictor) == predictor ? step : row[Int(node.predictor)]
      place = Int(node.child) + (own > node.step ? 1 : 0)
    }
    return nodes[place].value
  }
}
