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

  /// A question that divides respondents into groups.
  public init(
    id: String, source: ColumnSource, label: LocalizedText, values: [Value] = [],
    missingCodes: [MissingCode] = []
  ) {
    self.id = id
    self.source = source
    self.label = label
    self.values = values
    self.missingCodes = missingCodes
  }

  /// The label of a stored code in a language; the code itself where `survey.yaml` names none.
  public func label(of code: String, in language: String) -> String {
    values.first { $0.code == code }?.label.text(in: language) ?? code
  }
}
