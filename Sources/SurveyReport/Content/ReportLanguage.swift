/// A language that reports are written in.
public enum ReportLanguage: String, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Dutch.
  case dutch = "nl"

  /// The language with a code such as `nl` or `nl-BE`; English where there is none.
  public init(code: String) {
    let primary = code.prefix { $0 != "-" && $0 != "_" }.lowercased()
    self = ReportLanguage(rawValue: primary) ?? .english
  }

  /// The code by ISO 639-1.
  public var code: String { rawValue }

  /// The wording in this language, the two side by side so that none is forgotten.
  func callAsFunction(_ english: String, _ dutch: String) -> String {
    switch self {
    case .english: english
    case .dutch: dutch
    }
  }
}
