public import Statistics
public import SurveyModel

/// The linear model of the score behind the shares: what a point more goes with, under every treatment of missing answers,
/// with errors under every assumption, and what is missing.
public struct LinearModelAnalysis: Sendable, Equatable {
  /// What is done about missing answers.
  public enum Treatment: String, Sendable, CaseIterable {
    /// Only respondents who rated every driver.
    case complete
    /// The covariance of maximum likelihood; errors from resamples.
    case expectationMaximization = "em"
    /// Twenty completed copies, pooled by Rubin's rules.
    case imputation
    /// The mean and an indicator where a question was not put, complete cases else.
    case indicator
  }

  /// A coefficient, in points of the score per point of rating.
  public struct Estimate: Sendable, Equatable {
    /// The coefficient.
    public let coefficient: Double
    /// Its standard error; nil where it cannot be told.
    public let standardError: Double?
  }

  /// One driver.
  public struct Driver: Sendable, Equatable {
    /// The driver's id.
    public let id: String
    /// How many respondents did not answer, by reason.
    public let missing: [MissingReason: Int]
    /// Its coefficient by treatment; without those that are impossible.
    public let estimates: [Treatment: Estimate]
    /// The standard error among complete cases by assumption: `classical`, `hc0` to `hc4`, and `cr1` and `cr2` where
    /// respondents come in clusters.
    public let errors: [String: Double]
  }

  /// The drivers, in the survey's order.
  public let drivers: [Driver]
  /// Respondents with a valid outcome and at least one rated driver.
  public let base: Base
  /// How many of them rated every driver.
  public let completeCases: Int
  /// How many the indicator's model rests on; nil where every question was put to everybody.
  public let indicatorCases: Int?
  /// The share of the score's variance that complete cases' ratings explain, 0…1.
  public let rSquared: Double
  /// Little's test of answers missing completely at random; nil where all are there.
  public let missingAtRandom: MissingAtRandomTest?
  /// What errors allow for; nil where respondents are independent.
  public let design: DesignSummary?
  /// Drivers left out.
  public let findings: [DriverFinding]

  /// More answers than this are not imputed: the copies would not fit into memory.
  static let mostImputed = 1_000_000
  /// How many completed copies are made.
  public static let copies = 20

  /// The linear model of a survey's drivers.
  ///
  /// - Throws: as `DriverAnalysis`, also where complete cases are too few.
  public init(
    of survey: Survey, _ table: ResponseTable, options: DriverOptions = DriverOptions()
  ) throws(AnalysisError) {
    let complete = DriverOptions(missing: .completeCases, intervals: .none)
    let data = try DriverData(of: survey, table, options: complete)
    let model: LinearTreatments
    do {
      model = try LinearTreatments(data, table, options)
      let ratings = IntegerColumns(
        rows: data.columns.rows, columns: Array(data.columns.columns[...data.count]))
      missingAtRandom =
        data.completeCases < ratings.rows ? try MissingAtRandomTest(of: ratings, weights: data.weights) : nil
    } catch {
      throw .tooFewRespondents(have: data.completeCases, need: data.count + 2)
    }
    drivers = data.drivers.enumerated().map { place, question in
      let scale = Double(question.scale.steps)
      return Driver(
        id: question.id, missing: LinearModelAnalysis.missing(question.id, table, data.rows),
        estimates: model.estimates.compactMapValues { estimates in
          estimates[place].map {
            Estimate(coefficient: scale * $0.coefficient, standardError: $0.standardError.map { scale * $0 })
          }
        },
        errors: model.errors.compactMapValues { $0[place].map { scale * $0 } })
    }
    (base, completeCases, rSquared) = (data.base, data.completeCases, model.rSquared)
    indicatorCases = model.indicatorCases
    design = DesignSummary(data.design?.informative, of: survey)
    findings = data.leftOut + DriverFindings.fewClusters(data.design)
  }

  private static func missing(_ id: String, _ table: ResponseTable, _ rows: [Int]) -> [MissingReason: Int] {
    let reasons = rows.compactMap { table.ratings[id]?[$0].missingReason }
    return Dictionary(reasons.map { ($0, 1) }, uniquingKeysWith: +)
  }
}
