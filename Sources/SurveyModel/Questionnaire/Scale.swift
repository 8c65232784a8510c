/// The answers a rating question allows: whole numbers from `minimum` to `maximum`, some of them with words.
public struct Scale: Sendable, Equatable {
  /// A text that stands for a value, such as "Strongly agree" for 5.
  public struct Label: Sendable, Equatable {
    /// The value the text stands for.
    public let value: Int
    /// The text as it stands in the export; matched without regard to case and surrounding spaces.
    public let text: String

    /// A text for a value.
    public init(value: Int, text: String) {
      self.value = value
      self.text = text
    }
  }

  /// The lowest value.
  public let minimum: Int
  /// The highest value; greater than `minimum`.
  public let maximum: Int
  /// The texts that may stand in place of a number; several may stand for one value.
  public let labels: [Label]
  /// Whether a high value is a bad rating.
  ///
  /// Stored answers keep the value of the file; analyses turn it round.
  public let isReversed: Bool

  /// The scale of the recommendation question, 0 to 10.
  public static let recommendation = Scale(minimum: 0, maximum: 10)

  /// A scale from `minimum` to `maximum`.
  ///
  /// - Precondition: `minimum < maximum`, and both lie within −30,000…30,000.
  public init(minimum: Int, maximum: Int, labels: [Label] = [], isReversed: Bool = false) {
    precondition(minimum < maximum, "A scale needs at least two values.")
    precondition(minimum >= -30_000 && maximum <= 30_000, "A scale must fit into a small integer.")
    self.minimum = minimum
    self.maximum = maximum
    self.labels = labels
    self.isReversed = isReversed
  }

  /// Whether a value lies on the scale.
  public func contains(_ value: Int) -> Bool {
    value >= minimum && value <= maximum
  }

  /// The value with the good end of the scale on top: the value itself, or its mirror image on a reversed scale.
  public func oriented(_ value: Int) -> Int {
    isReversed ? minimum + maximum - value : value
  }
}
