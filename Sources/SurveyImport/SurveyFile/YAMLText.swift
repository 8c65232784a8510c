/// Texts as YAML writes them.
enum YAMLText {
  /// A text without quotes where that is safe, else in double quotes.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// Texts as a list on one line.
  static func list(_ texts: [String]) -> String {
    "[\(texts.map(scalar).joined(separator: ", "))]"
  }

  /// A text as it is, several as a list.
  static func textOrList(_ texts: [String]) -> String {
    texts.count == 1 ? scalar(texts[0]) : list(texts)
  }

  /// Letters, digits and a few marks that mean nothing in YAML, beginning with a letter, and no word of YAML's.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic, text.last != " " else {
      return false
    }
    let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    if reserved.contains(text.lowercased()), text.count > 1 { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || "0123456789 -_/().".unicodeScalars.contains(scalar)
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if needsEscape(scalar) {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  /// Control characters, byte order marks, and white space other than the space, which editors do not show.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    case .spaceSeparator: scalar != " "
    default: false
    }
  }
}

/// The lines of a YAML file as they grow.
struct YAMLPage {
  /// The text so far.
  private(set) var text = ""
  private let comments: [String: String]

  /// An empty page and the comments to put above keys, by path.
  init(comments: [String: String]) {
    self.comments = comments
  }

  /// An empty line, unless there is one already.
  mutating func gap() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// A key whose value follows on the next lines.
  mutating func open(_ key: String, path: String? = nil, indent: Int = 0) {
    if let path { comment(path, indent: indent) }
    text += String(repeating: "  ", count: indent) + key + ":\n"
  }

  /// A key and its value.
  mutating func line(_ key: String, _ value: String, path: String? = nil, indent: Int = 0) {
    if let path { comment(path, indent: indent) }
    text += String(repeating: "  ", count: indent) + key + ": " + value + "\n"
  }

  /// The comment of a path, if there is one.
  mutating func comment(_ path: String, indent: Int = 0) {
    guard let comment = comments[path] else { return }
    let margin = String(repeating: "  ", count: indent)
    for line in comment.split(whereSeparator: \.isNewline) { text += margin + "# " + line + "\n" }
    if path.isEmpty { text += "\n" }
  }
}
