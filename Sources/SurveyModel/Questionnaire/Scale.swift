/// The answers a rating question allows: numbers from `minimum` to `maximum`, some of them with words.
///
/// Answers are counted in steps of the last decimal: on a scale with one decimal the code of 7.5 is 75. Without decimals a
/// code is the answer itself.
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
  /// How many digits an answer may have behind its decimal mark, 0…2; 1 for half marks such as 7.5.
  public let decimals: Int
  /// How many steps a point has: 1, 10 or 100.
  public let steps: Int

  /// The scale of the recommendation question, 0 to 10.
  public static let recommendation = Scale(minimum: 0, maximum: 10)

  /// A scale from `minimum` to `maximum`.
  ///
  /// - Precondition: `minimum < maximum`, and the codes of both lie within −30,000…30,000; `decimals` is 0, 1 or 2, and
  ///   0 where there are `labels`.
  public init(
    minimum: Int, maximum: Int, labels: [Label] = [], isReversed: Bool = false, decimals: Int = 0
  ) {
    precondition(minimum < maximum, "A scale needs at least two values.")
    precondition((0...2).contains(decimals), "A rating has two decimals at most.")
    precondition(decimals == 0 || labels.isEmpty, "A scale with decimals has no words.")
    steps = Scale.steps(decimals: decimals)
    precondition(
      Scale.codes.contains(minimum * steps) && Scale.codes.contains(maximum * steps),
      "A scale must fit into a small integer.")
    self.decimals = decimals
    self.minimum = minimum
    self.maximum = maximum
    self.labels = labels
    self.isReversed = isReversed
  }

  /// How many steps a point has with so many decimals, 0…2.
  public static func steps(decimals: Int) -> Int { [1, 10, 100][decimals] }

  /// The codes that a scale may reach.
  public static let codes = -30_000...30_000

  /// The codes of the answers.
  public var codes: ClosedRange<Int> { minimum * steps...maximum * steps }

  /// How many steps the scale is long.
  public var length: Int { (maximum - minimum) * steps }

  /// Whether a code lies on the scale.
  public func contains(_ code: Int) -> Bool {
    code >= minimum * steps && code <= maximum * steps
  }

  /// The code with the good end of the scale on top: the code itself, or its mirror image on a reversed scale.
  public func oriented(_ code: Int) -> Int {
    isReversed ? (minimum + maximum) * steps - code : code
  }

  /// The answer that a code stands for.
  public func answer(of code: Int) -> Double {
    Double(code) / Double(steps)
  }
}
