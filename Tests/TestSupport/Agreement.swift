/// The distance of a computed number from a reference.
public struct Agreement: Sendable {
  /// |computed − reference| over the larger of |reference| and `floor`.
  public let error: Double

  /// The relative distance; `floor` is the size below which the distance counts as absolute.
  public init(_ computed: Double, with reference: Double, floor: Double = 1e-300) {
    let distance = (computed - reference).magnitude
    error = distance == 0 ? 0 : distance / max(reference.magnitude, floor)
  }
}

/// The largest relative distance between two lists of equal length; infinite where the lengths differ or a
/// number is not one.
public func worstError(of computed: [Double], with reference: [Double], floor: Double = 1e-300) -> Double {
  guard computed.count == reference.count else { return .infinity }
  let errors = zip(computed, reference).map { Agreement($0, with: $1, floor: floor).error }
  return errors.contains(where: \.isNaN) ? .infinity : errors.max() ?? 0
}
