/// How results are written at the terminal.
public enum ResultFormat: String, Sendable, CaseIterable {
  /// An aligned table for people.
  case table
  /// JSON, a documented contract (docs/json.md).
  case json
  /// Comma-separated values (RFC 4180) with full precision.
  case csv
  /// A table in Markdown.
  case markdown
}

/// A result in words: a table with what stands above and below it.
struct ResultText {
  let title: String
  let facts: [String]
  let table: ResultTable
  let notes: [String]

  /// The result as aligned text.
  var text: String {
    let above = [title] + facts + [""]
    let below = notes.isEmpty ? [] : [""] + notes
    return (above + TextTableFormat.lines(of: table) + below).joined(separator: "\n") + "\n"
  }

  /// The result as Markdown.
  var markdown: String {
    let above = ["## \(MarkdownFormat.escaped(title))", ""] + facts.map(MarkdownFormat.escaped) + [""]
    let below = notes.isEmpty ? [] : [""] + notes.map { "- " + MarkdownFormat.escaped($0) }
    return (above + MarkdownFormat.lines(of: table) + below).joined(separator: "\n") + "\n"
  }
}
