import HTML
import SurveyAnalysis
import SurveyModel

/// How the figures were made, in plain words.
struct MethodSection {
  let content: ReportContent
  let context: ReportContext

  private var language: ReportLanguage { context.language }
  private var numbers: NumberFormat { context.numbers }

  var node: HTMLNode {
    let entries = [score, weights, groups, trend] + ranking + [priorities, reproduction]
    return ReportSection(
      id: "method", heading: language("How this was made", "Hoe dit is gemaakt"), explanation: [],
      content: [.element("dl", [], entries.compactMap(\.self).flatMap(entry))]
    ).node
  }

  private func entry(_ pair: (String, String)) -> [HTMLNode] {
    [.element("dt", [], [.text(pair.0)]), .element("dd", [], [.text(pair.1)])]
  }

  private var score: (String, String) {
    let confidence = numbers.percent(content.score.confidence)
    return (
      language("Score", "Score"),
      language(
        "\(definition) from −100 to +100; only valid answers count. The \(confidence) interval is the adjusted Wald "
          + "interval. "
          + "Differences are taken before rounding, so that they may be a point off the rounded scores.",
        "\(definition) van −100 "
          + "tot +100; alleen geldige antwoorden tellen. Het \(confidence)-interval is het aangepaste "
          + "Wald-interval. Verschillen zijn berekend vóór het afronden en kunnen dus een punt afwijken.")
    )
  }

  /// What the score is, up to where its range follows.
  private var definition: String {
    let groups = content.score.groups
    let (top, bottom) = (
      groups.nameWithValues(of: .promoter, in: language), groups.nameWithValues(of: .detractor, in: language)
    )
    if groups.isNetPromoter {
      return language(
        "The net promoter score (NPS) is the share of \(top) less the share of \(bottom),",
        "De net promoter score (NPS) is het aandeel \(top) min het aandeel \(bottom),")
    }
    let scale = groups.scaleName(in: language)
    return language(
      "The outcome is on a scale of \(scale), so there is no net promoter score, and nothing here can be compared with "
        + "one. The score is the share of the \(top) less the share of the \(bottom),",
      "De uitkomst heeft een schaal van \(scale), dus er is geen net promoter score, en niets hier is met een net "
        + "promoter score te vergelijken. De score is het aandeel \(top) min het aandeel \(bottom),")
  }

  private var weights: (String, String)? {
    let base = content.score.base
    guard base.effectiveSize < Double(base.size) - 0.5 else { return nil }
    let (size, effective) = (numbers.integer(base.size), numbers.integer(Int(base.effectiveSize.rounded())))
    return (
      language("Weights", "Weging"),
      language(
        "All figures are weighted. The \(size) answers are worth \(effective) unweighted ones (Kish's effective "
          + "base); n is always the count of people.",
        "Alle cijfers zijn gewogen. De \(size) antwoorden zijn \(effective) ongewogen antwoorden waard (effectieve "
          + "basis volgens Kish); n is altijd het aantal mensen.")
    )
  }

  private var groups: (String, String)? {
    guard !content.score.segments.isEmpty else { return nil }
    let adjustment = context.terms.name(of: content.score.adjustment)
    return (
      language("Groups", "Groepen"),
      language(
        "Each group is compared with all other respondents, never with the total it is part of; p-values "
          + "are adjusted by \(adjustment). Fewer than "
          + "\(Base.lowBase) answers: no verdict. Fewer than \(Base.suppressed): nothing is shown.",
        "Elke groep is vergeleken met alle andere respondenten, nooit met het totaal waar zij zelf in zit; "
          + "p-waarden zijn gecorrigeerd met \(adjustment). Minder "
          + "dan \(Base.lowBase) antwoorden: geen oordeel. Minder dan \(Base.suppressed): niets getoond.")
    )
  }

  private var trend: (String, String)? {
    guard let trend = content.trend else { return nil }
    let adjustment = context.terms.name(of: trend.adjustment)
    return (
      language("Changes", "Veranderingen"),
      language(
        "Each period is compared with the one before; p-values across groups are adjusted by \(adjustment). The "
          + "smallest visible change is the one found four times in five (power 80%).",
        "Elke periode is vergeleken met de vorige; p-waarden over groepen zijn gecorrigeerd met \(adjustment). De "
          + "kleinst zichtbare verandering is die welke in vier van de vijf keer wordt gevonden (power 80 %)."
      )
    )
  }

  private var ranking: [(String, String)?] {
    guard let analysis = content.ranking else { return [] }
    return [importance(analysis), missing(analysis), intervals(analysis)]
  }

