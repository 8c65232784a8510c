import SurveyModel

/// What readers see in place of ids and stored codes.
struct SurveyLabels {
  let survey: Survey
  let language: ReportLanguage

  var title: String { survey.title.text(in: language.code) }

  /// The label of the outcome or a driver; the id where the survey does not know it.
  func question(_ id: String) -> String {
    survey.ratings.first { $0.id == id }?.label.text(in: language.code) ?? id
  }

  /// The label of a segment.
  func segment(_ id: String) -> String {
    survey.segments.first { $0.id == id }?.label.text(in: language.code) ?? id
  }

  /// The label of a group of a segment.
  func value(_ code: String, of segment: String) -> String {
    survey.segments.first { $0.id == segment }?.label(of: code, in: language.code) ?? code
  }

  /// The scale of a driver; 0–10 where the survey does not know it.
  func scale(of driver: String) -> Scale {
    survey.ratings.first { $0.id == driver }?.scale ?? .recommendation
  }
}
