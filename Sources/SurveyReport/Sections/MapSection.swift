import HTML
import SurveyAnalysis

/// Where to act: importance against performance.
struct MapSection {
  let analysis: DriverAnalysis
  let context: ReportContext

  /// The section; nothing with fewer than three drivers, where means part nothing.
  var node: HTMLNode {
    guard analysis.drivers.count >= PriorityMap.fewest else { return .empty }
    let map = PriorityMap(of: analysis, labels: context.labels)
    let heading = context.language("Where to act", "Waar iets aan te doen valt")
    let chart = MapChart(map: map, context: context, confidence: analysis.confidence)
    let figure = chart.figure(id: "map-chart", title: heading)
    return ReportSection(
      id: "map", heading: heading, explanation: [explanation], content: [figure.node(context.terms)]
    ).node
  }

  private var explanation: String {
    let interval = context.terms.interval(analysis.confidence)
    return context.language(
      "The dashed lines stand at the means of the drivers. Whiskers are the \(interval); where they cross a line, "
        + "the driver may as well lie in the next field.",
      "De stippellijnen staan op de gemiddelden van de drivers. Strepen tonen het \(interval); waar zij een lijn "
        + "kruisen, kan de driver ook in het vak ernaast liggen.")
  }
}
