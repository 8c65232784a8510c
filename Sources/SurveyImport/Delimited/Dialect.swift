/// How cells are kept apart in a file of delimited text.
struct Dialect: Sendable, Equatable {
  /// The byte between two cells.
  var delimiter: UInt8
  /// Whether a cell may stand in double quotes; where not, a quote is a letter like any other.
  var hasQuotes: Bool

  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let tab = UInt8(ascii: "\t")
  static let bar = UInt8(ascii: "|")
  /// The delimiters to try, the commonest first.
  static let delimiters = [comma, semicolon, tab, bar]
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// A dialect.
  init(delimiter: UInt8, hasQuotes: Bool = true) {
    self.delimiter = delimiter
    self.hasQuotes = hasQuotes
  }

  /// The delimiter as it is named in messages.
  static func name(of delimiter: UInt8) -> String {
    switch delimiter {
    case comma: "comma"
    case semicolon: "semicolon"
    case tab: "tab"
    case bar: "vertical bar"
    default: String(UnicodeScalar(delimiter))
    }
  }
}
