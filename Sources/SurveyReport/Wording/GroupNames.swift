import SurveyAnalysis
import SurveyModel

extension PromoterGroups {
  /// What the groups are called: promoters and detractors where the scale has them, boxes on any other.
  func name(of group: Group, in language: ReportLanguage) -> String {
    switch (group, isNetPromoter) {
    case (.detractor, true): language("detractors", "criticasters")
    case (.passive, true): language("passives", "passieven")
    case (.promoter, true): language("promoters", "promotors")
    case (.detractor, false):
      boxSize == 1 ? language("bottom box", "laagste antwoord") : language("bottom two boxes", "laagste twee")
    case (.passive, false): language("in between", "ertussen")
    case (.promoter, false):
      boxSize == 1 ? language("top box", "hoogste antwoord") : language("top two boxes", "hoogste twee")
    }
  }

  /// A group's name with its values: `promoters (9–10)`.
  func nameWithValues(of group: Group, in language: ReportLanguage) -> String {
    let name = name(of: group, in: language)
    guard let values = values(of: group) else { return name }
    return "\(name) (\(PromoterGroups.range(values, in: language)))"
  }

  /// The scale as it is named in sentences: `0–10`, `−5 to 5`.
  func scaleName(in language: ReportLanguage) -> String {
    PromoterGroups.range(scale.minimum...scale.maximum, in: language)
  }

  private static func range(_ values: ClosedRange<Int>, in language: ReportLanguage) -> String {
    let numbers = NumberFormat(language: language)
    let (low, high) = (numbers.integer(values.lowerBound), numbers.integer(values.upperBound))
    if values.count == 1 { return low }
    return values.lowerBound < 0 ? language("\(low) to \(high)", "\(low) tot \(high)") : "\(low)–\(high)"
  }

  /// What the balance of the groups is, under its figure.
  func balanceName(in language: ReportLanguage) -> String {
    if isStandard { return "NPS" }
    let scale = scaleName(in: language)
    if isNetPromoter { return language("NPS on a scale of \(scale)", "NPS op een schaal van \(scale)") }
    let (top, bottom) = (
      nameWithValues(of: .promoter, in: language), nameWithValues(of: .detractor, in: language)
    )
    return language(
      "\(top) less \(bottom) on a scale of \(scale); no net promoter score",
      "\(top) min \(bottom) op een schaal van \(scale); geen net promoter score")
  }
}
