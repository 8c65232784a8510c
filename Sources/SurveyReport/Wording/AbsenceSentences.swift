public import SurveyAnalysis

/// Why a result is not there, in words.
public struct AbsenceSentences: Sendable {
  let language: ReportLanguage
  let numbers: NumberFormat

  /// Sentences in a language.
  public init(_ language: ReportLanguage) {
    self.language = language
    numbers = NumberFormat(language: language)
  }

  /// Why an analysis could not be made.
  public func text(of error: AnalysisError) -> String {
    switch error {
    case .noResponses: language("There are no responses.", "Er zijn geen antwoorden.")
    case .noValidOutcome:
      language(
        "No response has a valid answer to the recommendation question.",
        "Geen enkele respondent gaf een geldig antwoord op de aanbevelingsvraag.")
    case .noPromoterGroups(let minimum, let maximum):
      language(
        "A net promoter score needs a 0–10 (or 1–10) scale; the outcome's runs from \(minimum) to \(maximum).",
        "Een NPS vraagt een schaal van 0–10 (of 1–10); die van de uitkomst loopt van \(minimum) tot \(maximum)."
      )
    case .constantOutcome(let value):
      language(
        "Every score is \(value), so there is nothing to explain.",
        "Elke score is \(value); er valt niets te verklaren.")
    case .noUsableDriver:
      language(
        "The survey has no driver whose ratings vary, so there is nothing to rank.",
        "De vragenlijst heeft geen driver waarvan de beoordelingen verschillen; er valt niets te rangschikken."
      )
    case .tooFewRespondents(let have, let need): tooFew(have, need: need)
    case .tooManyDrivers(let have, let most):
      language(
        "There are \(have) drivers; the exact method takes at most \(most).",
        "Er zijn \(have) drivers; de exacte methode kan er hoogstens \(most) aan.")
    case .unknownSegment(let name, _): language("There is no segment \(name).", "Er is geen segment \(name).")
    case .unknownCovariate(let name, _):
      language("There is no driver or segment \(name).", "Er is geen driver of segment \(name).")
    case .unknownWave(let name, _): language("There is no wave \(name).", "Er is geen meting \(name).")
    case .noPeriods:
      language("The survey has neither waves nor dates.", "Het onderzoek heeft geen metingen en geen datums.")
    }
  }

  private func tooFew(_ have: Int, need: Int) -> String {
    let (some, least) = (numbers.integer(have), numbers.integer(need))
    return language(
      "The drivers are not ranked: there are \(some) respondents, and at least \(least) are needed.",
      "De drivers zijn niet gerangschikt: er zijn \(some) respondenten en minstens \(least) nodig.")
  }
}
