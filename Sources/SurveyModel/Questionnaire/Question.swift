/// A rating question: the outcome or a driver.
public struct Question: Sendable, Equatable {
  /// The name in `survey.yaml`, in the store, in JSON and on the command line.
  public let id: String
  /// The column of the export.
  public let source: ColumnSource
  /// What a reader of a report sees.
  public let label: LocalizedText
  /// The answers it allows.
  public let scale: Scale
  /// The texts that stand for a missing answer.
  ///
  /// An empty cell is `skipped` unless it is listed here.
  public let missingCodes: [MissingCode]
  /// The theme that a driver belongs to, as a reader sees it; nil where it stands by itself.
  public let theme: String?

  /// A rating question.
  public init(
    id: String, source: ColumnSource, label: LocalizedText, scale: Scale, missingCodes: [MissingCode] = [],
    theme: String? = nil
  ) {
    self.id = id
    self.source = source
    self.label = label
    self.scale = scale
    self.missingCodes = missingCodes
    self.theme = theme
  }
}
