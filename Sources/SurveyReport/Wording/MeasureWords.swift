import SurveyAnalysis

/// The names of measures and choices, and what must be said beside their numbers.
struct MeasureWords {
  let language: ReportLanguage
  let numbers: NumberFormat

  /// A measure's name.
  func name(of measure: DriverMeasure) -> String {
    switch measure {
    case .first:
      language(
        "Squared correlation, each driver alone (first)",
        "Gekwadrateerde correlatie, elke driver alleen (first)")
    case .last: language("Gain over all other drivers (last)", "Winst boven alle andere drivers (last)")
    case .betaSquared:
      language("Squared standardised coefficient", "Gekwadrateerde gestandaardiseerde coëfficiënt")
    case .pratt: language("Pratt's measure", "Maat van Pratt")
    case .car: language("Squared CAR score", "Gekwadrateerde CAR-score")
    case .pmvd: language("PMVD share", "PMVD-aandeel")
    }
  }

  /// What a measure's numbers are, and are not.
  func caution(_ analysis: MeasureAnalysis) -> [String] {
    var notes = [sum(analysis)].compactMap(\.self)
    switch analysis.measure {
    case .pratt where analysis.drivers.contains { ($0.value ?? 0) < 0 }:
      notes.append(
        language(
          "A negative value is no negative importance: the driver's coefficient and correlation have opposite signs.",
          "Een negatieve waarde is geen negatief belang: coëfficiënt en correlatie van de driver hebben tegengestelde tekens."
        ))
    case .pmvd where analysis.sum == nil:
      notes.append(
        language(
          "PMVD has no answer here: drivers that add nothing one by one add something together, as duplicates do.",
          "PMVD heeft hier geen antwoord: drivers die elk apart niets toevoegen, doen dat samen wel, zoals dubbele drivers."
        ))
    case .pmvd:
      notes.append(
        language(
          "PMVD gives nothing to a driver that adds nothing to the others, and swings where drivers overlap.",
          "PMVD geeft niets aan een driver die niets aan de andere toevoegt, en schommelt waar drivers overlappen."
        ))
    default: break
    }
    let against = analysis.drivers.filter(\.isNegative)
    if !against.isEmpty, analysis.measure != .pratt {
      notes.append(
        language(
          "− marks a driver that goes against the outcome.",
          "− staat bij een driver die tegen de uitkomst in gaat."))
    }
    return notes
  }

  private func sum(_ analysis: MeasureAnalysis) -> String? {
    guard let sum = analysis.sum else { return nil }
    let (found, explained) = (numbers.decimal(sum, 2), numbers.decimal(analysis.rSquared, 2))
    if analysis.measure.sumsToRSquared {
      return language("The values sum to R² = \(explained).", "De waarden tellen op tot R² = \(explained).")
    }
    return language(
      "The values sum to \(found), not to R² = \(explained), so they are no shares.",
      "De waarden tellen op tot \(found), niet tot R² = \(explained), dus het zijn geen aandelen.")
  }

  /// A choice of the sensitivity panel, as a column's header.
  func name(of choice: SensitivityChoice) -> String {
    switch choice {
    case .shapley: "Shapley"
    case .relativeWeights: language("rel. weights", "rel. gewichten")
    case .car: "CAR"
    case .completeCases: language("complete", "compleet")
    case .pairwise: language("pairwise", "paarsgewijs")
    case .multipleImputation: language("imputed", "geïmputeerd")
    case .withoutStraightLining: language("no straight lines", "zonder rechte lijn")
    case .withoutCareless: language("no careless", "zonder slordig")
    case .withoutInfluential: language("no influential", "zonder invloedrijk")
    case .personCentred: language("centred", "gecentreerd")
    case .promoterLogit: language("promoters", "promotors")
    case .detractorLogit: language("detractors", "criticasters")
    case .ordinalLogit: language("ordinal", "ordinaal")
    }
  }

  /// A choice of the sensitivity panel in words.
  func description(of choice: SensitivityChoice) -> String {
    switch choice {
    case .shapley: language("Shapley (LMG), as reported", "Shapley (LMG), zoals gerapporteerd")
    case .relativeWeights: language("Relative weights", "Relatieve gewichten")
    case .car: language("CAR scores", "CAR-scores")
    case .completeCases: language("Who rated everything", "Wie alles beoordeelde")
    case .pairwise: language("Pairs of questions", "Paren vragen")
    case .multipleImputation: language("Missing ratings filled in", "Ontbrekende aangevuld")
    case .withoutStraightLining: language("Without straight-liners", "Zonder rechte lijnen")
    case .withoutCareless: language("Without who looks careless", "Zonder wie slordig lijkt")
    case .withoutInfluential: language("Without the influential", "Zonder de invloedrijke")
    case .personCentred: language("Less each person's mean", "Min ieders gemiddelde")
    case .promoterLogit: language("Being a promoter (logit)", "Promotor zijn (logit)")
    case .detractorLogit: language("Being a detractor (logit)", "Criticaster zijn (logit)")
    case .ordinalLogit: language("NPS group (ordinal logit)", "NPS-groep (ordinale logit)")
    }
  }

  /// Why a choice is not in the panel.
  func reason(_ omission: SensitivityPanel.Omission) -> String {
    let name = name(of: omission.choice)
    return switch omission.reason {
    case .same: language("\(name): would be the same", "\(name): zou hetzelfde zijn")
    case .tooFewRespondents: language("\(name): too few respondents", "\(name): te weinig respondenten")
    case .noGroups: language("\(name): no such group", "\(name): zo'n groep is er niet")
    case .tooLarge: language("\(name): would take too long", "\(name): zou te lang duren")
    }
  }
}
