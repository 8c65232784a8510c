/// A group of consecutive ranks whose order the data cannot tell.
///
/// Of no two drivers in it does the interval of the difference of their shares, over the draws that also make the rank
/// intervals, leave out zero. The group is as long as it can be.
public struct RankTie: Sendable, Equatable {
  /// The first and the last rank of the group; it spans at least two.
  public let ranks: ClosedRange<Int>
}
