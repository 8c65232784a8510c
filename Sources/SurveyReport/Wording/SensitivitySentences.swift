import SurveyAnalysis

/// What holds under every choice of a sensitivity panel, in words.
struct SensitivitySentences {
  let context: ReportContext
  let panel: SensitivityPanel

  private var language: ReportLanguage { context.language }

  /// All that is said below the table.
  var all: [String] {
    [conclusion] + [bottom, agreement, orders, weights, omissions].compactMap(\.self) + [caution]
  }

  /// What the choices agree on at the top.
  var conclusion: String {
    let first = panel.alwaysAmongFirst(1).map(name)
    let top = panel.alwaysAmongFirst(3).map(name)
    guard panel.rankings.count > 1, panel.drivers.count > 1 else {
      return language("There is nothing to compare.", "Er valt niets te vergelijken.")
    }
    if panel.drivers.count <= 3 || top.isEmpty || top == first { return aboutFirst(first) }
    let among = language(
      "Among the first three under every choice: \(top.joined(separator: ", ")).",
      "Bij elke keuze bij de eerste drie: \(top.joined(separator: ", ")).")
    return "\(aboutFirst(first)) \(among)"
  }

  private func aboutFirst(_ first: [String]) -> String {
    if let first = first.first {
      return language("\(first) comes first under every choice.", "\(first) staat bij elke keuze bovenaan.")
    }
    let leaders = panel.drivers.indices.filter { panel.rankRanges[$0].lowerBound == 1 }
      .map { name(panel.drivers[$0]) }
    return language(
      "Which driver comes first depends on the choice: \(leaders.joined(separator: ", ")).",
      "Welke driver bovenaan staat, hangt van de keuze af: \(leaders.joined(separator: ", ")).")
  }

  /// What the choices agree on at the bottom; nil where they do not.
  private var bottom: String? {
    let never = panel.neverAmongFirst(3).map(name)
    guard panel.rankings.count > 1, !never.isEmpty else { return nil }
    guard never.count <= 6 else {
      return language(
        "\(never.count) of \(panel.drivers.count) drivers are never among the first three.",
        "\(never.count) van \(panel.drivers.count) drivers staan bij geen enkele keuze bij de eerste drie.")
    }
    let list = never.joined(separator: ", ")
    return language(
      "Never among the first three: \(list).", "Bij geen enkele keuze bij de eerste drie: \(list).")
  }

  private var agreement: String? {
    guard let concordance = panel.concordance, let mean = panel.meanRankCorrelation else { return nil }
    let (found, correlation) = (context.numbers.decimal(concordance, 2), context.numbers.decimal(mean, 2))
    return language(
      "Agreement of the rankings: Kendall's W = \(found) (mean rank correlation \(correlation)); 1 means the same everywhere.",
      "Overeenstemming van de rangordes: Kendalls W = \(found) (gemiddelde rangcorrelatie \(correlation)); 1 betekent overal "
        + "gelijk.")
  }

  private var orders: String? {
    let count = panel.drivers.count * (panel.drivers.count - 1) / 2
    guard count > 0 else { return nil }
    let settled = panel.settledPairs.count
    return language(
      "\(settled) of \(count) pairs of drivers are in the same order under every choice.",
      "\(settled) van \(count) paren drivers staan bij elke keuze in dezelfde volgorde.")
  }

  private var weights: String? {
    guard panel.rankings.contains(where: \.usesRelativeWeights) else { return nil }
    return language(
      "* by relative weights, because all sub-models would take too long.",
      "* met relatieve gewichten, omdat alle deelmodellen te lang zouden duren.")
  }

  private var omissions: String? {
    guard !panel.omissions.isEmpty else { return nil }
    let words = MeasureWords(language: language, numbers: context.numbers)
    let reasons = panel.omissions.map { words.reason($0) }.joined(separator: "; ")
    return language("Left out: \(reasons).", "Weggelaten: \(reasons).")
  }

  private var caution: String {
    language(
      "All choices look at the same respondents: agreement does not show that another sample would agree.",
      "Alle keuzes kijken naar dezelfde respondenten: overeenstemming zegt niet dat een andere steekproef hetzelfde geeft."
    )
  }

  private func name(_ id: String) -> String { context.labels.question(id) }
}
