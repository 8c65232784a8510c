import SurveyAnalysis

/// Whether the linear story suffices, in words.
struct NonlinearSentences {
  let context: ReportContext

  private var language: ReportLanguage { context.language }
  private var numbers: NumberFormat { context.numbers }

  /// The verdict; says so where the check could not be made.
  func verdict(_ check: NonlinearCheck?) -> String {
    guard let check else {
      return language(
        "Whether straight lines suffice was not checked: too few respondents rated every driver.",
        "Of rechte lijnen volstaan is niet nagegaan: te weinig respondenten beoordeelden elke driver.")
    }
    let forest = numbers.decimal(check.forestRSquared, 2)
    let linear = numbers.decimal(check.linearRSquared, 2)
    let size = numbers.integer(check.baseSize)
    switch check.verdict {
    case .linearSuffices:
      return language(
        "The linear story suffices: a random forest, which finds thresholds and interactions by itself, predicts respondents it has "
          + "not seen no better (R² \(forest) against \(linear), n = \(size)).",
        "Het lineaire verhaal volstaat: een random forest, dat zelf drempels en wisselwerkingen vindt, voorspelt respondenten die het "
          + "niet heeft gezien niet beter (R² \(forest) tegenover \(linear), n = \(size)).")
    case .forestPredictsBetter:
      return language(
        "The linear story does not tell everything: a random forest predicts respondents it has not seen better (R² \(forest) against "
          + "\(linear), n = \(size)), so there are thresholds or interactions.",
        "Het lineaire verhaal vertelt niet alles: een random forest voorspelt respondenten die het niet heeft gezien beter (R² "
          + "\(forest) tegenover \(linear), n = \(size)); er zijn dus drempels of wisselwerkingen.")
        + movers(check)
    case .undecided:
      return language(
        "Whether straight lines suffice cannot be told from \(size) respondents: a random forest predicts unseen ones with R² "
          + "\(forest), the linear model with \(linear), and the difference may be chance.",
        "Of rechte lijnen volstaan is met \(size) respondenten niet te zeggen: een random forest voorspelt ongeziene met R² \(forest), "
          + "het lineaire model met \(linear), en het verschil kan toeval zijn.")
    }
  }

  /// The driver that the forest puts first.
  private func movers(_ check: NonlinearCheck) -> String {
    guard let first = check.drivers.first(where: { $0.rank == 1 }) else { return "" }
    let name = context.labels.question(first.id)
    return language(
      " The forest leans most on \(name).", " Het forest steunt het meest op \(name).")
  }

  /// What permutation importance is.
  var reading: String {
    language(
      "Forest: by how much its squared error grows when a driver's ratings are shuffled, in parts of the score's variance; around 0 "
        + "for a driver that predicts nothing. Drivers that say the same stand in for each other, so none of them counts for much.",
      "Forest: hoeveel de kwadratische fout groeit als de beoordelingen van een driver worden geschud, in delen van de variantie van "
        + "de score; rond 0 voor een driver die niets voorspelt. Drivers die hetzelfde zeggen vervangen elkaar en tellen dan elk weinig."
    )
  }
}
