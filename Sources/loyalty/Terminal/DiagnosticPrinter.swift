import LoyaltyDrivers

/// Prints diagnostics to standard error, at most 20 of a kind.
struct DiagnosticPrinter {
  /// Whether only errors are printed.
  let isQuiet: Bool

  /// Prints diagnostics and, per kind, how many more there were by the given counts.
  func print(_ diagnostics: [Diagnostic], counts: [String: Int] = [:]) {
    let formatter = DiagnosticFormatter()
    var printed: [String: Int] = [:]
    for diagnostic in diagnostics where !isQuiet || diagnostic.severity == .error {
      printed[diagnostic.code, default: 0] += 1
      guard printed[diagnostic.code, default: 0] <= 20 else { continue }
      Console.message(formatter.text(of: diagnostic))
    }
    for (code, count) in counts.sorted(by: { $0.key < $1.key }) {
      let more = count - min(printed[code] ?? count, 20)
      if more > 0 { Console.message("… and \(more) more of [\(code)]") }
    }
  }
}
