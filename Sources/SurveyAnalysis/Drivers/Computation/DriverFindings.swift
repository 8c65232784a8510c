internal import Statistics
internal import SurveyModel

/// What a reader of a ranking must know about its drivers and its base.
struct DriverFindings {
  /// The findings in a fixed order: drivers left out, drivers ranked, the base.
  let all: [DriverFinding]
  /// Drivers that have no coefficient of their own because another one has the same ratings.
  let duplicates: Set<Int>

  /// A negative correlation counts where it is at least this strong and twice its standard error.
  private static let reversedCorrelation = 0.1

  init(_ data: DriverData, _ model: DriverModel, outcome: Int, _ options: DriverOptions) {
    var findings = data.leftOut
    let pairs = DriverFindings.duplicates(data)
    duplicates = Set(pairs.keys)
    let coefficients = DriverModel.coefficients(
      of: outcome, in: model.covariance, drivers: data.count, without: duplicates)
    let correlation = model.covariance.correlation
    for (driver, question) in data.drivers.enumerated() {
      if let first = pairs[driver] {
        findings.append(.duplicate(driver: question.id, of: data.drivers[first].id))
      } else if coefficients[driver] == nil {
        findings.append(.collinear(driver: question.id))
      }
    }
    for (driver, question) in data.drivers.enumerated() {
      let found = correlation[driver, outcome] * DriverFindings.direction(options.outcome)
      let limit = max(DriverFindings.reversedCorrelation, 2 / data.base.effectiveSize.squareRoot())
      if found <= -limit { findings.append(.reversed(driver: question.id, correlation: found)) }
    }
    if 2 * data.completeCases < data.base.size {
      findings.append(.fewCompleteCases(complete: data.completeCases, of: data.base.size))
    }
    let size = options.missing == .completeCases ? data.completeCases : data.base.size
    if size < 50 + 8 * data.count {
      findings.append(.smallBase(size: size, advised: 50 + 8 * data.count))
    }
    if model.isUnstable { findings.append(.unstableCovariance) }
    all = findings
  }

  /// The sign a good driver's correlation has.
  private static func direction(_ outcome: OutcomeKind) -> Double { outcome == .detractor ? -1 : 1 }

  /// Drivers whose ratings equal those of an earlier one wherever both are there, in at least two rows.
  private static func duplicates(_ data: DriverData) -> [Int: Int] {
    var pairs: [Int: Int] = [:]
    let columns = data.columns.columns
    for driver in 0..<data.count {
      pairs[driver] = (0..<driver).first { areEqual(columns[driver], columns[$0]) }
    }
    return pairs
  }

  private static func areEqual(_ first: [Int16], _ second: [Int16]) -> Bool {
    var common: Set<Int16> = []
    for row in first.indices
    where first[row] != IntegerColumns.missing && second[row] != IntegerColumns.missing {
      guard first[row] == second[row] else { return false }
      if common.count < 2 { common.insert(first[row]) }
    }
    return common.count > 1
  }
}
