extension HTMLNode {
  /// A generic block.
  public static func div(_ className: String, _ children: [HTMLNode]) -> HTMLNode {
    .element("div", [.class(className)], children)
  }

  /// A generic stretch of text.
  public static func span(_ className: String, _ children: HTMLNode...) -> HTMLNode {
    .element("span", [.class(className)], children)
  }

  /// A paragraph.
  public static func p(_ className: String? = nil, _ children: HTMLNode...) -> HTMLNode {
    .element("p", className.map { [.class($0)] } ?? [], children)
  }

  /// Text set apart from its surroundings.
  public static func strong(_ text: String) -> HTMLNode { .element("strong", [], [.text(text)]) }

  /// A heading of level 1…6.
  ///
  /// - Precondition: `level` lies within 1…6.
  public static func heading(_ level: Int, _ text: String, id: String? = nil) -> HTMLNode {
    precondition((1...6).contains(level), "Headings have levels 1 to 6.")
    return .element("h\(level)", id.map { [.id($0)] } ?? [], [.text(text)])
  }

  /// A list whose items are numbered or not.
  public static func list(_ className: String, numbered: Bool, items: [HTMLNode]) -> HTMLNode {
    .element(numbered ? "ol" : "ul", [.class(className)], items.map { .element("li", [], [$0]) })
  }

  /// Content that is folded away until asked for.
  public static func details(summary: String, _ children: [HTMLNode]) -> HTMLNode {
    .element("details", [], [.element("summary", [], [.text(summary)])] + children)
  }
}