  private func importance(_ analysis: DriverAnalysis) -> (String, String) {
    let explained = numbers.percent(analysis.rSquared)
    let outcome = context.terms.name(of: analysis.outcome)
    let sides =
      analysis.hasSides
      ? language(
        " The same is done for being a promoter and for being a detractor.",
        " Hetzelfde is gedaan voor promotor zijn en voor criticaster zijn.") : ""
    let fair: String =
      switch analysis.method {
      case .shapley:
        language(
          "is shared fairly among the drivers: each gets its average gain over every order in which the drivers can "
            + "be added (Shapley value of R², also called LMG)",
          "is eerlijk over de drivers verdeeld: elk krijgt zijn gemiddelde winst over alle volgordes waarin de drivers "
            + "kunnen worden toegevoegd (Shapley-waarde van R², ook LMG genoemd)")
      case .relativeWeights:
        language(
          "is shared among the drivers by Johnson's relative weights",
          "is over de drivers verdeeld met de relatieve gewichten van Johnson")
      }
    return (
      context.terms.importance,
      language(
        "Together the drivers explain \(explained) of the variance of \(outcome). What they explain \(fair).\(sides)",
        "Samen verklaren de drivers \(explained) van de variantie van \(outcome). Wat zij verklaren, \(fair).\(sides)"
      )
    )
  }

  private func missing(_ analysis: DriverAnalysis) -> (String, String) {
    let (all, complete) = (numbers.integer(analysis.base.size), numbers.integer(analysis.completeCases))
    let treatment: String =
      switch analysis.missing {
      case .expectationMaximization:
        language(
          "all of them are used, by maximum likelihood (EM algorithm)",
          "allen tellen mee, met maximum likelihood (EM-algoritme)")
      case .completeCases: language("only these are used", "alleen deze tellen mee")
      case .pairwise:
        language(
          "each pair of questions uses all who answered both",
          "elk paar vragen gebruikt wie beide beantwoordde")
      }
    return (
      language("Missing ratings", "Ontbrekende beoordelingen"),
      language(
        "Of \(all) respondents, \(complete) rated every driver; \(treatment).",
        "Van \(all) respondenten beoordeelden \(complete) elke driver; \(treatment).")
    )
  }

  private func intervals(_ analysis: DriverAnalysis) -> (String, String)? {
    guard let intervals = analysis.intervals else { return nil }
    let how: String =
      switch intervals {
      case .bootstrap(let replicates, let seed, _):
        language(
          "\(numbers.integer(replicates)) resamples of the respondents (bootstrap, seed \(seed))",
          "\(numbers.integer(replicates)) hertrekkingen van de respondenten (bootstrap, seed \(seed))")
      case .scaledBootstrap(let replicates, let rows, let seed):
        language(
          "\(numbers.integer(replicates)) resamples of \(numbers.integer(rows)) respondents each, scaled to all of "
            + "them (bootstrap, seed \(seed))",
          "\(numbers.integer(replicates)) trekkingen van \(numbers.integer(rows)) respondenten, geschaald naar alle "
            + "respondenten (bootstrap, seed \(seed))")
      case .delta(let draws, let seed):
        language(
          "the delta method, and \(numbers.integer(draws)) draws for the ranks (seed \(seed))",
          "de deltamethode, en \(numbers.integer(draws)) trekkingen voor de plaatsen (seed \(seed))")
      }
    return (
      language("Uncertainty", "Onzekerheid"),
      language(
        "Intervals of importance and of rank come from \(how). How sure we are that a driver is among the top three "
          + "is how often it was there.",
        "Intervallen van belang en plaats komen uit \(how). Hoe zeker een driver bij de belangrijkste drie hoort, is "
          + "hoe vaak dat daarin zo was.") + design(analysis)
    )
  }

  /// What the intervals allow for, as a further sentence.
  private func design(_ analysis: DriverAnalysis) -> String {
    analysis.design.map { " " + context.findings.text(of: $0) } ?? ""
  }

  private var priorities: (String, String)? {
    guard content.ranking != nil else { return nil }
    return (
      language("Priorities", "Prioriteiten"),
      language(
        "The three drivers with the largest product of importance and room for improvement, which is the distance of "
          + "the mean rating from the good end of its scale. Drivers that go against the score are left out.",
        "De drie drivers met het grootste product van belang en ruimte voor verbetering, dat is de afstand van de "
          + "gemiddelde beoordeling tot de goede kant van de schaal. Drivers die tegen de score in gaan, tellen niet "
          + "mee.")
    )
  }

  private var reproduction: (String, String) {
    let version = content.provenance.toolVersion
    return (
      language("Made with", "Gemaakt met"),
      language(
        "loyalty \(version). The same files give the same report, byte for byte.",
        "loyalty \(version). Dezelfde bestanden geven hetzelfde rapport, byte voor byte.")
    )
  }
}
