import HTML
import SurveyAnalysis

/// The score over time, for all and for each group.
struct TrendSection {
  let trend: TrendAnalysis
  let context: ReportContext

  private var language: ReportLanguage { context.language }

  var node: HTMLNode {
    let period = context.terms.name(of: trend.period)
    let heading = language("How the score moves, by \(period)", "Hoe de score beweegt, per \(period)")
    let figure = TrendChart(trend: trend, context: context).figure(id: "trend-chart", title: heading)
    return ReportSection(
      id: "trend", heading: heading, explanation: [explanation],
      content: [figure.node(context.terms)] + segments
    ).node
  }

  private var explanation: String {
    let domain = TrendChart.domain(of: [trend.periods])
    let range = context.numbers.signed(domain)
    let interval = context.terms.interval(trend.confidence)
    var words = [
      language(
        "Band: \(interval). ▲▼ differs from the period before. The axis shows \(range), not the whole "
          + "scale of −100 … +100.",
        "Band: \(interval). ▲▼ verschilt van de periode ervoor. De as toont \(range), niet de hele schaal van "
          + "−100 … +100.")
    ]
    if trend.periods.contains(where: { $0.base.isLow }) {
      words.append(
        language(
          "Hollow points: fewer than \(Base.lowBase) answers, no verdict.",
          "Open punten: minder dan \(Base.lowBase) antwoorden, geen oordeel."))
    }
    if trend.periods.contains(where: \.followsGap) {
      words.append(
        language(
          "The line is not drawn across periods without answers.",
          "De lijn loopt niet door over perioden zonder antwoorden."))
    }
    if trend.undated > 0 {
      let count = context.numbers.integer(trend.undated)
      words.append(
        language("\(count) responses belong to no period.", "\(count) antwoorden horen bij geen periode."))
    }
    return words.joined(separator: " ")
  }

  private var segments: [HTMLNode] {
    let ids = trend.segments.map(\.segment).reduce(into: [String]()) { ids, id in
      if !ids.contains(id) { ids.append(id) }
    }
    return ids.enumerated().flatMap { index, id -> [HTMLNode] in
      let name = context.labels.segment(id)
      let heading = language("By \(name.lowercasedFirst)", "Naar \(name.lowercasedFirst)")
      let groups = trend.segments.filter { $0.segment == id }
      let chart = SmallMultiples(groups: groups, trend: trend, context: context)
      let figure = chart.figure(id: "trend-segment-\(index + 1)", title: heading)
      let note = language(
        "Grey line: the total. All on one scale.", "Grijze lijn: het totaal. Alles op één schaal.")
      let isWithheld = groups.contains { $0.periods.contains { $0.withheld != nil } }
      let words = isWithheld ? "\(note) \(context.terms.suppressed)" : note
      return [.heading(3, heading), .p("how", .text(words)), figure.node(context.terms)]
    }
  }
}
