/// Coordinates as text: at most two decimals, no exponent, no trailing zeros, never `-0`.
///
/// Written by hand, so that a drawing has the same bytes on every platform.
public enum Coordinate {
  /// The text of a coordinate or length.
  ///
  /// - Precondition: `value` is finite and its magnitude is below 10¹².
  public static func text(_ value: Double) -> String {
    precondition(value.isFinite && value.magnitude < 1e12, "A coordinate must be a number of drawable size.")
    let hundredths = Int((value * 100).rounded())
    let whole = hundredths.magnitude / 100
    let rest = hundredths.magnitude % 100
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
