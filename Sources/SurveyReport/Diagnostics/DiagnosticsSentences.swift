import SurveyAnalysis

/// What the diagnostics of a ranking say, in words.
struct DiagnosticsSentences {
  let context: ReportContext

  private var language: ReportLanguage { context.language }
  private var numbers: NumberFormat { context.numbers }

  /// Something to look at, as a sentence.
  func text(of flag: QualityFlag) -> String {
    switch flag {
    case .straightLining(let count, let all): straightLining(count, of: all)
    case .duplicates(let count, let all):
      language(
        "\(people(count)) of \(numbers.integer(all)) respondents repeat an earlier one in every answer, group and date: check "
          + "whether they were imported twice.",
        "\(people(count)) van \(numbers.integer(all)) respondenten herhalen een eerdere in elk antwoord, elke groep en de datum: ga "
          + "na of zij dubbel zijn ingelezen.")
    case .improbable(let count, let all):
      language(
        "\(people(count)) of \(numbers.integer(all)) respondents have a combination of ratings that hardly anybody has.",
        "\(people(count)) van \(numbers.integer(all)) respondenten hebben een combinatie van beoordelingen die bijna niemand heeft."
      )
    case .halo(let share): halo(share)
    case .reversed(let driver, let correlation): reversed(name(driver), correlation)
    case .unusedTop(let driver, let highest): unusedTop(name(driver), numbers.answer(highest))
    case .inflated(let driver, let inflation): inflated(name(driver), inflation)
    case .nearDependency(let index, let drivers): nearDependency(index, drivers.map(name))
    case .influential(let distance):
      language(
        "A single respondent moves the coefficients (Cook's distance \(numbers.decimal(distance, 2))).",
        "Eén respondent verschuift de coëfficiënten (afstand van Cook \(numbers.decimal(distance, 2))).")
    case .ceiling(let driver, let share): ceiling(name(driver), share)
    case .floor(let driver, let share):
      language(
        "\(numbers.percent(share)) of the ratings of \(name(driver)) are the worst possible, so little of it can vary.",
        "\(numbers.percent(share)) van de beoordelingen van \(name(driver)) is de slechtst mogelijke; er valt weinig te variëren."
      )
    case .tooFewItems(let count):
      language(
        "With \(count) drivers, equal answers cannot be told from agreement.",
        "Bij \(count) drivers is overal hetzelfde antwoorden niet te onderscheiden van dezelfde mening.")
    case .noResponseTimes:
      language(
        "How long respondents took is not stored, so hurrying was not looked for.",
        "Hoe lang respondenten erover deden is niet bewaard; naar haast is niet gekeken.")
    }
  }

  private func name(_ id: String) -> String { context.labels.question(id) }

  /// A count of people, not told exactly under 5.
  func people(_ count: Int) -> String {
    count > 0 && count < Base.suppressed ? "<\(Base.suppressed)" : numbers.integer(count)
  }

  private func straightLining(_ count: Int, of all: Int) -> String {
    language(
      "\(people(count)) of \(numbers.integer(all)) respondents gave one and the same answer to everything. That may be haste, and "
        + "it may be a customer who is happy with everything; they stay in.",
      "\(people(count)) van \(numbers.integer(all)) respondenten gaven overal één en hetzelfde antwoord. Dat kan haast zijn, en het "
        + "kan een klant zijn die over alles tevreden is; zij blijven meetellen.")
  }

  private func halo(_ share: Double) -> String {
    language(
      "One overall impression could explain \(numbers.percent(share)) of the ratings (halo): shares of single drivers are then "
        + "hard to tell apart.",
      "Eén algemene indruk kan \(numbers.percent(share)) van de beoordelingen verklaren (halo): aandelen van losse drivers zijn dan "
        + "moeilijk te scheiden.")
  }

  private func reversed(_ name: String, _ correlation: Double) -> String {
    let number = numbers.decimal(correlation, 2)
    return language(
      "\(name) goes against the other drivers (correlation with their sum \(number)). Check whether its scale is reversed.",
      "\(name) gaat tegen de andere drivers in (correlatie met hun som \(number)). Ga na of de schaal is omgekeerd."
    )
  }

  private func unusedTop(_ name: String, _ highest: String) -> String {
    language(
      "Nobody gave \(name) more than \(highest). Check whether its scale is shorter than survey.yaml says.",
      "Niemand gaf \(name) meer dan \(highest). Ga na of de schaal korter is dan survey.yaml zegt.")
  }

  private func inflated(_ name: String, _ inflation: Double) -> String {
    let times =
      inflation.isFinite
      ? numbers.decimal(inflation, 0) + language(" times", " keer") : language("infinitely", "oneindig veel")
    return language(
      "\(name) overlaps so much with the other drivers that the variance of its coefficient is \(times) as large (VIF). Its share "
        + "is not affected.",
      "\(name) overlapt zo sterk met de andere drivers dat de variantie van de coëfficiënt \(times) zo groot is (VIF). Het aandeel "
        + "heeft daar geen last van.")
  }

  private func nearDependency(_ index: Double, _ drivers: [String]) -> String {
    let names = WordList(language: language).and(drivers)
    let number = index.isFinite ? numbers.decimal(index, 0) : "∞"
    return language(
      "\(names) nearly follow from each other (condition index \(number)): consider one theme instead.",
      "\(names) volgen bijna uit elkaar (conditie-index \(number)): overweeg er één thema van te maken.")
  }

  private func ceiling(_ name: String, _ share: Double) -> String {
    language(
      "\(numbers.percent(share)) of the ratings of \(name) are the best possible, so little is left to explain with.",
      "\(numbers.percent(share)) van de beoordelingen van \(name) is de best mogelijke; er blijft weinig over om mee te verklaren."
    )
  }
}
