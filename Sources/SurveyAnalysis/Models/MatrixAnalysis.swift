internal import Statistics
public import SurveyModel

/// Drivers ranked from a published correlation or covariance matrix, without the answers behind it.
///
/// Intervals rest on the assumption that answers are jointly normal, because nothing else can be known from a matrix.
public struct MatrixAnalysis: Sendable, Equatable {
  /// One driver.
  public struct Driver: Sendable, Equatable {
    /// The driver's label in the matrix.
    public let label: String
    /// Its share of what the drivers explain, 0…1; the shares sum to 1.
    public let importance: Double
    /// The normal-theory interval of `importance`.
    public let interval: ClosedRange<Double>
    /// The place, 1 for the largest share.
    public let rank: Int
    /// The places it may as well have.
    public let rankInterval: ClosedRange<Int>
    /// How often it is among the first three.
    public let probabilityTop3: Double
    /// The share by the other method: relative weights beside Shapley and the reverse.
    public let otherImportance: Double
    /// The correlation with the outcome.
    public let correlation: Double
    /// The coefficient in standard deviations; nil where the driver follows from earlier ones.
    public let standardizedCoefficient: Double?
  }

  /// The outcome's label.
  public let outcome: String
  /// How importance is shared.
  public let method: DriverMethod
  /// The share of the outcome's variance that the drivers explain together, 0…1.
  public let rSquared: Double
  /// How many respondents the matrix comes from.
  public let size: Int
  /// The drivers, largest share first.
  public let drivers: [Driver]
  /// The confidence of the intervals.
  public let confidence: Double

  /// The drivers of a matrix; the outcome is its first label unless another is named.
  ///
  /// - Throws: `unknownCovariate` for an outcome that is no label, `tooFewRespondents` where there are
  ///   fewer than two more respondents than drivers, `constantOutcome`.
  public init(
    of matrix: PublishedMatrix, size: Int, outcome: String? = nil, options: DriverOptions = DriverOptions()
  ) throws(AnalysisError) {
    let name = outcome ?? matrix.labels[0]
    guard let column = matrix.labels.firstIndex(of: name) else {
      throw .unknownCovariate(name, nearest: NearestName(among: matrix.labels).match(for: name))
    }
    let among = matrix.labels.indices.filter { $0 != column }
    guard size >= among.count + 2 else { throw .tooFewRespondents(have: size, need: among.count + 2) }
    let covariance = Covariance(published: Matrix(matrix.rows), rows: size)
      .restricted(to: among + [column])
    let last = among.count
    let shares = DriverModel.shares(of: [last], in: covariance, drivers: last, by: options.method)
    guard let found = shares[0] else { throw .constantOutcome(value: 0) }
    let others = DriverModel.shares(of: [last], in: covariance, drivers: last, by: options.method.other)
    let delta = DeltaMethod(
      assumingNormality: covariance, DriverUncertainty.functions([last], last, options.method))
    let drawn = delta.draws(options.replicates, of: 0..<last, seed: options.seed)
    let draws = RankDraws((0..<drawn.rows).map { drawn.row($0) }, confidence: options.confidence)
    let errors = zip(delta.standardErrors, found.samplingErrors ?? among.map { _ in 0 })
      .map { ($0 * $0 + $1 * $1).squareRoot() }
    let correlation = covariance.correlation
    let slopes = DriverModel.coefficients(
      of: last, in: Covariance(published: correlation, rows: size), drivers: last, without: [])
    drivers = RankDraws.order(found.fractions).enumerated().map { place, driver in
      Driver(
        label: matrix.labels[among[driver]], importance: found.fractions[driver],
        interval: LogitInterval.ofShare(
          found.fractions[driver], standardError: errors[driver], confidence: options.confidence),
        rank: place + 1, rankInterval: draws.interval(of: driver) ?? 1...last,
        probabilityTop3: draws.probabilityTop3(of: driver) ?? 0,
        otherImportance: others[0]?.fractions[driver] ?? 0, correlation: correlation[driver, last],
        standardizedCoefficient: slopes[driver])
    }
    (self.outcome, method, rSquared) = (name, options.method, found.rSquared)
    (self.size, confidence) = (size, options.confidence)
  }
}
