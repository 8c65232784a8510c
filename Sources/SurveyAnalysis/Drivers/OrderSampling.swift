/// How the Shapley shares of more drivers than can be enumerated were estimated.
public struct OrderSampling: Sendable, Equatable {
  /// How many random orders of the drivers were drawn, reversed ones included.
  public let orders: Int
  /// The largest standard error that sampling orders leaves in any driver's share, 0…1.
  ///
  /// It is part of the intervals.
  public let standardError: Double
}
