import SurveyAnalysis
import SurveyModel

/// What every section, chart and table needs to word its content.
struct ReportContext {
  let survey: Survey
  let language: ReportLanguage

  var labels: SurveyLabels { SurveyLabels(survey: survey, language: language) }
  var numbers: NumberFormat { NumberFormat(language: language) }
  var terms: Terms { Terms(language: language) }
  var dates: DateFormat { DateFormat(language: language) }
  var changes: ChangeSentences { ChangeSentences(language: language, numbers: numbers) }
  var findings: FindingSentences { FindingSentences(labels: labels, numbers: numbers) }

  /// The size of a base: withheld under 5, marked under 30.
  func size(of base: Base) -> String {
    if base.isSuppressed { return "<\(Base.suppressed)" }
    return numbers.integer(base.size) + (base.isLow ? " †" : "")
  }
}
