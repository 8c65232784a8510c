import SurveyAnalysis

/// The tables of diagnostics for readers, each with a heading and what it means in plain words.
struct DiagnosticsTables {
  let context: ReportContext
  let quality: DataQuality

  private var language: ReportLanguage { context.language }
  private var numbers: NumberFormat { context.numbers }
  private var sentences: DiagnosticsSentences { DiagnosticsSentences(context: context) }

  /// All tables in the order of reading.
  var all: [ResultText] { [respondents, drivers] + dependencies + [comparison] + forest }

  // MARK: Respondents

  private var respondents: ResultText {
    let columns = [
      ResultTable.Column(language("Answer patterns", "Antwoordpatronen")),
      ResultTable.Column(language("respondents", "respondenten"), .trailing),
      ResultTable.Column(language("mean", "gemiddelde"), .trailing),
    ]
    return ResultText(
      title: language("Respondents", "Respondenten"), facts: [],
      table: ResultTable(columns: columns, rows: patterns + consistency + influence),
      notes: [
        language(
          "Nobody is left out because of these patterns. Somebody who is happy with everything answers alike, too: no index "
            + "proves carelessness.",
          "Niemand valt hierdoor af. Ook wie over alles tevreden is, antwoordt overal hetzelfde: geen enkele index bewijst "
            + "slordigheid."),
        language(
          "Consistency: correlation within a person over drivers that belong together, 1 where they agree. It is low for careful "
            + "people, too, where a person's ratings hardly differ.",
          "Consistentie: correlatie binnen een persoon over drivers die bij elkaar horen, 1 waar ze overeenstemmen. Zij is ook bij "
            + "zorgvuldige mensen laag als iemands beoordelingen weinig verschillen."),
      ])
  }

  private var patterns: [[ResultTable.Cell]] {
    let careless = quality.careless
    let answered = careless.longestRuns.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    let run = Double(answered) / Double(max(1, careless.count))
    return [
      row(language("All, with a valid score", "Allen, met een geldige score"), quality.base.size, nil),
      row(language("Rated every driver", "Beoordeelden elke driver"), quality.completeCases, nil),
      row(
        language("Same answer to everything (of 5 or more)", "Overal hetzelfde antwoord (van 5 of meer)"),
        careless.straightLined.count, nil),
      row(language("Longest run of equal answers", "Langste reeks gelijke antwoorden"), nil, (run, 1)),
      row(
        language("Variability of a person's ratings, 0–1", "Spreiding binnen een persoon, 0–1"), nil,
        careless.meanVariability.map { ($0, 2) }),
      row(
        language("Improbable combination (Mahalanobis)", "Onwaarschijnlijke combinatie (Mahalanobis)"),
        careless.improbable.count, nil, of: quality.completeCases),
      row(
        language("Repeats an earlier respondent", "Herhaalt een eerdere respondent"),
        careless.duplicates.count, nil),
    ]
  }

  private var consistency: [[ResultTable.Cell]] {
    [
      (quality.careless.evenOdd, language("Even–odd consistency", "Even–oneven-consistentie")),
      (quality.careless.synonyms, language("Consistency over synonyms", "Consistentie over synoniemen")),
    ].map { found, name in
      let low = found.map { Int((Double($0.respondents) * $0.lowShare).rounded()) }
      let limit = numbers.decimal(AnswerConsistency.low, 1)
      let words = found.map { "\(name) < \(limit) (\($0.pairs) \(language("pairs", "paren")))" }
      return row(
        words ?? "\(name): \(language("too few pairs", "te weinig paren"))", low, found.map { ($0.mean, 2) },
        of: found?.respondents)
    }
  }

  private var influence: [[ResultTable.Cell]] {
    guard let influence = quality.influence else { return [] }
    let largest = numbers.decimal(influence.largestCooksDistance, 3)
    return [
      row(
        language(
          "Influential (Cook > 4/n; largest \(largest))", "Invloedrijk (Cook > 4/n; grootste \(largest))"),
        influence.influential, nil, of: influence.completeCases),
      row(
        language("High leverage (> 3(p + 1)/n)", "Hoge hefboom (> 3(p + 1)/n)"), influence.highLeverage, nil,
        of: influence.completeCases),
    ]
  }

