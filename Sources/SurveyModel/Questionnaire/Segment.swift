/// A question that divides respondents into groups, such as region.
public struct Segment: Sendable, Equatable {
  /// A code in the export and what it stands for.
  public struct Value: Sendable, Equatable {
    /// The text of the cell; it is stored as it is.
    public let code: String
    /// What a reader of a report sees.
    public let label: LocalizedText

    /// A code and its label.
    public init(code: String, label: LocalizedText) {
      self.code = code
      self.label = label
    }
  }

  /// The name in `survey.yaml`, in the store, in JSON and on the command line.
  public let id: String
  /// The column of the export.
  public let source: ColumnSource
  /// What a reader of a report sees.
  public let label: LocalizedText
  /// The values allowed, in the order to show them; empty where any text is a value of its own.
  public let values: [Value]
  /// The texts that stand for a missing answer.
  ///
  /// An empty cell is `skipped` unless it is listed here.
  public let missingCodes: [MissingCode]
  /// The answer that is looked for, where cells hold several answers at once; nil where a cell is one answer.
  ///
  /// The values are then `yes` and `no`. An answer ends where the cell does or at a comma, semicolon, bar or slash.
  public let option: String?
  /// Whether the column is a box to tick, which holds the option or nothing: an empty cell then says `no`.
  public let isTickBox: Bool

  /// The values of a segment with an `option`.
  public static let indicator = [
    Value(code: "yes", label: LocalizedText(translations: [("en", "Yes"), ("nl", "Ja")])),
    Value(code: "no", label: LocalizedText(translations: [("en", "No"), ("nl", "Nee")])),
  ]

  /// A question that divides respondents into groups.
  public init(
    id: String, source: ColumnSource, label: LocalizedText, values: [Value] = [],
    missingCodes: [MissingCode] = [], option: String? = nil, isTickBox: Bool = false
  ) {
    precondition(!isTickBox || option != nil, "A box is ticked with an option.")
    self.id = id
    self.source = source
    self.label = label
    self.values = option == nil || !values.isEmpty ? values : Segment.indicator
    self.missingCodes = missingCodes
    self.option = option
    self.isTickBox = isTickBox
  }

  /// The label of a stored code in a language; the code itself where `survey.yaml` names none.
  public func label(of code: String, in language: String) -> String {
    values.first { $0.code == code }?.label.text(in: language) ?? code
  }
}
