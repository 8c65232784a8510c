public import Foundation
public import SurveyModel

/// Reading could not go on; everything that was found wrong until then.
public struct ImportError: Error, Sendable, Equatable {
  /// What was found, the reason for stopping among it; never empty.
  public let diagnostics: [Diagnostic]

  /// A failure with all that was found.
  ///
  /// - Precondition: `diagnostics` is not empty.
  public init(_ diagnostics: [Diagnostic]) {
    precondition(!diagnostics.isEmpty, "A failure needs a diagnostic.")
    self.diagnostics = diagnostics
  }

  /// A failure with one reason.
  init(_ diagnostic: Diagnostic) {
    diagnostics = [diagnostic]
  }
}

extension ImportError: LocalizedError {
  /// The diagnostics as compilers write them, an empty line between two.
  public var errorDescription: String? {
    diagnostics.map(DiagnosticFormatter().text(of:)).joined(separator: "\n\n")
  }
}
