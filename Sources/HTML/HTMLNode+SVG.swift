extension HTMLNode {
  /// A drawing with a title and a description for those who cannot see it.
  ///
  /// - Parameters:
  ///   - id: unique on the page; the title and the description are tied to it.
  ///   - width: the width of the drawing's own coordinates.
  ///   - height: the height of the drawing's own coordinates.
  ///   - title: what the drawing is.
  ///   - description: what it shows, in words.
  ///   - content: the drawn elements, from back to front.
  public static func svg(
    id: String, width: Double, height: Double, title: String, description: String, _ content: [HTMLNode]
  ) -> HTMLNode {
    let size = "0 0 \(Coordinate.text(width)) \(Coordinate.text(height))"
    let attributes: [HTMLAttribute] = [
      HTMLAttribute("xmlns", "http://www.w3.org/2000/svg"), HTMLAttribute("viewBox", size),
      HTMLAttribute("width", width), HTMLAttribute("height", height), HTMLAttribute("role", "img"),
      HTMLAttribute("aria-labelledby", "\(id)-title \(id)-desc"),
    ]
    let words: [HTMLNode] = [
      .element("title", [.id("\(id)-title")], [.text(title)]),
      .element("desc", [.id("\(id)-desc")], [.text(description)]),
    ]
    return .element("svg", attributes, words + content)
  }

  /// A group of drawn elements.
  public static func g(_ attributes: [HTMLAttribute], _ content: [HTMLNode]) -> HTMLNode {
    .element("g", attributes, content)
  }

  /// A rectangle.
  public static func rect(
    x: Double, y: Double, width: Double, height: Double, _ attributes: [HTMLAttribute]
  ) -> HTMLNode {
    let geometry = [
      HTMLAttribute("x", x), HTMLAttribute("y", y), HTMLAttribute("width", max(0, width)),
      HTMLAttribute("height", max(0, height)),
    ]
    return .element("rect", geometry + attributes)
  }

  /// A straight line.
  public static func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ attributes: [HTMLAttribute]
  ) -> HTMLNode {
    let geometry = [
      HTMLAttribute("x1", start.x), HTMLAttribute("y1", start.y), HTMLAttribute("x2", end.x),
      HTMLAttribute("y2", end.y),
    ]
    return .element("line", geometry + attributes)
  }

  /// A circle.
  public static func circle(x: Double, y: Double, radius: Double, _ attributes: [HTMLAttribute]) -> HTMLNode {
    .element(
      "circle",
      [HTMLAttribute("cx", x), HTMLAttribute("cy", y), HTMLAttribute("r", radius)] + attributes)
  }

  /// A path of straight lines through points, closed or open.
  public static func path(
    through points: [(x: Double, y: Double)], closed: Bool = false, _ attributes: [HTMLAttribute]
  ) -> HTMLNode {
    let steps = points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(Coordinate.text(point.x)) \(Coordinate.text(point.y))"
    }
    let data = steps.joined(separator: " ") + (closed ? " Z" : "")
    return .element("path", [HTMLAttribute("d", data)] + attributes)
  }
}
