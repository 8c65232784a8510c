import SurveyModel
import Yams

/// Adds aliases to the text of a `survey.yaml` and leaves all else in it as it is, comments included.
public struct SurveyFileEditor: Sendable {
  /// The text so far.
  public private(set) var text: String

  /// An editor of a text.
  public init(_ text: String) {
    self.text = text
  }

  /// Adds an alias to the column at a path such as `drivers.price` or `weight`.
  ///
  /// - Returns: False where the place was not found, or where the text would not say what it should; it is then left as
  ///   it was.
  public mutating func add(alias: String, at path: String) -> Bool {
    guard let before = try? SurveyFileReader().read(text, file: "").survey,
      let edited = edited(adding: YAMLText.scalar(alias), at: path.split(separator: ".").map(String.init)),
      let after = try? SurveyFileReader().read(edited, file: "").survey
    else { return false }
    let old = SurveyColumn.all(of: before, isWaveGiven: false)
    let new = SurveyColumn.all(of: after, isWaveGiven: false)
    let isRight = zip(old, new).allSatisfy { earlier, later in
      let added: Set<String> = earlier.path == path ? [alias] : []
      return earlier.path == later.path && earlier.source.name == later.source.name
        && Set(later.source.aliases) == Set(earlier.source.aliases).union(added)
    }
    guard old.count == new.count, isRight else { return false }
    text = edited
    return true
  }

  private func edited(adding alias: String, at path: [String]) -> String? {
    guard let root = try? compose(yaml: text), let (key, node) = SurveyFileEditor.node(at: path, in: root)
    else { return nil }
    guard let mapping = node.mapping else { return editedScalar(node, key: key, alias) }
    if let aliases = mapping.first(where: { $0.key.string == "aliases" }) {
      return editedAliases(aliases.value, alias)
    }
    guard let place = index(of: node.mark) else { return nil }
    // Yams does not tell how a collection is written.
    if text[place...].first == "{" {
      return inserted(mapping.isEmpty ? "aliases: [\(alias)]" : "aliases: [\(alias)], ", behind: place)
    }
    // Below `column:` where there is one, else in front of the first key.
    let column = mapping.first { $0.key.string == "column" }
    guard let first = mapping.first, let start = index(of: (column ?? first).key.mark) else { return nil }
    let margin = String(repeating: " ", count: (first.key.mark?.column ?? 1) - 1)
    guard column != nil else { return inserted("aliases: [\(alias)]\n" + margin, at: start) }
    let end = text[start...].firstIndex { $0.isNewline }
    guard let end else { return text + "\n\(margin)aliases: [\(alias)]\n" }
    return inserted("\n\(margin)aliases: [\(alias)]", at: end)
  }

  /// Adds to the aliases that are there.
  private func editedAliases(_ node: Node, _ alias: String) -> String? {
    guard let place = index(of: node.mark) else { return nil }
    guard let sequence = node.sequence else {
      guard let end = end(ofScalar: node, at: place) else { return nil }
      return text[..<place] + "[\(text[place..<end]), \(alias)]" + text[end...]
    }
    if text[place...].first == "[" {
      return inserted(sequence.isEmpty ? alias : "\(alias), ", behind: place)
    }
    let margin = String(repeating: " ", count: (node.mark?.column ?? 1) - 1)
    return inserted("- \(alias)\n\(margin)", at: place)
  }

  /// Makes a mapping of a field that is a header alone, or of a question that is an id alone.
  private func editedScalar(_ node: Node, key: Node, _ alias: String) -> String? {
    guard node.scalar?.string.isEmpty == false else {
      guard let start = index(of: key.mark), let end = end(ofScalar: key, at: start),
        text[end...].first == ":"
      else { return nil }
      return inserted(" {aliases: [\(alias)]}", at: text.index(after: end))
    }
    guard let start = index(of: node.mark), let end = end(ofScalar: node, at: start) else { return nil }
    return text[..<start] + "{column: \(text[start..<end]), aliases: [\(alias)]}" + text[end...]
  }

  private static func node(at path: [String], in root: Node) -> (key: Node, value: Node)? {
    guard let first = path.first, let entry = root.mapping?.first(where: { $0.key.string == first }) else {
      return nil
    }
    return path.count == 1 ? (entry.key, entry.value) : node(at: Array(path.dropFirst()), in: entry.value)
  }

  private func inserted(_ piece: String, at place: String.Index) -> String {
    text[..<place] + piece + text[place...]
  }

  private func inserted(_ piece: String, behind place: String.Index) -> String {
    inserted(piece, at: text.index(after: place))
  }

  /// Where a node begins; its column is counted in Unicode scalars, as libyaml counts.
  private func index(of mark: Mark?) -> String.Index? {
    guard let mark else { return nil }
    var line = 1
    var place = text.startIndex
    while line < mark.line {
      guard let end = text[place...].firstIndex(where: \.isNewline) else { return nil }
      place = text.index(after: end)
      line += 1
    }
    return text.unicodeScalars.index(place, offsetBy: mark.column - 1, limitedBy: text.endIndex)
  }

  /// The end of a scalar on one line; nil where it is written otherwise.
  private func end(ofScalar node: Node, at start: String.Index) -> String.Index? {
    guard let scalar = node.scalar else { return nil }
    switch scalar.style {
    case .doubleQuoted, .singleQuoted:
      let mark: Character = scalar.style == .doubleQuoted ? "\"" : "'"
      var place = text.index(after: start)
      while place < text.endIndex, text[place] != mark || isEscaped(place, mark) {
        if text[place] == "'", mark == "'" { place = text.index(after: place) }
        place = text.index(after: place)
      }
      return place < text.endIndex ? text.index(after: place) : nil
    case .plain, .any:
      return text[start...].hasPrefix(scalar.string)
        ? text.index(start, offsetBy: scalar.string.count, limitedBy: text.endIndex) : nil
    default: return nil
    }
  }

  /// Whether a quote is one within the text.
  private func isEscaped(_ place: String.Index, _ mark: Character) -> Bool {
    if mark == "'" {
      let next = text.index(after: place)
      return next < text.endIndex && text[next] == "'"
    }
    let backslashes = text[..<place].reversed().prefix { $0 == "\\" }.count
    return backslashes % 2 == 1
  }
}
