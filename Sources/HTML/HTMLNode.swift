/// A page, or a part of one, as a tree of values.
///
/// Texts and attribute values are kept as meant; `HTMLFormatter` escapes them when it writes. So text that came
/// from a respondent or a file can stand anywhere in the tree.
public enum HTMLNode: Sendable, Equatable {
  /// An element with its attributes, in the order in which they are written.
  case element(name: String, attributes: [HTMLAttribute], children: [HTMLNode])
  /// Text.
  case text(String)
  /// The content of a `<style>` element, written as it is; the program's own text only.
  case rawStyle(String)
  /// Several nodes side by side.
  case fragment([HTMLNode])

  /// An element.
  public static func element(
    _ name: String, _ attributes: [HTMLAttribute] = [], _ children: [HTMLNode] = []
  ) -> HTMLNode {
    .element(name: name, attributes: attributes, children: children)
  }

  /// Nothing.
  public static let empty = HTMLNode.fragment([])

  /// Whether nothing is written.
  public var isEmpty: Bool {
    if case .fragment(let children) = self { return children.allSatisfy(\.isEmpty) }
    return false
  }
}

extension HTMLNode: ExpressibleByStringInterpolation {
  /// Text.
  public init(stringLiteral text: String) {
    self = .text(text)
  }
}
