public import SurveyAnalysis
internal import SurveyModel

extension Study {
  /// The drivers by one measure of importance that is not a share.
  public func measure(
    _ measure: DriverMeasure, wave: String? = nil, options: DriverOptions = DriverOptions()
  ) throws -> MeasureAnalysis {
    try MeasureAnalysis(of: survey, responses(in: wave), measure: measure, options: options)
  }

  /// Which drivers dominate which others.
  public func dominance(
    wave: String? = nil, options: DriverOptions = DriverOptions()
  ) throws -> DominanceTable {
    try DominanceTable(of: survey, responses(in: wave), options: options)
  }

  /// The ranking under every reasonable choice.
  public func sensitivity(
    wave: String? = nil, options: SensitivityOptions = SensitivityOptions()
  ) throws -> SensitivityPanel {
    try SensitivityPanel(of: survey, responses(in: wave), options: options)
  }

  /// What low ratings cost and what high ratings earn.
  public func penaltiesAndRewards(
    wave: String? = nil, options: PenaltyRewardOptions = PenaltyRewardOptions()
  ) throws -> PenaltyRewardAnalysis {
    try PenaltyRewardAnalysis(of: survey, responses(in: wave), options: options)
  }

  /// What is known of the quality of the answers; the seed is that of the nonlinear check.
  public func quality(wave: String? = nil, seed: UInt64 = 1) throws -> DataQuality {
    try DataQuality(of: survey, responses(in: wave), seed: seed)
  }
}
