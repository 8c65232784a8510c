/// Writes a tree as text that is both HTML and well-formed XML.
///
/// Structural elements stand on lines of their own, so that two pages can be compared line by line. Elements that
/// hold running text are written on one line, because white space shows there.
public struct HTMLFormatter: Sendable {
  /// A formatter.
  public init() {}

  /// A whole page: the document type, then the `<html>` element.
  public func document(_ root: HTMLNode) -> String {
    "<!DOCTYPE html>\n" + text(of: root)
  }

  /// The text of a node, ending with a line break where it is not running text.
  public func text(of node: HTMLNode) -> String {
    var output = ""
    write(node, depth: 0, inline: false, to: &output)
    return output
  }

  /// Text with the characters replaced that mean something in HTML; characters no document may hold are dropped.
  public static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): continue
      case "\u{FFFE}", "\u{FFFF}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func write(_ node: HTMLNode, depth: Int, inline: Bool, to output: inout String) {
    switch node {
    case .text(let text):
      writeLine(HTMLFormatter.escaped(text), depth: depth, inline: inline, to: &output)
    case .rawStyle(let style):
      precondition(!style.contains("<") && !style.contains("&"), "A style sheet needs no < and no &.")
      output += style
    case .fragment(let children):
      for child in children { write(child, depth: depth, inline: inline, to: &output) }
    case .element(let name, let attributes, let children):
      writeElement(name, attributes, children, depth: depth, inline: inline, to: &output)
    }
  }

  private func writeElement(
    _ name: String, _ attributes: [HTMLAttribute], _ children: [HTMLNode], depth: Int, inline: Bool,
    to output: inout String
  ) {
    let tag = name + attributes.map { " \($0.name)=\"\(HTMLFormatter.escaped($0.value))\"" }.joined()
    if children.isEmpty && !HTMLFormatter.neverVoid.contains(name) {
      return writeLine("<\(tag) />", depth: depth, inline: inline, to: &output)
    }
    let holdsText = inline || HTMLFormatter.textElements.contains(name)
    if !inline { output += String(repeating: " ", count: depth) }
    output += "<\(tag)>"
    if !holdsText && !children.isEmpty { output += "\n" }
    for child in children { write(child, depth: depth + 1, inline: holdsText, to: &output) }
    if !holdsText && !children.isEmpty { output += String(repeating: " ", count: depth) }
    output += "</\(name)>" + (inline ? "" : "\n")
  }

  private func writeLine(_ text: String, depth: Int, inline: Bool, to output: inout String) {
    output += inline ? text : String(repeating: " ", count: depth) + text + "\n"
  }

  /// Elements in which white space shows, or whose content is text.
  private static let textElements: Set<String> = [
    "p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "text", "tspan", "a", "span",
    "strong",
    "em", "dt", "dd", "title", "desc", "figcaption", "caption", "style", "small", "code",
  ]

  /// Elements that HTML wants closed by a tag of their own, also when they are empty.
  private static let neverVoid: Set<String> = textElements.union([
    "div", "section", "table", "thead", "tbody", "tr", "ul", "ol", "dl", "main", "header", "footer", "body",
    "details", "figure", "svg", "g",
  ])
}
