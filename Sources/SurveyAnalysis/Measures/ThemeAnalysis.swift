internal import Statistics
public import SurveyModel

/// Themes ranked by how much they explain, and the drivers within each, beside covariates that are always in the model.
///
/// A theme's share is what it adds to R² on average over all orders of the themes; its drivers divide it (Owen 1977). What
/// covariates explain is taken out first; the shares are of what they leave.
public struct ThemeAnalysis: Sendable, Equatable {
  /// A driver within a theme.
  public struct Driver: Sendable, Equatable {
    /// The driver's id.
    public let id: String
    /// Its part of all that is shared out, 0…1; a theme's drivers sum to the theme's share.
    public let importance: Double
    /// The interval of `importance`; nil without intervals.
    public let interval: ClosedRange<Double>?
  }

  /// A theme, or a driver that stands by itself.
  public struct Theme: Sendable, Equatable {
    /// The theme's name as `survey.yaml` has it, or the driver's id.
    public let name: String
    /// Its share of what the drivers explain beside the covariates, 0…1; the shares sum to 1.
    public let importance: Double
    /// The interval of `importance`; nil without intervals.
    public let interval: ClosedRange<Double>?
    /// The place, 1 for the largest share.
    public let rank: Int
    /// The places it may as well have; nil without intervals.
    public let rankInterval: ClosedRange<Int>?
    /// How often it is among the first three; nil without intervals.
    public let probabilityTop3: Double?
    /// Its drivers, the largest share first.
    public let drivers: [Driver]
  }

  /// The themes, the largest share first.
  public let themes: [Theme]
  /// The covariates' ids, in the order asked for.
  public let covariates: [String]
  /// The share of the outcome's variance that the covariates explain alone, 0…1.
  public let covariateRSquared: Double
  /// The share of the outcome's variance that covariates and drivers explain together, 0…1.
  public let rSquared: Double
  /// What is explained.
  public let outcome: OutcomeKind
  /// What was done about missing ratings.
  public let missing: MissingTreatment
  /// Respondents with a valid outcome, a positive weight and at least one rated driver.
  public let base: Base
  /// Drivers left out.
  public let findings: [DriverFinding]
  /// The confidence of all intervals.
  public let confidence: Double
  /// How the intervals were made; nil without intervals.
  public let intervals: IntervalMethod?

  /// The themes of a survey's drivers.
  ///
  /// - Parameters:
  ///   - covariates: Drivers or segments that are always in the model; a segment counts as an indicator of each value.
  ///   - byTheme: Whether drivers are taken together by their `theme`; otherwise each stands by itself.
  /// - Throws: as `DriverAnalysis`; `unknownCovariate`; `tooManyDrivers` beyond 16 themes or 30 drivers in one.
  public init(
    of survey: Survey, _ table: ResponseTable, covariates: [String] = [], byTheme: Bool = true,
    options: DriverOptions = DriverOptions()
  ) throws(AnalysisError) {
    let data = try ThemeData(of: survey, table, covariates: covariates, byTheme: byTheme, options)
    let model = try DriverModel(
      data.columns, weights: data.data.weights, design: data.data.design, options.missing)
    let (outcome, held, groups) = (data.outcome, data.held, data.themes.map(\.drivers))
    let shares = try ThemeShares(of: outcome, in: model.covariance, held: held, groups: groups)
    let count = groups.count + data.drivers.count
    let replicates = ThemeAnalysis.replicates(groups, options)
    let uncertainty = MeasureUncertainty(count, of: model, options, replicates: replicates) { covariance in
      do {
        return try ThemeShares(of: outcome, in: covariance, held: held, groups: groups).values
      } catch {
        return nil
      }
    }
    themes = ThemeAnalysis.themes(data, shares, uncertainty, options)
    (self.covariates, covariateRSquared, rSquared) = (
      data.covariates.map(\.id), shares.covariates, shares.rSquared
    )
    (self.outcome, missing, base) = (options.outcome, options.missing, data.data.base)
    (findings, confidence) = (data.data.leftOut, options.confidence)
    intervals = uncertainty?.method
  }

  /// How many resamples: `automatic` draws fewer where there are many themes.
  private static func replicates(_ groups: [[Int]], _ options: DriverOptions) -> Int {
    guard options.intervals == .automatic else { return options.replicates }
    let models = groups.reduce(0) { $0 + 1 << min(30, groups.count + $1.count) }
    return min(options.replicates, max(100, 4_000_000 / max(1, models)))
  }

  private static func themes(
    _ data: ThemeData, _ shares: ThemeShares, _ uncertainty: MeasureUncertainty?, _ options: DriverOptions
  ) -> [Theme] {
    let count = data.themes.count
    let ranks = RankDraws(
      (uncertainty?.draws ?? []).map { Array($0[..<count]) }, confidence: options.confidence)
    return RankDraws.order(shares.themes).enumerated().map { rank, theme in
      let members = data.themes[theme].drivers.sorted {
        (-shares.drivers[$0], $0) < (-shares.drivers[$1], $1)
      }
      return Theme(
        name: data.themes[theme].name, importance: shares.themes[theme],
        interval: uncertainty?.intervals[theme].map(ThemeAnalysis.clipped), rank: rank + 1,
        rankInterval: ranks.interval(of: theme), probabilityTop3: ranks.probabilityTop3(of: theme),
        drivers: members.map { driver in
          Driver(
            id: data.drivers[driver], importance: shares.drivers[driver],
            interval: uncertainty?.intervals[count + driver].map(ThemeAnalysis.clipped))
        })
    }
  }

  /// A share lies within 0…1, and so does its interval.
  private static func clipped(_ interval: ClosedRange<Double>) -> ClosedRange<Double> {
    min(1, max(0, interval.lowerBound))...min(1, max(0, interval.upperBound))
  }
}

/// The shares in one covariance.
struct ThemeShares {
  /// Per theme its part of what is shared out.
  let themes: [Double]
  /// Per driver, by its column.
  let drivers: [Double]
  let covariates: Double
  let rSquared: Double

  /// The themes' shares, then the drivers'.
  var values: [Double] { themes + drivers }

  init(of outcome: Int, in covariance: Covariance, held: [Int], groups: [[Int]]) throws(AnalysisError) {
    let total = covariance.matrix[outcome, outcome]
    let left = covariance.conditional(on: held)
    let part = left.matrix[outcome, outcome] / total
    let found: OwenValues
    do {
      found = try OwenValues(of: outcome, in: left, groups: groups)
    } catch {
      switch error {
      case .tooManyDrivers(let have, let most): throw .tooManyDrivers(have: have, most: most)
      case .tooFewObservations, .constantOutcome: throw .constantOutcome(value: 0)
      }
    }
    var drivers = [Double](repeating: 0, count: groups.reduce(0) { $0 + $1.count })
    for (group, values) in zip(groups, found.values) {
      for (driver, value) in zip(group, values) {
        drivers[driver] = found.rSquared > 0 ? value / found.rSquared : 0
      }
    }
    self.drivers = drivers
    themes = groups.map { $0.reduce(0) { $0 + drivers[$1] } }
    covariates = 1 - part
    rSquared = 1 - part + part * found.rSquared
  }
}
