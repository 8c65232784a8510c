import SurveyAnalysis
import SurveyModel

/// What every section, chart and table needs to word its content.
struct ReportContext {
  let survey: Survey
  let language: ReportLanguage

  var labels: SurveyLabels { SurveyLabels(survey: survey, language: language) }
  var numbers: NumberFormat { NumberFormat(language: language) }
  var terms: Terms { Terms(language: language, groups: PromoterGroups(orBoxesOf: survey.outcome.scale)) }
  var dates: DateFormat { DateFormat(language: language) }
  var changes: ChangeSentences { ChangeSentences(language: language, numbers: numbers) }
  var findings: FindingSentences { FindingSentences(labels: labels, numbers: numbers) }

  /// A name, with a dagger where what it names rests on few answers and is shown all the same.
  func marked(_ name: String, _ base: Base, isShown: Bool) -> String {
    base.isLow && isShown ? name + "\(NumberFormat.noBreak)†" : name
  }

  /// The size of a base, not told exactly under 5.
  func size(of base: Base) -> String {
    if base.isSuppressed && base.size > 0 { return "<\(Base.suppressed)" }
    return numbers.integer(base.size)
  }
}
