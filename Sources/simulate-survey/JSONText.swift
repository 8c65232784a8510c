/// A value of a JSON file whose numbers have four decimals.
indirect enum JSONText {
  case text(String, quoted: Bool = true)
  case whole(Int)
  case number(Double)
  case list([JSONText])
  case object([(String, JSONText)])

  /// The text of the value; objects are indented.
  func text(indent: String = "") -> String {
    switch self {
    case .text(let text, let quoted): return quoted ? "\"\(text)\"" : text
    case .whole(let number): return String(number)
    case .number(let number): return JSONText.fixed(number)
    case .list(let values): return "[" + values.map { $0.text() }.joined(separator: ", ") + "]"
    case .object(let members):
      let inner = indent + "  "
      let lines = members.map { "\(inner)\"\($0)\": \($1.text(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private static func fixed(_ number: Double) -> String {
    let scaled = Int((number * 10_000).rounded())
    let digits = String(scaled.magnitude % 10_000)
    let padding = String(repeating: "0", count: 4 - digits.count)
    return "\(scaled < 0 ? "-" : "")\(scaled.magnitude / 10_000).\(padding)\(digits)"
  }
}
