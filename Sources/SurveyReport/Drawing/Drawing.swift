import HTML

/// The few marks that all charts are drawn with.
enum Drawing {
  /// To which side of its point a text stands.
  enum Anchor: String {
    case start, middle, end
  }

  /// A line of text with its baseline at `y`.
  static func text(
    _ text: String, x: Double, y: Double, size: Double = 12, tone: Tone = .ink, anchor: Anchor = .start,
    bold: Bool = false
  ) -> HTMLNode {
    var attributes = [HTMLAttribute("x", x), HTMLAttribute("y", y), HTMLAttribute("font-size", size)]
    if anchor != .start { attributes.append(HTMLAttribute("text-anchor", anchor.rawValue)) }
    if bold { attributes.append(HTMLAttribute("font-weight", "600")) }
    return .element("text", attributes + fill(tone), [.text(text)])
  }

  /// A bold line of text with an edge in the colour of the page, to be read over lines.
  static func haloText(_ text: String, x: Double, y: Double, size: Double, anchor: Anchor) -> HTMLNode {
    .element(
      "text",
      [
        HTMLAttribute("x", x), HTMLAttribute("y", y), HTMLAttribute("font-size", size),
        HTMLAttribute("text-anchor", anchor.rawValue), HTMLAttribute("font-weight", "600"),
        HTMLAttribute("fill", Tone.ink.color), HTMLAttribute("stroke", Tone.paper.color),
        HTMLAttribute("stroke-width", 3.0), HTMLAttribute("stroke-linejoin", "round"),
        HTMLAttribute("paint-order", "stroke"), .class("fill-ink halo"),
      ], [.text(text)])
  }

  /// A filled bar with slightly rounded corners.
  static func bar(
    x: Double, y: Double, width: Double, height: Double, tone: Tone, radius: Double = 2
  ) -> HTMLNode {
    .rect(x: x, y: y, width: width, height: height, [HTMLAttribute("rx", radius)] + fill(tone))
  }

  /// A straight line.
  static func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), tone: Tone = .rule, width: Double = 1,
    dash: String? = nil
  ) -> HTMLNode {
    .line(from: start, to: end, stroke(tone, width: width, dash: dash))
  }

  /// An open line through points.
  static func polyline(_ points: [(x: Double, y: Double)], tone: Tone, width: Double) -> HTMLNode {
    .path(
      through: points,
      [HTMLAttribute("fill", "none"), HTMLAttribute("stroke-linejoin", "round")] + stroke(tone, width: width))
  }

  /// A filled area between points.
  static func area(_ points: [(x: Double, y: Double)], tone: Tone) -> HTMLNode {
    .path(through: points, closed: true, fill(tone))
  }

  /// An interval along x, with small caps at both ends.
  static func whisker(
    from start: Double, to end: Double, y: Double, tone: Tone = .ink, width: Double = 1.4, cap: Double = 4
  ) -> HTMLNode {
    .fragment([
      line(from: (start, y), to: (end, y), tone: tone, width: width),
      line(from: (start, y - cap), to: (start, y + cap), tone: tone, width: width),
      line(from: (end, y - cap), to: (end, y + cap), tone: tone, width: width),
    ])
  }

  /// A point: filled, or hollow where it rests on few answers.
  static func dot(x: Double, y: Double, radius: Double = 4, tone: Tone = .accent, hollow: Bool = false)
    -> HTMLNode
  {
    let look = hollow ? hollowLook(tone) : fill(tone)
    return .circle(x: x, y: y, radius: radius, look)
  }

  /// A triangle that points up or down, centred on a point.
  static func triangle(x: Double, y: Double, up: Bool, radius: Double = 6, tone: Tone) -> HTMLNode {
    let tip = up ? y - radius : y + radius
    let foot = up ? y + radius * 0.8 : y - radius * 0.8
    return area([(x, tip), (x + radius, foot), (x - radius, foot)], tone: tone)
  }

  private static func hollowLook(_ tone: Tone) -> [HTMLAttribute] {
    [
      HTMLAttribute("fill", Tone.paper.color), HTMLAttribute("stroke", tone.color),
      HTMLAttribute("stroke-width", 1.6), .class("fill-paper stroke-\(tone.rawValue)"),
    ]
  }

  private static func fill(_ tone: Tone) -> [HTMLAttribute] {
    [HTMLAttribute("fill", tone.color), .class("fill-\(tone.rawValue)")]
  }

  private static func stroke(_ tone: Tone, width: Double, dash: String? = nil) -> [HTMLAttribute] {
    var attributes = [
      HTMLAttribute("stroke", tone.color), HTMLAttribute("stroke-width", width),
      .class("stroke-\(tone.rawValue)"),
    ]
    if let dash { attributes.append(HTMLAttribute("stroke-dasharray", dash)) }
    return attributes
  }
}
