import SurveyAnalysis

/// What a reader of a ranking must know, in words.
struct FindingSentences {
  let labels: SurveyLabels
  let numbers: NumberFormat

  var language: ReportLanguage { labels.language }

  /// A finding as a sentence.
  func text(of finding: DriverFinding) -> String {
    switch finding {
    case .constant(let driver): constant(labels.question(driver))
    case .unanswered(let driver): unanswered(labels.question(driver))
    case .fewAnswers(let driver, let answered): fewAnswers(labels.question(driver), answered)
    case .duplicate(let driver, let other): duplicate(labels.question(driver), of: labels.question(other))
    case .collinear(let driver): collinear(labels.question(driver))
    case .reversed(let driver, let correlation): reversed(labels.question(driver), correlation)
    case .reversedOutcome(let count): reversedOutcome(count)
    case .opposed(let driver, let correlation): opposed(labels.question(driver), correlation)
    case .unusedTop(let question, let highest, let maximum):
      unusedTop(labels.question(question), numbers.answer(highest), maximum)
    case .fewCompleteCases(let complete, let all): fewCompleteCases(complete, of: all)
    case .smallBase(let size, let advised): smallBase(size, advised: advised)
    case .unstableCovariance: unstable
    case .fewClusters(let clusters): fewClusters(clusters)
    }
  }

  private func constant(_ name: String) -> String {
    language(
      "\(name) is left out of the ranking: every rating is the same.",
      "\(name) telt niet mee in de rangorde: alle beoordelingen zijn gelijk.")
  }

  private func unanswered(_ name: String) -> String {
    language(
      "\(name) is left out of the ranking: nobody rated it.",
      "\(name) telt niet mee in de rangorde: niemand heeft het beoordeeld.")
  }

  private func fewAnswers(_ name: String, _ answered: Int) -> String {
    let count = answered < Base.suppressed ? "<\(Base.suppressed)" : numbers.integer(answered)
    return language(
      "\(name) is left out of the ranking: only \(count) respondents rated it.",
      "\(name) telt niet mee in de rangorde: slechts \(count) respondenten beoordeelden het.")
  }

  private func duplicate(_ name: String, of other: String) -> String {
    language(
      "\(name) is rated exactly as \(other) is, so the two share one importance.",
      "\(name) is precies zo beoordeeld als \(other); de twee delen één belang.")
  }

  private func collinear(_ name: String) -> String {
    language(
      "\(name) follows exactly from the other drivers, so it has no coefficient of its own.",
      "\(name) volgt precies uit de andere drivers en heeft daarom geen eigen coëfficiënt.")
  }

  private func reversed(_ name: String, _ correlation: Double) -> String {
    let number = numbers.decimal(correlation, 2)
    return language(
      "\(name) goes against the score: a better rating goes with a lower score (correlation \(number)). "
        + "Check whether its scale is reversed.",
      "\(name) gaat tegen de score in: een betere beoordeling gaat samen met een lagere score (correlatie "
        + "\(number)). Ga na of de schaal is omgekeerd.")
  }

  private func reversedOutcome(_ count: Int) -> String {
    language(
      "All \(count) drivers go against the score: a better rating goes with a lower score. Check whether the scale of the score is "
        + "reversed.",
      "Alle \(count) drivers gaan tegen de score in: een betere beoordeling gaat samen met een lagere score. Ga na of de schaal van de "
        + "score is omgekeerd.")
  }

  private func opposed(_ name: String, _ correlation: Double) -> String {
    let number = numbers.decimal(correlation, 2)
    return language(
      "\(name) goes against the other drivers: who rates it higher rates the rest lower (correlation with their sum \(number)). Check "
        + "whether its scale is reversed.",
      "\(name) gaat tegen de andere drivers in: wie het hoger beoordeelt, beoordeelt de rest lager (correlatie met hun som "
        + "\(number)). Ga na of de schaal is omgekeerd.")
  }

  private func unusedTop(_ name: String, _ highest: String, _ maximum: Int) -> String {
    language(
      "Nobody gave \(name) more than \(highest), though its scale goes up to \(maximum). Check whether the scale in survey.yaml is "
        + "right.",
      "Niemand gaf \(name) meer dan \(highest), terwijl de schaal tot \(maximum) loopt. Ga na of de schaal in survey.yaml klopt."
    )
  }

  private func fewCompleteCases(_ complete: Int, of all: Int) -> String {
    let (some, total) = (numbers.integer(complete), numbers.integer(all))
    return language(
      "Only \(some) of \(total) respondents rated every driver; the ranking assumes that what is missing resembles "
        + "what is there.",
      "Slechts \(some) van \(total) respondenten beoordeelden elke driver; de rangorde gaat ervan uit dat wat "
        + "ontbreekt lijkt op wat er is.")
  }

  private func smallBase(_ size: Int, advised: Int) -> String {
    let (have, need) = (numbers.integer(size), numbers.integer(advised))
    return language(
      "The ranking rests on \(have) answers; for this many drivers at least \(need) are advised (Green 1991).",
      "De rangorde steunt op \(have) antwoorden; bij zoveel drivers zijn er minstens \(need) aan te raden "
        + "(Green 1991).")
  }

  private var unstable: String {
    language(
      "The covariance matrix could not be estimated cleanly from the answers there are; read the ranking with care.",
      "De covariantiematrix was uit de antwoorden niet goed te schatten; lees de rangorde met voorbehoud.")
  }
}
