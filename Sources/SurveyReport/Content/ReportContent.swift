public import SurveyAnalysis
public import SurveyModel

/// All that a report is made of: estimates, and what has to be said about them.
///
/// A report computes no estimate; it picks, orders and words what it is given.
public struct ReportContent: Sendable, Equatable {
  /// The survey.
  public let survey: Survey
  /// Where the responses came from.
  public let provenance: Provenance
  /// The wave that the headline and the segments are about; nil where they pool all responses.
  public let wave: String?
  /// The first and the last date of the responses that the headline is about; nil where there are no dates.
  public let fieldwork: ClosedRange<CalendarDate>?
  /// The score of `wave`, with its segments.
  public let score: ScoreAnalysis
  /// The score over time; nil where the survey has neither waves nor dates.
  public let trend: TrendAnalysis?
  /// The ranking of the drivers, or why there is none.
  public let drivers: Result<DriverAnalysis, AnalysisError>
  /// The wave that the ranking is about; nil where it pools all responses.
  public let driverWave: String?
  /// What is known of the quality of the answers behind the ranking; nil where there is no ranking.
  public let quality: DataQuality?
  /// The ranking under every reasonable choice; nil where there is no ranking.
  public let sensitivity: SensitivityPanel?
  /// What was guessed about the export, as sentences in the language of the report; empty with a `survey.yaml`.
  public let notes: [String]

  /// The content of a report.
  public init(
    survey: Survey, provenance: Provenance, wave: String?, fieldwork: ClosedRange<CalendarDate>?,
    score: ScoreAnalysis, trend: TrendAnalysis?, drivers: Result<DriverAnalysis, AnalysisError>,
    driverWave: String? = nil, quality: DataQuality? = nil, sensitivity: SensitivityPanel? = nil,
    notes: [String] = []
  ) {
    self.survey = survey
    self.provenance = provenance
    self.wave = wave
    self.fieldwork = fieldwork
    self.score = score
    self.trend = trend
    self.drivers = drivers
    self.driverWave = driverWave
    self.quality = quality
    self.sensitivity = sensitivity
    self.notes = notes
  }

  /// The ranking, where there is one.
  var ranking: DriverAnalysis? { try? drivers.get() }
}