  /// A line with a count, its share of those it was looked for among, and a mean with its decimals.
  private func row(
    _ name: String, _ count: Int?, _ mean: (Double, Int)?, of all: Int? = nil
  ) -> [ResultTable.Cell] {
    let people = count.map { count -> String in
      let share = Double(count) / Double(max(1, all ?? quality.base.size))
      let isShown = count >= Base.suppressed && count != quality.base.size
      return sentences.people(count) + (isShown ? " (\(numbers.percent(share)))" : "")
    }
    return [
      .text(name), people.map { .number($0) } ?? .empty,
      mean.map { .number(numbers.decimal($0.0, $0.1)) } ?? .empty,
    ]
  }

  // MARK: Drivers

  private var drivers: ResultText {
    let facts = [
      quality.alpha.map { language("Cronbach's alpha", "Cronbachs alfa") + " \(numbers.decimal($0, 2))" },
      quality.omega.map { "omega \(numbers.decimal($0, 2))" },
      quality.meanCorrelation.map {
        language("mean correlation", "gemiddelde correlatie") + " \(numbers.decimal($0, 2))"
      },
      quality.firstShare.map {
        language("first eigenvalue", "eerste eigenwaarde") + " \(numbers.percent($0))"
      },
    ].compactMap(\.self)
    let columns =
      [ResultTable.Column(context.terms.driver)]
      + [
        language("with others", "met andere"), language("against", "tegen"),
        language("answers", "antwoorden"),
        language("scale", "schaal"), language("best", "beste"), language("worst", "slechtste"), "VIF", "n",
      ].map { ResultTable.Column($0, .trailing) }
    return ResultText(
      title: language("Drivers", "Drivers"), facts: facts.isEmpty ? [] : [facts.joined(separator: " · ")],
      table: ResultTable(columns: columns, rows: quality.drivers.map(row)), notes: [reading])
  }

  private func row(_ driver: DataQuality.Driver) -> [ResultTable.Cell] {
    let inflation = driver.varianceInflation.map { $0.isFinite ? numbers.decimal($0, 1) : "∞" }
    return [
      .text(context.labels.question(driver.id)),
      driver.itemRestCorrelation.map { .number(numbers.decimal($0, 2)) } ?? .empty,
      .number("\(driver.opposed)/\(quality.drivers.count - 1)"),
      .number(numbers.answers(driver.lowest...driver.highest)),
      .number("\(driver.scale.lowerBound)–\(driver.scale.upperBound)"),
      .number(numbers.percent(driver.ceilingShare)), .number(numbers.percent(driver.floorShare)),
      inflation.map { .number($0) } ?? .empty, .number(numbers.integer(driver.answered)),
    ]
  }

  private var reading: String {
    language(
      "With others: correlation with the sum of the other drivers; negative suggests a reversed scale, as does going against most "
        + "others. Best, worst: share of ratings at the ends. VIF: how many times overlap inflates the variance of a coefficient; 10 "
        + "and more means the coefficient cannot be read, the share still can. High alpha, omega and first eigenvalue mean that one "
        + "overall impression (halo) may stand behind all ratings.",
      "Met andere: correlatie met de som van de andere drivers; negatief wijst op een omgekeerde schaal, net als tegen de meeste "
        + "andere ingaan. Beste, slechtste: aandeel beoordelingen aan de uiteinden. VIF: hoeveel keer overlap de variantie van een "
        + "coëfficiënt vergroot; vanaf 10 is de coëfficiënt niet te lezen, het aandeel nog wel. Hoge alfa, omega en eerste eigenwaarde "
        + "betekenen dat één algemene indruk (halo) achter alle beoordelingen kan zitten.")
  }

  // MARK: Near dependencies

