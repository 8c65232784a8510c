internal import Statistics
internal import SurveyModel

/// What a reader of a ranking must know about its drivers and its base.
struct DriverFindings {
  /// The findings in a fixed order: drivers left out, drivers ranked, the base.
  let all: [DriverFinding]
  /// Drivers that have no coefficient of their own because another one has the same ratings.
  let duplicates: Set<Int>

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
    findings += DriverFindings.directions(data, correlation, outcome: outcome, options)
    findings += DriverFindings.oppositions(data, model.covariance)
    findings += DriverFindings.unusedTops(data)
    if 2 * data.completeCases < data.base.size {
      findings.append(.fewCompleteCases(complete: data.completeCases, of: data.base.size))
    }
    let size = options.missing == .completeCases ? data.completeCases : data.base.size
    if size < 50 + 8 * data.count {
      findings.append(.smallBase(size: size, advised: 50 + 8 * data.count))
    }
    if model.isUnstable { findings.append(.unstableCovariance) }
    findings += DriverFindings.fewClusters(model.design)
    all = findings
  }

  /// That there are few clusters, where there are.
  static func fewClusters(_ design: SamplingDesign?) -> [DriverFinding] {
    guard let design, design.degreesOfFreedom < DesignSummary.fewClusters else { return [] }
    return [.fewClusters(clusters: design.clusterCount)]
  }

  /// Drivers that go against the outcome, or the outcome where three or more drivers all do.
  private static func directions(
    _ data: DriverData, _ correlation: Matrix, outcome: Int, _ options: DriverOptions
  ) -> [DriverFinding] {
    let found = data.drivers.indices.compactMap { driver -> DriverFinding? in
      let value = correlation[driver, outcome] * direction(options.outcome)
      guard value <= -data.base.clearCorrelation else { return nil }
      return .reversed(driver: data.drivers[driver].id, correlation: correlation[driver, outcome])
    }
    return found.count > 2 && found.count == data.count ? [.reversedOutcome(drivers: data.count)] : found
  }

  /// Drivers that go against the sum of the others, each in parts of its scale.
  private static func oppositions(_ data: DriverData, _ covariance: Covariance) -> [DriverFinding] {
    guard data.count > 2 else { return [] }
    let lengths = data.drivers.map { Double($0.scale.length) }
    func element(_ row: Int, _ column: Int) -> Double {
      covariance.matrix[row, column] / (lengths[row] * lengths[column])
    }
    return data.drivers.indices.compactMap { driver in
      let others = data.drivers.indices.filter { $0 != driver }
      let cross = others.reduce(0) { $0 + element(driver, $1) }
      let rest = others.reduce(0) { sum, row in others.reduce(sum) { $0 + element(row, $1) } }
      guard rest > 0, element(driver, driver) > 0 else { return nil }
      let found = cross / (rest * element(driver, driver)).squareRoot()
      guard found <= -data.base.clearCorrelation else { return nil }
      return .opposed(driver: data.drivers[driver].id, itemRestCorrelation: found)
    }
  }

  /// Drivers, and the outcome, whose answers all stay in the lower part of the scale.
  private static func unusedTops(_ data: DriverData) -> [DriverFinding] {
    let answered = data.answered + [data.base.size]
    return (data.drivers + [data.outcome]).enumerated().compactMap { place, question in
      let highest = DriverData.rawRange(of: data.columns.columns[place], on: question.scale).upperBound
      let scale = question.scale.minimum...question.scale.maximum
      guard UnusedTop.holds(highest: highest, of: scale, answered: answered[place]) else { return nil }
      return .unusedTop(question: question.id, highest: highest, maximum: question.scale.maximum)
    }
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

extension Base {
  /// How strong a correlation must be to say in which direction it goes: 0.1, and twice its standard error.
  var clearCorrelation: Double { max(0.1, 2 / effectiveSize.squareRoot()) }
}
