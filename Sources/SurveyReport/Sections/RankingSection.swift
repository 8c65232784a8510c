import HTML
import SurveyAnalysis

/// What separates those who recommend from those who don't.
struct RankingSection {
  let analysis: DriverAnalysis
  /// The responses that are ranked, in words; nil where the survey has no waves.
  let scope: String?
  let context: ReportContext

  private var language: ReportLanguage { context.language }

  var node: HTMLNode {
    let heading =
      context.terms.groups.isNetPromoter
      ? language(
        "What separates those who recommend from those who don't",
        "Wat onderscheidt wie aanbeveelt van wie dat niet doet")
      : language("What separates high scores from low ones", "Wat hoge scores van lage onderscheidt")
    let figure = RankingChart(analysis: analysis, context: context).figure(
      id: "ranking-chart", title: heading)
    let section = ReportSection(
      id: "ranking", heading: heading, explanation: explanation,
      content: [figure.node(context.terms)] + notes)
    return section.node
  }

  private var explanation: [String] {
    [base, reading]
  }

  private var base: String {
    let numbers = context.numbers
    let method = context.terms.name(of: analysis.method)
    let explained = numbers.decimal(analysis.rSquared, 2)
    let scope = self.scope.map { "\($0), " } ?? ""
    let size = context.size(of: analysis.base)
    let range = analysis.intervals == nil ? "" : ", " + context.terms.interval(analysis.confidence)
    return language(
      "\(method) of R² = \(explained), \(scope)n = \(size)\(range).",
      "\(method) in R² = \(explained), \(scope)n = \(size)\(range).")
  }

  private var reading: String {
    let ties =
      analysis.ties.isEmpty
      ? ""
      : language(
        " Drivers in one bracket cannot be told apart in rank.",
        " Drivers binnen één haak zijn in plaats niet van elkaar te onderscheiden.")
    let sides =
      analysis.hasSides
      ? language(
        " At the right, the share of what sets detractors and promoters apart from all others, in percent.",
        " Rechts het aandeel in wat criticasters en promotors van alle anderen onderscheidt, in procenten.")
      : ""
    let ranks = language(
      "In brackets behind the rank: the ranks it may as well have.",
      "Tussen haakjes achter de plaats: de plaatsen die het ook kan hebben.")
    return ranks + ties + sides
  }

  private var notes: [HTMLNode] {
    let found = analysis.findings.map(context.findings.text)
    let classes = analysis.drivers.contains { DriverSide(of: $0) != nil } ? [classNote] : []
    let notes = found + classes
    return notes.isEmpty ? [] : [.list("notes", numbered: false, items: notes.map { .text($0) })]
  }

  private var classNote: String {
    language(
      "“Basic” stands where a driver weighs more for being a detractor, “excitement” where it weighs more for "
        + "being a promoter, and only where the two intervals do not overlap.",
      "“Basisfactor” staat waar een driver zwaarder weegt bij criticasters, “enthousiasmefactor” waar die zwaarder "
        + "weegt bij promotors, en alleen waar de twee intervallen elkaar niet overlappen.")
  }
}
