import SurveyAnalysis

/// Rankings by several choices side by side, as tables for readers.
struct RankingComparison {
  let context: ReportContext
  let panel: SensitivityPanel

  private var language: ReportLanguage { context.language }
  private var numbers: NumberFormat { context.numbers }
  private var words: MeasureWords { MeasureWords(language: language, numbers: numbers) }

  /// Drivers down, choices across; in each cell the place and, in brackets, the share.
  ///
  /// For a handful of choices.
  var table: ResultTable {
    let columns =
      [ResultTable.Column(context.terms.driver)]
      + panel.rankings.map { ResultTable.Column(words.name(of: $0.choice), .trailing) }
    let rows = panel.drivers.indices.map { driver in
      [ResultTable.Cell.text(context.labels.question(panel.drivers[driver]))]
        + panel.rankings.map { ranking in
          .number("\(ranking.ranks[driver]) (\(numbers.percent(ranking.importance[driver])))")
        }
    }
    let sizes = [ResultTable.Cell.text("n")] + panel.rankings.map { .number(size(of: $0)) }
    return ResultTable(columns: columns, rows: rows + [sizes])
  }

  /// Drivers down: the reported place and share, and the best and the worst place over all choices.
  var ranges: ResultTable {
    let columns = [
      ResultTable.Column(context.terms.rank, .trailing), ResultTable.Column(context.terms.driver),
      ResultTable.Column(context.terms.importance, .trailing),
      ResultTable.Column(language("best place", "beste plaats"), .trailing),
      ResultTable.Column(language("worst place", "slechtste plaats"), .trailing),
    ]
    let rows = panel.drivers.indices.map { driver -> [ResultTable.Cell] in
      [
        .number(String(driver + 1)), .text(context.labels.question(panel.drivers[driver])),
        .number(numbers.percent(panel.rankings[0].importance[driver])),
        .number(String(panel.rankRanges[driver].lowerBound)),
        .number(String(panel.rankRanges[driver].upperBound)),
      ]
    }
    return ResultTable(columns: columns, rows: rows)
  }

  /// The most drivers across a page.
  private static let mostAcross = 15

  /// Choices down, drivers across by their reported place, the first fifteen; in each cell the place.
  var places: ResultTable {
    let columns =
      [
        ResultTable.Column(language("Choice", "Keuze")), ResultTable.Column("n", .trailing),
        ResultTable.Column("R²", .trailing),
      ]
      + panel.drivers.indices.prefix(Self.mostAcross)
      .map { ResultTable.Column("#\($0 + 1)", .trailing) }
    let rows = panel.rankings.map { ranking -> [ResultTable.Cell] in
      [
        .text(words.description(of: ranking.choice) + (ranking.usesRelativeWeights ? " *" : "")),
        .number(size(of: ranking)),
        .number(numbers.decimal(ranking.rSquared, 2)),
      ] + ranking.ranks.prefix(Self.mostAcross).map { .number(String($0)) }
    }
    return ResultTable(columns: columns, rows: rows)
  }

  /// What leaving respondents out, and taking each person's mean off, does to the ranking.
  var summary: [String] { [leavingOut, centring].compactMap(\.self) }

  private var leavingOut: String? {
    let rankings = panel.rankings.filter { $0.choice != .personCentred }
    guard rankings.count > 1, panel.drivers.count > 1 else { return nil }
    let moves = panel.drivers.indices.map { driver -> Int in
      let places = rankings.map { $0.ranks[driver] }
      return (places.max() ?? 0) - (places.min() ?? 0)
    }
    guard let most = moves.max(), most > 0 else {
      return language(
        "Without those who look careless or weigh most, every driver keeps its place.",
        "Zonder wie slordig lijkt of het zwaarst weegt, houdt elke driver zijn plaats.")
    }
    let names = panel.drivers.indices.filter { moves[$0] == most }.map(name)
    let isSteady = rankings.allSatisfy { $0.ranks[0] == 1 }
    let leader =
      isSteady
      ? language(
        "Without those who look careless or weigh most, \(name(0)) stays first.",
        "Zonder wie slordig lijkt of het zwaarst weegt, blijft \(name(0)) bovenaan.")
      : language(
        "The first place depends on those who look careless or weigh most.",
        "De eerste plaats hangt af van wie slordig lijkt of het zwaarst weegt.")
    let list = WordList(language: language).and(Array(names.prefix(3)))
    return leader
      + language(" Moves most, by \(most): \(list).", " Verschuift het meest, met \(most): \(list).")
  }

  private var centring: String? {
    guard let centred = panel.rankings.first(where: { $0.choice == .personCentred }),
      let first = centred.ranks.firstIndex(of: 1)
    else { return nil }
    return first == 0
      ? language(
        "On ratings less each person's mean, \(name(0)) comes first as well: a general mood does not make it so.",
        "Op beoordelingen min ieders gemiddelde staat \(name(0)) ook bovenaan: dat komt niet door een algemene stemming."
      )
      : language(
        "On ratings less each person's mean, \(name(first)) comes first: part of the ranking may be a general mood (halo).",
        "Op beoordelingen min ieders gemiddelde staat \(name(first)) bovenaan: een deel van de rangorde kan een algemene stemming "
          + "zijn (halo).")
  }

  private func name(_ driver: Int) -> String { context.labels.question(panel.drivers[driver]) }

  /// The size of a base, not told exactly under 5.
  private func size(of ranking: SensitivityPanel.Ranking) -> String {
    context.size(of: Base(responses: ranking.baseSize, size: ranking.baseSize, effectiveSize: 0))
  }
}
