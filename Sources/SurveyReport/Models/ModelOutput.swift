public import SurveyAnalysis
public import SurveyModel

/// What a model found, as text for the terminal or for another program.
public enum ModelOutput {
  /// The analysis in a format, ending in a line break.
  public static func text(
    of analysis: ModelAnalysis, survey: Survey, language: ReportLanguage, as format: ResultFormat
  ) throws -> String {
    let context = ReportContext(survey: survey, language: language)
    let text = ModelText(analysis, context)
    switch format {
    case .json: return try JSONFormat.text(of: text.record)
    case .csv: return CSVFormat.text(of: text.exactTable)
    case .table: return text.readable(context).text
    case .markdown: return text.readable(context).markdown
    }
  }
}

extension DriverExplanation {
  /// The explanation of a model, a paragraph per line.
  public func text(of analysis: ModelAnalysis) -> String {
    ([heading] + ModelText(analysis, context).explanation.map { "- " + $0 } + limits).joined(separator: "\n")
      + "\n"
  }
}
