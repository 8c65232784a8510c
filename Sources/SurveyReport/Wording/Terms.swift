import SurveyAnalysis
import SurveyModel

/// The field's terms in a language: short names for columns, axes and table headers.
struct Terms {
  let language: ReportLanguage
  /// The groups of the outcome, which are not promoters and detractors on every scale.
  let groups: PromoterGroups

  var detractors: String { groups.name(of: .detractor, in: language) }
  var passives: String { groups.name(of: .passive, in: language) }
  var promoters: String { groups.name(of: .promoter, in: language) }
  /// The balance of the groups, as a column's header.
  var score: String {
    groups.isNetPromoter ? "NPS" : language("top − bottom", "hoog − laag")
  }
  var driver: String { language("Driver", "Driver") }
  var importance: String { language("Importance", "Belang") }
  var performance: String { language("Performance", "Prestatie") }
  var rank: String { language("Rank", "Plaats") }
  var total: String { language("Total", "Totaal") }
  var period: String { language("Period", "Periode") }
  var group: String { language("Group", "Groep") }
  var change: String { language("Change", "Verandering") }
  var answers: String { language("Answers", "Antwoorden") }
  var keepsAway: String { language("keeps detractors away", "houdt criticasters weg") }
  var makesPromoters: String { language("makes promoters", "maakt promotors") }
  var table: String { language("The same as a table", "Hetzelfde als tabel") }
  var lowBase: String {
    language(
      "† fewer than \(Base.lowBase) answers: shown faded, no verdict.",
      "† minder dan \(Base.lowBase) antwoorden: vaag getoond, geen oordeel.")
  }
  var suppressed: String {
    language(
      "Groups with fewer than \(Base.suppressed) answers are not shown, nor groups that would give them away, "
        + "so that nobody can be recognised.",
      "Groepen met minder dan \(Base.suppressed) antwoorden worden niet getoond, en groepen die hen zouden "
        + "verraden ook niet, zodat niemand herkenbaar is.")
  }

  /// Why a group has no score: withheld, or nobody answered.
  func absence(_ withheld: Withholding?) -> String {
    switch withheld {
    case .fewAnswers: language("not shown: fewer than 5 answers", "niet getoond: minder dan 5 antwoorden")
    case .complement:
      language("not shown: would give away a small group", "niet getoond: zou een kleine groep verraden")
    case nil: language("no answers", "geen antwoorden")
    }
  }

  /// The confidence of intervals as `95% interval`.
  func interval(_ confidence: Double) -> String {
    let share = NumberFormat(language: language).percent(confidence)
    return language("\(share) interval", "\(share)-interval")
  }

  /// A kind of missing answer.
  func missing(_ reason: MissingReason) -> String {
    switch reason {
    case .notShown: language("not shown", "niet gesteld")
    case .skipped: language("skipped", "overgeslagen")
    case .dontKnow: language("don't know", "weet niet")
    }
  }

  /// How p-values of comparisons made together are adjusted.
  func name(of adjustment: MultipleTesting) -> String {
    switch adjustment {
    case .holm: language("Holm's method", "de methode van Holm")
    case .benjaminiHochberg:
      language("Benjamini and Hochberg's method", "de methode van Benjamini en Hochberg")
    case .none: language("no method", "geen methode")
    }
  }

  /// What a period is, as `wave` or `quarter`.
  func name(of period: Period) -> String {
    switch period {
    case .wave: language("wave", "meting")
    case .week: language("week", "week")
    case .month: language("month", "maand")
    case .quarter: language("quarter", "kwartaal")
    case .year: language("year", "jaar")
    }
  }

  /// A way to share importance.
  func name(of method: DriverMethod) -> String {
    switch method {
    case .shapley: language("Shapley share", "Shapley-aandeel")
    case .relativeWeights: language("Relative weight", "Relatief gewicht")
    }
  }

  /// An outcome.
  func name(of outcome: OutcomeKind) -> String {
    switch outcome {
    case .score: scoreName
    case .promoter: language("being a promoter", "promotor zijn")
    case .detractor: language("being a detractor", "criticaster zijn")
    }
  }

  private var scoreName: String {
    let numbers = NumberFormat(language: language)
    let scale = groups.scale
    let (low, high) = (numbers.integer(scale.minimum), numbers.integer(scale.maximum))
    return language("the score from \(low) to \(high)", "de score van \(low) tot \(high)")
  }
}
