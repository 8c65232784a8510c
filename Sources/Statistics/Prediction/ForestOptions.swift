/// How a random forest is grown.
public struct ForestOptions: Sendable, Equatable {
  /// How many trees there are.
  public var trees: Int
  /// How many predictors are tried at a split; a third of them, rounded down but at least one, if nil (Breiman 2001).
  public var tried: Int?
  /// The fewest drawn rows that a leaf may hold.
  public var smallestLeaf: Int
  /// The seed; tree t draws from stream t.
  public var seed: UInt64

  /// Options.
  ///
  /// - Precondition: there is at least one tree, one predictor to try and one row per leaf.
  public init(trees: Int = 200, tried: Int? = nil, smallestLeaf: Int = 5, seed: UInt64 = 1) {
    precondition(
      trees > 0 && tried ?? 1 > 0 && smallestLeaf > 0, "A forest has trees, and trees have leaves.")
    self.trees = trees
    self.tried = tried
    self.smallestLeaf = smallestLeaf
    self.seed = seed
  }
}
