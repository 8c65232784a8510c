public import SurveyAnalysis
public import SurveyModel

/// What a ranking of drivers did and what it does not show, in plain words.
public struct DriverExplanation {
  let context: ReportContext

  /// The explanation in a language.
  public init(survey: Survey, language: ReportLanguage) {
    context = ReportContext(survey: survey, language: language)
  }

  private var language: ReportLanguage { context.language }

  /// The explanation of a ranking, a paragraph per line.
  public func text(of analysis: DriverAnalysis) -> String {
    let method = analysis.method == .shapley ? shapley : relativeWeights
    let lines =
      [heading, method, explained(analysis.rSquared, analysis.outcome)]
      + [
        missing(analysis.missing, analysis.completeCases, analysis.base), intervals(analysis),
        sampled(analysis.sampling),
      ]
      .compactMap(\.self) + limits
    return lines.joined(separator: "\n") + "\n"
  }

  /// The explanation of a measure that is not a share.
  public func text(of analysis: MeasureAnalysis) -> String {
    let lines =
      [heading, question(analysis.measure), explained(analysis.rSquared, analysis.outcome)]
      + [missing(analysis.missing, analysis.completeCases, analysis.base)].compactMap(\.self) + limits
    return lines.joined(separator: "\n") + "\n"
  }

  var heading: String { language("What was done", "Wat er is gedaan") }

  private var shapley: String {
    language(
      "- Each driver's share is what it adds to the explanation of the answers, averaged over every order in which the "
        + "drivers can be added (Shapley value of R²). Drivers that say the same share what they say.",
      "- Het aandeel van een driver is wat die toevoegt aan de verklaring van de antwoorden, gemiddeld over elke volgorde waarin "
        + "drivers kunnen worden toegevoegd (Shapley-waarde van R²). Drivers die hetzelfde zeggen, delen wat ze zeggen."
    )
  }

  private var relativeWeights: String {
    language(
      "- The drivers are replaced by uncorrelated ones as close to them as can be; what those explain is handed back to the "
        + "drivers they stand for (Johnson's relative weights). The result is usually close to the Shapley shares.",
      "- De drivers worden vervangen door ongecorreleerde die er zo dicht mogelijk bij liggen; wat die verklaren, gaat terug naar "
        + "de drivers waar ze voor staan (relatieve gewichten van Johnson). De uitkomst ligt meestal dicht bij Shapley."
    )
  }

  private func question(_ measure: DriverMeasure) -> String {
    switch measure {
    case .first:
      language(
        "- What each driver explains on its own, as if the others had not been asked.",
        "- Wat elke driver op zichzelf verklaart, alsof de andere niet zijn gevraagd.")
    case .last:
      language(
        "- What each driver explains that no other one does; what drivers share goes to nobody.",
        "- Wat elke driver verklaart en geen andere; wat drivers delen, gaat naar niemand.")
    case .betaSquared:
      language(
        "- The square of how far the outcome moves with a driver, all others alike, in standard deviations.",
        "- Het kwadraat van hoever de uitkomst meebeweegt met een driver, de andere gelijk, in standaarddeviaties."
      )
    case .pratt:
      language(
        "- A driver's coefficient times its correlation; the products sum to what all drivers explain.",
        "- De coëfficiënt van een driver maal de correlatie; de producten tellen op tot wat alle drivers verklaren."
      )
    case .car:
      language(
        "- What each driver explains after the overlap has been taken out of all drivers alike (CAR scores).",
        "- Wat elke driver verklaart nadat de overlap gelijkelijk uit alle drivers is gehaald (CAR-scores).")
    case .pmvd:
      language(
        "- What each driver adds, averaged over orders that favour drivers which add something to all others (PMVD).",
        "- Wat elke driver toevoegt, gemiddeld over volgordes met voorrang voor drivers die aan alle andere iets toevoegen (PMVD)."
      )
    }
  }

  private func explained(_ rSquared: Double, _ outcome: OutcomeKind) -> String {
    let share = context.numbers.percent(rSquared)
    let name = context.terms.name(of: outcome)
    return language(
      "- Together the drivers explain \(share) of the differences in \(name); the rest has other reasons, chance among them.",
      "- Samen verklaren de drivers \(share) van de verschillen in \(name); de rest heeft andere redenen, waaronder toeval."
    )
  }

