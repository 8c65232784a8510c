/// Something wrong, or worth saying, in a file that somebody else wrote.
///
/// Each stage makes its own in the file that finds the problem: `extension Diagnostic { static func … }`.
public struct Diagnostic: Sendable, Equatable {
  /// How grave it is.
  public enum Severity: String, Sendable {
    /// Something was refused.
    case error
    /// Something was read, but may not be meant so.
    case warning
    /// Something to know.
    case note
  }

  /// How grave it is.
  public let severity: Severity
  /// A stable name in kebab case, such as `value-off-scale`; docs/ lists them all.
  public let code: String
  /// Where it is.
  public let location: SourceLocation
  /// What is wrong, in one sentence.
  public let summary: String
  /// The offending text and nothing more of the row; in a file without answers (`survey.yaml`), the line.
  public let excerpt: String?
  /// How to repair it, in the imperative.
  public let fix: String?

  /// A diagnostic.
  public init(
    _ severity: Severity, code: String, at location: SourceLocation, summary: String, excerpt: String? = nil,
    fix: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.location = location
    self.summary = summary
    self.excerpt = excerpt
    self.fix = fix
  }
}
