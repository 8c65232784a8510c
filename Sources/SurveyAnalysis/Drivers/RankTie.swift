/// A group of consecutive ranks whose order the data cannot tell.
public struct RankTie: Sendable, Equatable {
  /// The first and the last rank of the group; it spans at least two.
  public let ranks: ClosedRange<Int>
}
