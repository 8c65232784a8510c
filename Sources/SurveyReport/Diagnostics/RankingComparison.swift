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

  /// Choices down, drivers across by their reported place; in each cell the place.
  var places: ResultTable {
    let columns =
      [
        ResultTable.Column(language("Choice", "Keuze")), ResultTable.Column("n", .trailing),
        ResultTable.Column("R²", .trailing),
      ] + panel.drivers.indices.map { ResultTable.Column("#\($0 + 1)", .trailing) }
    let rows = panel.rankings.map { ranking -> [ResultTable.Cell] in
      [
        .text(words.description(of: ranking.choice)), .number(size(of: ranking)),
        .number(numbers.decimal(ranking.rSquared, 2)),
      ] + ranking.ranks.map { .number(String($0)) }
    }
    return ResultTable(columns: columns, rows: rows)
  }

  /// What the choices of respondents come to: whether the first driver stays first, and how far any driver moves.
  var summary: String {
    let moves = panel.rankRanges.map { $0.upperBound - $0.lowerBound }
    let most = moves.max() ?? 0
    guard panel.rankings.count > 1, panel.drivers.count > 1 else {
      return language("There is nothing to compare.", "Er valt niets te vergelijken.")
    }
    if most == 0 {
      return language("Every driver keeps its place.", "Elke driver houdt zijn plaats.")
    }
    let names = panel.drivers.indices.filter { moves[$0] == most }.map {
      context.labels.question(panel.drivers[$0])
    }
    let first = panel.alwaysAmongFirst(1).isEmpty
    let leader =
      first
      ? language("The first place changes. ", "De eerste plaats wisselt. ")
      : language("The first driver stays first. ", "De bovenste driver blijft bovenaan. ")
    let list = WordList(language: language).and(names)
    return leader
      + language(
        "Moves most: \(list) (places: \(most)).", "Verschuift het meest: \(list) (plaatsen: \(most)).")
  }

  /// The size of a base, not told exactly under 5.
  private func size(of ranking: SensitivityPanel.Ranking) -> String {
    context.size(of: Base(responses: ranking.baseSize, size: ranking.baseSize, effectiveSize: 0))
  }
}