  private func missing(_ treatment: MissingTreatment, _ complete: Int, _ base: Base) -> String? {
    guard complete < base.size, !base.isSuppressed else { return nil }
    let (rated, all) = (context.numbers.integer(complete), context.numbers.integer(base.size))
    let fact = language(
      "- \(rated) of \(all) respondents rated every driver.",
      "- \(rated) van \(all) respondenten beoordeelden elke driver.")
    return switch treatment {
    case .expectationMaximization:
      language(
        "\(fact) The others count with what they did rate (maximum likelihood), on the assumption that whether a rating is missing "
          + "depends only on ratings that are there.",
        "\(fact) De anderen tellen mee met wat zij wel beoordeelden (maximum likelihood), aangenomen dat het ontbreken alleen "
          + "afhangt van beoordelingen die er wel zijn.")
    case .completeCases:
      language("\(fact) Only they count.", "\(fact) Alleen zij tellen mee.")
    case .pairwise:
      language(
        "\(fact) Each pair of questions counts whoever answered both.",
        "\(fact) Bij elk paar vragen telt mee wie beide beantwoordde.")
    }
  }

  private func intervals(_ analysis: DriverAnalysis) -> String? {
    guard let method = analysis.intervals else { return nil }
    let sure = context.numbers.percent(analysis.confidence)
    let design = analysis.design.map { " " + context.findings.text(of: $0) } ?? ""
    return made(method, sure) + design
  }

  private func made(_ method: IntervalMethod, _ sure: String) -> String {
    switch method {
    case .bootstrap(let count, _, .basic):
      language(
        "- The ranking was repeated in \(count) samples drawn from the respondents; the \(sure) intervals are how far the results reached, mirrored at the estimate.",
        "- De rangorde is herhaald in \(count) steekproeven uit de respondenten; de \(sure)-intervallen geven hoe ver de uitkomsten reikten, gespiegeld om de schatting."
      )
    case .bootstrap(let count, _, .biasCorrected):
      language(
        "- The ranking was repeated in \(count) samples drawn from the respondents; the \(sure) intervals are corrected for results that lie to one side of the estimate (BCa).",
        "- De rangorde is herhaald in \(count) steekproeven uit de respondenten; de \(sure)-intervallen zijn gecorrigeerd voor uitkomsten die aan één kant van de schatting liggen (BCa)."
      )
    case .bootstrap(let count, _, .widened):
      language(
        "- The ranking was repeated in \(count) samples drawn from the respondents; the \(sure) intervals are as wide as the results and somewhat wider, because there are many drivers.",
        "- De rangorde is herhaald in \(count) steekproeven uit de respondenten; de \(sure)-intervallen zijn zo breed als de uitkomsten en iets breder, omdat er veel drivers zijn."
      )
    case .bootstrap(let count, _, .percentile), .scaledBootstrap(let count, _, _):
      language(
        "- The ranking was repeated in \(count) samples drawn from the respondents; the intervals hold \(sure) of the results.",
        "- De rangorde is herhaald in \(count) steekproeven uit de respondenten; de intervallen bevatten \(sure) van de uitkomsten."
      )
    case .delta:
      language(
        "- The \(sure) intervals follow from how much each respondent moves the result (delta method).",
        "- De \(sure)-intervallen volgen uit hoeveel elke respondent de uitkomst verschuift (deltamethode).")
    }
  }

  private func sampled(_ sampling: OrderSampling?) -> String? {
    guard let sampling else { return nil }
    let orders = context.numbers.integer(sampling.orders)
    return language(
      "- There are too many drivers to try every order, so the average is over \(orders) random orders, each with its reverse.",
      "- Er zijn te veel drivers om elke volgorde te proberen; het gemiddelde gaat over \(orders) willekeurige volgordes, elk met haar omkering."
    )
  }

  /// What no ranking shows.
  var limits: [String] {
    [
      language("What it does not show", "Wat dit niet laat zien"),
      language(
        "- That a driver is the cause. Somebody who is happy for another reason may rate everything high.",
        "- Dat een driver de oorzaak is. Wie om een andere reden tevreden is, beoordeelt misschien alles hoog."
      ),
      language(
        "- That improving the first driver pays most: a driver that everybody already rates high leaves little to gain.",
        "- Dat verbeteren van de bovenste driver het meest oplevert: waar iedereen al tevreden is, valt weinig te winnen."
      ),
      language(
        "- Anything about what was not asked, or about people who did not answer.",
        "- Iets over wat niet is gevraagd, of over wie niet heeft geantwoord."),
      language(
        "- That a driver with a small share does not matter: where everybody rates alike, nothing can be seen.",
        "- Dat een driver met een klein aandeel er niet toe doet: waar iedereen gelijk oordeelt, is niets te zien."
      ),
    ]
  }
}
