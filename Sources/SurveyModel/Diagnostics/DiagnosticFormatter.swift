/// Writes diagnostics as compilers do, so that editors jump to the place.
public struct DiagnosticFormatter: Sendable {
  /// A formatter.
  public init() {}

  /// The diagnostic as lines: place, severity, summary and code; the excerpt; the repair.
  public func text(of diagnostic: Diagnostic) -> String {
    let head = "\(diagnostic.location): \(diagnostic.severity.rawValue): "
    var lines = [head + "\(diagnostic.summary) [\(diagnostic.code)]"]
    if let excerpt = diagnostic.excerpt {
      let gutter = diagnostic.location.line.map { "\($0) | " } ?? "  | "
      lines.append(gutter + DiagnosticFormatter.printable(excerpt))
    }
    if let fix = diagnostic.fix {
      lines.append("fix: \(fix)")
    }
    return lines.joined(separator: "\n")
  }

  /// A text on one line, without control characters and of at most 120 characters.
  static func printable(_ text: String) -> String {
    let visible = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }.filter { !$0.isControl })
    return visible.count <= 120 ? visible : visible.prefix(119) + "…"
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
