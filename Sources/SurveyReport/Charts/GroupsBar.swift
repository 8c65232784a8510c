import HTML
import SurveyAnalysis

/// The three groups side by side, in parts of the width it is given, so that it fits a phone as well as a page.
struct GroupsBar {
  let score: NetPromoterScore
  let groups: PromoterGroups
  let context: ReportContext

  /// The bar with its legend.
  var node: HTMLNode {
    .element("figure", [.class("groups")], [drawing, legend])
  }

  private var percentages: [Int] {
    NumberFormat.wholePercentages([score.detractors, score.passives, score.promoters])
  }

  private var names: [String] {
    [.detractor, .passive, .promoter].map { groups.nameWithValues(of: $0, in: context.language) }
  }

  private var legend: HTMLNode {
    let classes = ["detractor", "passive", "promoter"]
    let all: [PromoterGroups.Group] = [.detractor, .passive, .promoter]
    let items = zip(zip(all, classes), zip(names, percentages)).compactMap { group, entry -> HTMLNode? in
      guard groups.values(of: group.0) != nil else { return nil }
      let name = group.1
      return HTMLNode.element(
        "li", [],
        [
          .span("swatch fill-\(name)"),
          .text(" "), .strong(context.numbers.percent(points: entry.1)), .text(" \(entry.0)"),
        ])
    }
    return .element("ul", [.class("legend")], items)
  }

  private var drawing: HTMLNode {
    let words = zip(percentages, names).map { "\(context.numbers.percent(points: $0)) \($1)" }
    let title = context.language("The three groups", "De drie groepen")
    return .element(
      "svg",
      [
        HTMLAttribute("xmlns", "http://www.w3.org/2000/svg"), HTMLAttribute("width", "100%"),
        HTMLAttribute("height", "38"), HTMLAttribute("role", "img"),
        HTMLAttribute("aria-labelledby", "groups-title groups-desc"),
      ],
      [
        .element("title", [.id("groups-title")], [.text(title)]),
        .element("desc", [.id("groups-desc")], [.text(words.joined(separator: ", "))]),
      ] + parts)
  }

  private var parts: [HTMLNode] {
    let shares = [score.detractors, score.passives, score.promoters]
    let tones: [(fill: Tone, text: Tone)] = [
      (.detractor, .onDetractor), (.passive, .onPassive), (.promoter, .onPromoter),
    ]
    var start = 0.0
    var nodes: [HTMLNode] = []
    for (index, share) in shares.enumerated() where share > 0 {
      nodes.append(rectangle(from: start, width: share, tone: tones[index].fill))
      if start > 0 { nodes.append(gap(at: start)) }
      if share >= 0.09 {
        nodes.append(label(percentages[index], at: start + share / 2, tone: tones[index].text))
      }
      start += share
    }
    return nodes
  }

  private func rectangle(from start: Double, width: Double, tone: Tone) -> HTMLNode {
    .element(
      "rect",
      [
        HTMLAttribute("x", percent(start)), HTMLAttribute("y", "0"), HTMLAttribute("width", percent(width)),
        HTMLAttribute("height", "38"), HTMLAttribute("fill", tone.color), .class("fill-\(tone.rawValue)"),
      ])
  }

  private func gap(at position: Double) -> HTMLNode {
    .element(
      "line",
      [
        HTMLAttribute("x1", percent(position)), HTMLAttribute("x2", percent(position)),
        HTMLAttribute("y1", "0"), HTMLAttribute("y2", "38"), HTMLAttribute("stroke", Tone.paper.color),
        HTMLAttribute("stroke-width", "2"), .class("stroke-paper"),
      ])
  }

  private func label(_ points: Int, at position: Double, tone: Tone) -> HTMLNode {
    .element(
      "text",
      [
        HTMLAttribute("x", percent(position)), HTMLAttribute("y", "25"), HTMLAttribute("font-size", "16"),
        HTMLAttribute("font-weight", "600"), HTMLAttribute("text-anchor", "middle"),
        HTMLAttribute("fill", tone.color), .class("fill-\(tone.rawValue)"),
      ], [.text(context.numbers.percent(points: points))])
  }

  private func percent(_ share: Double) -> String { Coordinate.text(share * 100) + "%" }
}
