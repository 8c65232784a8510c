public import SurveyAnalysis
public import SurveyModel

/// All diagnostics of a ranking, as text for the terminal or for another program.
public enum DiagnosticsOutput {
  /// The diagnostics in a format, ending in a line break.
  public static func text(
    of quality: DataQuality, survey: Survey, language: ReportLanguage, as format: ResultFormat
  ) throws -> String {
    let context = ReportContext(survey: survey, language: language)
    switch format {
    case .json: return try JSONFormat.text(of: DiagnosticsRecord(quality, context: context))
    case .csv: return CSVFormat.text(of: exactTable(quality, context))
    case .table:
      return
        ([head(quality, context, "")] + DiagnosticsTables(context: context, quality: quality).all.map(\.text))
        .joined(separator: "\n")
    case .markdown:
      return
        ([head(quality, context, "- ")]
        + DiagnosticsTables(context: context, quality: quality).all.map(\.markdown))
        .joined(separator: "\n")
    }
  }

  /// What to look at first, and the verdict on the linear story.
  private static func head(_ quality: DataQuality, _ context: ReportContext, _ mark: String) -> String {
    let sentences = DiagnosticsSentences(context: context)
    let heading = context.language("What to look at", "Waarop te letten")
    let all =
      quality.flags.map(sentences.text) + [NonlinearSentences(context: context).verdict(quality.nonlinear)]
    let title = mark.isEmpty ? context.labels.title : "## " + MarkdownFormat.escaped(context.labels.title)
    let lines = all.map { mark.isEmpty ? $0 : mark + MarkdownFormat.escaped($0) }
    return ([title, mark.isEmpty ? heading : heading + "\n"] + lines).joined(separator: "\n") + "\n"
  }

  /// A row per figure: what it is about, and its value in full precision.
  private static func exactTable(_ quality: DataQuality, _ context: ReportContext) -> ResultTable {
    let columns = ["section", "id", "label", "measure"].map { ResultTable.Column($0) }
    let figures = DiagnosticsFigures(quality: quality).all
    return ResultTable(
      columns: columns + [ResultTable.Column("value", .trailing)],
      rows: figures.map { figure in
        [
          .text(figure.section), figure.id.isEmpty ? .empty : .text(figure.id),
          figure.id.isEmpty ? .empty : .text(context.labels.question(figure.id)), .text(figure.measure),
          .exact(figure.value),
        ]
      })
  }
}

/// The figures of diagnostics one by one, with the names they have in JSON.
private struct DiagnosticsFigures {
  struct Figure {
    let section: String
    var id = ""
    let measure: String
    let value: Double?
  }

  let quality: DataQuality

  var all: [Figure] { patterns + reliability + drivers + dependencies + influence + nonlinear + comparison }

  private var patterns: [Figure] {
    let record = DiagnosticsRecord.Patterns(quality.careless)
    let counts = [
      ("baseSize", quality.base.size), ("completeCases", quality.completeCases),
      ("straightLined", record.straightLined), ("improbable", record.improbable),
      ("duplicates", record.duplicates), ("flagged", record.flagged),
    ]
    let consistencies = [("evenOdd", quality.careless.evenOdd), ("synonyms", quality.careless.synonyms)]
    return counts.map { Figure(section: "patterns", measure: $0.0, value: Double($0.1)) } + [
      Figure(section: "patterns", measure: "meanLongestRun", value: record.meanLongestRun),
      Figure(section: "patterns", measure: "meanVariability", value: record.meanVariability),
    ]
      + consistencies.flatMap { name, found in
        [
          Figure(section: name, measure: "pairs", value: found.map { Double($0.pairs) }),
          Figure(section: name, measure: "respondents", value: found.map { Double($0.respondents) }),
          Figure(section: name, measure: "mean", value: found?.mean),
          Figure(section: name, measure: "lowShare", value: found?.lowShare),
        ]
      }
  }

  private var reliability: [Figure] {
    [
      ("alpha", quality.alpha), ("omega", quality.omega), ("meanCorrelation", quality.meanCorrelation),
      ("firstEigenvalueShare", quality.firstShare),
    ].map { Figure(section: "reliability", measure: $0.0, value: $0.1) }
  }

  private var drivers: [Figure] {
    quality.drivers.flatMap { driver in
      [
        ("itemRestCorrelation", driver.itemRestCorrelation), ("opposed", Double(driver.opposed)),
        ("lowest", driver.lowest), ("highest", driver.highest),
        ("ceilingShare", driver.ceilingShare), ("floorShare", driver.floorShare),
        ("varianceInflation", driver.varianceInflation), ("answered", Double(driver.answered)),
      ].map { Figure(section: "drivers", id: driver.id, measure: $0.0, value: $0.1) }
    }
  }

  private var dependencies: [Figure] {
    quality.dependencies.enumerated().flatMap { place, dependency in
      let section = "conditionIndices.\(place + 1)"
      return [
        Figure(section: section, measure: "conditionIndex", value: dependency.conditionIndex),
        Figure(section: section, measure: "interceptShare", value: dependency.interceptShare),
      ]
        + dependency.proportions.map {
          Figure(section: section, id: $0.driver, measure: "share", value: $0.share)
        }
    }
  }

  private var influence: [Figure] {
    guard let influence = quality.influence else { return [] }
    return [
      ("largestCooksDistance", influence.largestCooksDistance),
      ("influential", Double(influence.influential)),
      ("highLeverage", Double(influence.highLeverage)),
    ].map { Figure(section: "influence", measure: $0.0, value: $0.1) }
  }

  private var nonlinear: [Figure] {
    guard let check = quality.nonlinear else { return [] }
    let whole = [
      ("baseSize", Double(check.baseSize)), ("linearRSquared", check.linearRSquared),
      ("forestRSquared", check.forestRSquared), ("outOfBagRSquared", check.outOfBagRSquared),
      ("gain", check.gain), ("gainStandardError", check.gainStandardError),
    ].map { Figure(section: "nonlinearCheck", measure: $0.0, value: $0.1) }
    return whole
      + check.drivers.flatMap { driver in
        [
          ("permutationImportance", driver.permutationImportance), ("rank", Double(driver.rank)),
        ].map { Figure(section: "nonlinearCheck", id: driver.id, measure: $0.0, value: $0.1) }
      }
  }

  private var comparison: [Figure] {
    let panel = quality.comparison
    return panel.rankings.flatMap { ranking in
      panel.drivers.indices.flatMap { driver in
        [("importance", ranking.importance[driver]), ("rank", Double(ranking.ranks[driver]))].map {
          Figure(
            section: "comparison.\(ranking.choice.rawValue)", id: panel.drivers[driver], measure: $0.0,
            value: $0.1)
        }
      }
    }
  }
}