  private var dependencies: [ResultText] {
    guard quality.dependencies.count > 1 else { return [] }
    let columns = [
      ResultTable.Column(language("Condition index", "Conditie-index"), .trailing),
      ResultTable.Column(language("intercept", "constante"), .trailing),
      ResultTable.Column(
        language("drivers with half of their variance here", "drivers met de helft van hun variantie hier")),
    ]
    let rows = quality.dependencies.suffix(3).reversed().map { dependency -> [ResultTable.Cell] in
      let index = dependency.conditionIndex
      let involved = dependency.proportions.filter { $0.share > 0.5 }.map {
        "\(context.labels.question($0.driver)) \(numbers.percent($0.share))"
      }
      return [
        .number(index.isFinite ? numbers.decimal(index, 1) : "∞"),
        .number(numbers.percent(dependency.interceptShare)), .text(involved.joined(separator: ", ")),
      ]
    }
    return [
      ResultText(
        title: language("Near dependencies", "Bijna-afhankelijkheden"), facts: [],
        table: ResultTable(columns: columns, rows: rows),
        notes: [
          language(
            "The three largest. Above 30, with two drivers or more in one row, those drivers say nearly the same.",
            "De drie grootste. Boven 30, met twee of meer drivers in één rij, zeggen die drivers bijna hetzelfde."
          )
        ])
    ]
  }

  // MARK: With and without

  private var comparison: ResultText {
    let panel = quality.comparison
    let words = MeasureWords(language: language, numbers: numbers)
    let compared = RankingComparison(context: context, panel: panel)
    let omissions = panel.omissions.map { words.reason($0) }.joined(separator: "; ")
    let left = language("Left out: \(omissions).", "Weggelaten: \(omissions).")
    let unchecked = quality.nonlinear == nil ? [NonlinearSentences(context: context).verdict(nil)] : []
    return ResultText(
      title: language("With and without", "Met en zonder"),
      facts: [
        language(
          "Place and, in brackets, share of all respondents and of some; on ratings less the person's mean (halo taken off).",
          "Plaats en, tussen haakjes, aandeel voor alle respondenten en voor een deel; op beoordelingen min het eigen gemiddelde (zonder "
            + "halo).")
      ],
      table: compared.table, notes: compared.summary + (panel.omissions.isEmpty ? [] : [left]) + unchecked)
  }

  // MARK: Linear or not

  private var forest: [ResultText] {
    let words = NonlinearSentences(context: context)
    guard let check = quality.nonlinear else { return [] }
    let columns = [
      ResultTable.Column(context.terms.driver), ResultTable.Column("Shapley", .trailing),
      ResultTable.Column(language("forest", "forest"), .trailing),
      ResultTable.Column(language("error when shuffled", "fout na schudden"), .trailing),
    ]
    let panel = quality.comparison
    let rows = panel.drivers.indices.compactMap { place -> [ResultTable.Cell]? in
      guard let driver = check.drivers.first(where: { $0.id == panel.drivers[place] }) else { return nil }
      return [
        .text(context.labels.question(driver.id)), .number(String(panel.rankings[0].ranks[place])),
        .number(String(driver.rank)), .number(numbers.decimal(driver.permutationImportance, 3)),
      ]
    }
    return [
      ResultText(
        title: language("Straight lines or not", "Rechte lijnen of niet"), facts: [words.verdict(check)],
        table: ResultTable(columns: columns, rows: rows), notes: [words.reading] + bases(check))
    ]
  }

  /// That the two rankings are of different respondents, where that is so.
  private func bases(_ check: NonlinearCheck) -> [String] {
    guard check.baseSize < quality.base.size else { return [] }
    let (all, some) = (numbers.integer(quality.base.size), numbers.integer(check.baseSize))
    return [
      language(
        "Shapley: all \(all) respondents. Forest: \(some) who rated every driver.",
        "Shapley: alle \(all) respondenten. Forest: \(some) die elke driver beoordeelden.")
    ]
  }
}
