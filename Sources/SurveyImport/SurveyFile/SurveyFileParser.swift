import SurveyModel
import Yams

/// Turns the nodes of `survey.yaml` into a survey and collects what is wrong with them.
struct SurveyFileParser {
  /// A key of a mapping with its value.
  struct Entry {
    let key: String
    let place: SourceLocation
    let value: Node
  }

  /// What was found so far.
  private(set) var diagnostics: [Diagnostic] = []
  /// The columns named so far, and by which field.
  var columnUses: [FoldedText: String] = [:]
  /// The themes named so far.
  var themes: [FoldedText: String] = [:]
  /// The ids given so far, in lower case.
  var ids: [String: String] = [:]

  private static let mostDiagnostics = 100

  let file: String
  private let lines: [Substring]
  let text: String

  /// A parser of a text.
  init(_ text: String, file: String) {
    self.text = text
    self.file = file
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Takes down a diagnostic with the line it is about; the same one at the same place only once.
  mutating func report(
    _ severity: Diagnostic.Severity, _ code: ImportCode, at place: SourceLocation, _ summary: String,
    fix: String? = nil
  ) {
    guard diagnostics.count < SurveyFileParser.mostDiagnostics else { return }
    let diagnostic = Diagnostic(severity, code, at: place, summary, excerpt: line(place.line), fix: fix)
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  /// The place of a node; its column is counted in bytes.
  func place(of node: Node) -> SourceLocation {
    place(line: node.mark?.line, column: node.mark?.column)
  }

  /// A place by line and column, the latter in Unicode scalars as libyaml counts.
  func place(line: Int?, column: Int?) -> SourceLocation {
    guard let line, let column, line >= 1, line <= lines.count else { return SourceLocation(file: file) }
    let before = lines[line - 1].unicodeScalars.prefix(column - 1)
    return SourceLocation(file: file, line: line, column: String(before).utf8.count + 1)
  }

  /// The line with a number, without a carriage return.
  func line(_ number: Int?) -> String? {
    guard let number, number >= 1, number <= lines.count else { return nil }
    let line = String(lines[number - 1])
    return line.isEmpty ? nil : line
  }

  /// The second line from a place on that begins with a key.
  func secondLine(withKey key: String, from first: Int) -> Int? {
    let numbers = lines.indices.filter { index in
      index >= first - 1
        && lines[index].drop { $0 == " " || $0 == "\"" || $0 == "'" }.hasPrefix(key)
    }
    return numbers.count > 1 ? numbers[1] + 1 : nil
  }

  /// The entries of a mapping in the order of the file; nil, and said so, where the node is none.
  mutating func entries(of node: Node, in field: String) -> [Entry]? {
    guard let mapping = node.mapping else {
      wrongKind(node, field, .mapping)
      return nil
    }
    return mapping.compactMap { key, value in
      Entry(key: key.scalar?.string ?? "", place: place(of: key), value: value)
    }
  }

  /// The entries of a mapping whose keys are fixed; unknown keys are reported and left out.
  mutating func fields(of node: Node, in field: String, known: [String]) -> [String: Entry]? {
    guard let entries = entries(of: node, in: field) else { return nil }
    var fields: [String: Entry] = [:]
    for entry in entries {
      if known.contains(entry.key) {
        fields[entry.key] = entry
      } else {
        unknownKey(entry, in: field, known: known)
      }
    }
    return fields
  }

  private mutating func unknownKey(_ entry: Entry, in field: String, known: [String]) {
    let nearest = NearestName(among: known).match(for: entry.key)
    let place = field.isEmpty ? "survey.yaml" : "`\(field)`"
    report(
      .error, .keyUnknown, at: entry.place, "\(place) has no key `\(entry.key)`",
      fix: (nearest.map { "did you mean `\($0)`? Known are: " } ?? "known are: ")
        + known.joined(separator: ", "))
  }

  private mutating func wrongKind(_ node: Node, _ field: String, _ kind: ValueKind) {
    let name = field.isEmpty ? "survey.yaml" : "`\(field)`"
    report(
      .error, .valueKind, at: place(of: node), "\(name) must be \(kind.name)", fix: kind.example(for: field))
  }

  /// A plain text; nil, and said so, where the node is something else or empty.
  mutating func text(_ node: Node, _ field: String) -> String? {
    guard let scalar = node.scalar, !(scalar.style == .plain && scalar.string.isEmpty) else {
      wrongKind(node, field, .text)
      return nil
    }
    return scalar.string
  }

  /// One text or a list of texts.
  mutating func texts(_ node: Node, _ field: String) -> [String]? {
    guard let sequence = node.sequence else { return text(node, field).map { [$0] } }
    return sequence.compactMap { text($0, field) }
  }

  /// A text, or a text per language.
  mutating func localizedText(_ node: Node, _ field: String) -> LocalizedText? {
    guard node.mapping != nil else { return text(node, field).map { LocalizedText($0) } }
    var translations: [(language: String, text: String)] = []
    for entry in entries(of: node, in: field) ?? [] {
      checkLanguage(entry.key, at: entry.place)
      if let text = text(entry.value, field) { translations.append((entry.key, text)) }
    }
    if translations.isEmpty { return nil }
    return LocalizedText(translations: translations)
  }

  mutating func checkLanguage(_ code: String, at place: SourceLocation) {
    let isCode = (2...3).contains(code.count) && code.allSatisfy { $0.isASCII && $0.isLowercase }
    guard !isCode else { return }
    report(
      .error, .languageInvalid, at: place, "\"\(code)\" is not a language code",
      fix: "write two or three small letters, such as nl or en")
  }

  mutating func integer(_ node: Node, _ field: String, in range: ClosedRange<Int>) -> Int? {
    let number = node.scalar.flatMap { Int($0.string) }
    if let number, range.contains(number) { return number }
    wrongKind(node, field, .integer(range))
    return nil
  }

  mutating func boolean(_ node: Node, _ field: String) -> Bool? {
    switch node.scalar?.string {
    case "true": return true
    case "false": return false
    default:
      wrongKind(node, field, .boolean)
      return nil
    }
  }

  /// One of some words; nil, and said so, where it is another.
  mutating func choice(_ node: Node, _ field: String, of words: [String]) -> String? {
    guard let text = text(node, field) else { return nil }
    if words.contains(text) { return text }
    let nearest = text.contains(where: \.isLetter) ? NearestName(among: words).match(for: text) : nil
    let list = words.filter { $0 != "\t" }.map { "\"\($0)\"" }.joined(separator: ", ")
    report(
      .error, .choiceUnknown, at: place(of: node), "\"\(text)\" is not allowed for `\(field)`",
      fix: (nearest.map { "did you mean `\($0)`? Allowed are: " } ?? "allowed are: ") + list)
    return nil
  }
}

/// What a value in `survey.yaml` has to be.
private enum ValueKind {
  case text, mapping, boolean
  case integer(ClosedRange<Int>)

  var name: String {
    switch self {
    case .text: "a text"
    case .mapping: "a mapping (`key: value`)"
    case .boolean: "`true` or `false`"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    }
  }

  func example(for field: String) -> String {
    switch self {
    case .text: "write `\(field): some text`, in quotes if it holds a colon; \"\" is the empty text"
    case .mapping where field == "missing":
      "say why it is missing: `missing: {skipped: …, not-shown: …, dont-know: …}`"
    case .mapping where field.isEmpty: "begin with `title:` and `outcome:`"
    case .mapping: "write `\(field):` and its keys on the lines below, two spaces further in"
    case .boolean: "write `\(field): true`, or leave the line out"
    case .integer(let range): "write `\(field): \(max(range.lowerBound, 1))`, or another number"
    }
  }
}
