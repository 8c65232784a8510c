import SurveyModel

/// A column that the survey reads: its place in `survey.yaml`, the names it has there, and what it holds.
struct SurveyColumn {
  /// What makes a cell an answer.
  enum Content {
    case rating(Question)
    case segment(Segment)
    case weight, date(DateOrder), wave, respondent, comment
  }

  /// The path in `survey.yaml`, such as `drivers.price`.
  let path: String
  let id: String
  let source: ColumnSource
  /// The wordings of its label.
  let wordings: [String]
  let content: Content

  /// All columns of a survey, in the order in which `ColumnMatching` gives their places.
  static func all(of survey: Survey, isWaveGiven: Bool) -> [SurveyColumn] {
    var columns = [rating(survey.outcome, path: "outcome")]
    columns += survey.drivers.map { rating($0, path: "drivers.\($0.id)") }
    columns += survey.segments.map {
      SurveyColumn(
        path: "segments.\($0.id)", id: $0.id, source: $0.source, wordings: wordings(of: $0.label, $0.source),
        content: .segment($0))
    }
    columns += survey.sampling.columns.map { field($0.id, $0.source, .segment($0)) }
    if let source = survey.weight { columns.append(field("weight", source, .weight)) }
    if let date = survey.date { columns.append(field("date", date.source, .date(date.order))) }
    if case .column(let source) = survey.wave, !isWaveGiven { columns.append(field("wave", source, .wave)) }
    if let source = survey.respondent { columns.append(field("respondent", source, .respondent)) }
    columns += survey.comments.map {
      SurveyColumn(
        path: "comments.\($0.id)", id: $0.id, source: $0.source, wordings: wordings(of: $0.label, $0.source),
        content: .comment)
    }
    return columns
  }

  private static func rating(_ question: Question, path: String) -> SurveyColumn {
    SurveyColumn(
      path: path, id: question.id, source: question.source,
      wordings: wordings(of: question.label, question.source), content: .rating(question))
  }

  private static func field(_ name: String, _ source: ColumnSource, _ content: Content) -> SurveyColumn {
    SurveyColumn(path: name, id: name, source: source, wordings: [], content: content)
  }

  private static func wordings(of label: LocalizedText, _ source: ColumnSource) -> [String] {
    label.translations.map(\.text).filter { $0 != source.name }
  }
}
