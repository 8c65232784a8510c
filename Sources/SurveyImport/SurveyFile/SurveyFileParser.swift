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
  /// The ids given so far, in lower case.
  var ids: [String: String] = [:]

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
    _ severity: Diagnostic.Severity = .error, _ code: ImportCode, at place: SourceLocation, _ summary: String,
    fix: String? = nil
  ) {
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
      wrongKind(node, field, wanted: "a mapping (`key: value`)")
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
    let nearest = NearestName(among: known).match(for: entry.key).map { "did you mean `\($0)`? " } ?? ""
    let place = field.isEmpty ? "survey.yaml" : "`\(field)`"
    report(
      .keyUnknown, at: entry.place, "\(place) has no key `\(entry.key)`",
      fix: nearest + "Known are: " + known.joined(separator: ", "))
  }

  mutating func wrongKind(_ node: Node, _ field: String, wanted: String) {
    report(.valueKind, at: place(of: node), "`\(field)` must be \(wanted)", fix: "write \(wanted) here")
  }

  private mutating func report(_ code: ImportCode, at place: SourceLocation, _ summary: String, fix: String) {
    report(.error, code, at: place, summary, fix: fix)
  }

  /// A plain text; nil, and said so, where the node is something else or empty.
  mutating func text(_ node: Node, _ field: String) -> String? {
    guard let scalar = node.scalar, !(scalar.style == .plain && scalar.string.isEmpty) else {
      wrongKind(node, field, wanted: "a text")
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
      .languageInvalid, at: place, "\"\(code)\" is not a language code",
      fix: "write two or three small letters, such as nl or en")
  }

  mutating func integer(_ node: Node, _ field: String, in range: ClosedRange<Int>) -> Int? {
    let number = node.scalar.flatMap { Int($0.string) }
    if let number, range.contains(number) { return number }
    wrongKind(node, field, wanted: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  mutating func boolean(_ node: Node, _ field: String) -> Bool? {
    switch node.scalar?.string {
    case "true": return true
    case "false": return false
    default:
      wrongKind(node, field, wanted: "`true` or `false`")
      return nil
    }
  }

  /// One of some words; nil, and said so, where it is another.
  mutating func choice(_ node: Node, _ field: String, of words: [String]) -> String? {
    guard let text = text(node, field) else { return nil }
    if words.contains(text) { return text }
    let nearest = NearestName(among: words).match(for: text).map { "did you mean `\($0)`? " } ?? ""
    let list = words.map { "\"\($0)\"" }.joined(separator: ", ")
    report(
      .choiceUnknown, at: place(of: node), "\"\(text)\" is not allowed for `\(field)`",
      fix: nearest + "Write one of \(list)")
    return nil
  }
}
