/// An open question whose answers are kept because `survey.yaml` asks for it.
public struct CommentQuestion: Sendable, Equatable {
  /// The name in `survey.yaml` and in the store.
  public let id: String
  /// The column of the export.
  public let source: ColumnSource
  /// What a reader sees.
  public let label: LocalizedText

  /// An open question.
  public init(id: String, source: ColumnSource, label: LocalizedText) {
    self.id = id
    self.source = source
    self.label = label
  }
}
