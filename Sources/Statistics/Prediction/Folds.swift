/// A seeded division of rows into parts of nearly equal size, each held out once.
public struct Folds: Sendable, Equatable {
  /// How many parts there are.
  public let count: Int
  /// The part of each row.
  let ofRow: [Int]

  /// A division of `rows` rows, drawn from a seed.
  ///
  /// More parts than rows are brought down to one row each.
  ///
  /// - Precondition: there are at least two rows and two parts.
  public init(rows: Int, count: Int = 10, seed: UInt64 = 1) {
    precondition(rows > 1 && count > 1, "Folds need two rows and two parts at least.")
    self.count = min(count, rows)
    var order = Array(0..<rows)
    var generator = SeededGenerator(seed: seed)
    generator.shuffle(&order)
    var parts = [Int](repeating: 0, count: rows)
    for (place, row) in order.enumerated() { parts[row] = place % self.count }
    ofRow = parts
  }

  /// How many rows are divided.
  public var rows: Int { ofRow.count }

  /// The rows of a part, in order.
  public func held(_ part: Int) -> [Int] { ofRow.indices.filter { ofRow[$0] == part } }

  /// The rows of all other parts, in order.
  public func kept(_ part: Int) -> [Int] { ofRow.indices.filter { ofRow[$0] != part } }
}
