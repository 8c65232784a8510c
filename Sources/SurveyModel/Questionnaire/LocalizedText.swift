/// A text in one or more languages, as written in `survey.yaml`.
public struct LocalizedText: Sendable, Equatable {
  /// One wording of the text.
  public struct Translation: Sendable, Equatable {
    /// The language's code (`nl`, `en`, …), or nil where the file gives no language.
    public let language: String?
    /// The wording.
    public let text: String
  }

  /// The wordings, in the order of the file; never empty.
  public let translations: [Translation]

  /// A text without a stated language.
  public init(_ text: String) {
    translations = [Translation(language: nil, text: text)]
  }

  /// A text in several languages, in the order to fall back on.
  ///
  /// - Precondition: `translations` is not empty.
  public init(translations: [(language: String, text: String)]) {
    precondition(!translations.isEmpty, "A text needs at least one wording.")
    self.translations = translations.map { Translation(language: $0.language, text: $0.text) }
  }

  /// The wording in a language, or the first one where that language has none.
  public func text(in language: String) -> String {
    let match = translations.first { $0.language == language } ?? translations.first
    return match?.text ?? ""
  }
}
