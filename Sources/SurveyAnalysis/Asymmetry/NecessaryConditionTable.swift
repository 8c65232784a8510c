public import Statistics
public import SurveyModel

/// For which drivers some level is never missing where the score is high.
///
/// See `NecessaryConditionAnalysis`. Each driver is looked at among those who rated it. A ceiling is drawn over
/// respondents, whatever their weights; these count in the share below it.
public struct NecessaryConditionTable: Sendable, Equatable {
  /// One driver.
  public struct Driver: Sendable, Equatable {
    /// The driver's id.
    public let id: String
    /// Respondents who rated it and have a valid outcome.
    public let answered: Int
    /// Its ceilings.
    public let ceilings: NecessaryConditionAnalysis
    /// The p-value of the steps' effect, adjusted for all drivers (Holm); nil without permutations.
    public let adjustedPValue: Double?
  }

  /// The drivers, the largest effect of the steps first.
  public let drivers: [Driver]
  /// Respondents with a valid outcome and at least one rated driver.
  public let base: Base
  /// How often the outcome was shuffled.
  public let permutations: Int
  /// The seed of the shuffles.
  public let seed: UInt64
  /// Drivers left out.
  public let findings: [DriverFinding]

  /// The necessary conditions among a survey's drivers for the score; `options.replicates` shuffles give the p-values, none
  /// where no intervals are asked for.
  ///
  /// - Throws: as `DriverAnalysis`.
  public init(
    of survey: Survey, _ table: ResponseTable, options: DriverOptions = DriverOptions()
  ) throws(AnalysisError) {
    let data = try DriverData(of: survey, table, options: DriverOptions(intervals: .none))
    let permutations = options.intervals == .none ? 0 : options.replicates
    let found = data.drivers.indices.compactMap {
      driver -> (id: String, answered: Int, NecessaryConditionAnalysis)? in
      let ratings = data.columns.columns[driver]
      let rows = ratings.indices.filter { ratings[$0] != IntegerColumns.missing }
      let analysis = NecessaryConditionAnalysis(
        of: rows.map { Double(data.columns.columns[data.count][$0]) },
        on: rows.map { data.drivers[driver].scale.answer(of: Int(ratings[$0])) },
        weights: data.weights.map { weights in rows.map { weights[$0] } }, permutations: permutations,
        seed: options.seed)
      return analysis.map { (data.drivers[driver].id, rows.count, $0) }
    }
    let pValues = found.compactMap(\.2.steps.pValue)
    let adjusted = pValues.count == found.count ? PValueAdjustment.holm.adjusted(pValues) : []
    let all = found.indices.map { place in
      Driver(
        id: found[place].id, answered: found[place].answered, ceilings: found[place].2,
        adjustedPValue: adjusted.isEmpty ? nil : adjusted[place])
    }
    let order = all.indices.sorted {
      (-all[$0].ceilings.steps.effect, $0) < (-all[$1].ceilings.steps.effect, $1)
    }
    drivers = order.map { all[$0] }
    (base, self.permutations, seed, findings) = (data.base, permutations, options.seed, data.leftOut)
  }
}
