internal import Statistics

extension DataQuality {
  /// What the respondents' patterns call for.
  static func flags(of careless: CarelessResponses, complete: Int, items: Int) -> [QualityFlag] {
    var flags: [QualityFlag] = []
    if items < CarelessResponses.fewestItems { flags.append(.tooFewItems(items)) }
    if !careless.straightLined.isEmpty {
      flags.append(.straightLining(count: careless.straightLined.count, of: careless.count))
    }
    // A few repeats come about by chance where items are few.
    if !careless.duplicates.isEmpty, 100 * careless.duplicates.count >= careless.count {
      flags.append(.duplicates(count: careless.duplicates.count, of: careless.count))
    }
    if Double(careless.improbable.count) > max(2, 3 * CarelessResponses.improbable * Double(complete)) {
      flags.append(.improbable(count: careless.improbable.count, of: complete))
    }
    return flags
  }

  /// What the drivers call for.
  static func flags(of drivers: [Driver], firstShare: Double?) -> [QualityFlag] {
    var flags: [QualityFlag] = []
    if let firstShare, drivers.count > 2, firstShare >= 0.6 { flags.append(.halo(firstShare: firstShare)) }
    for driver in drivers {
      if let rest = driver.itemRestCorrelation, rest < 0, drivers.count > 2 {
        flags.append(.reversed(driver: driver.id, itemRestCorrelation: rest))
      }
    }
    for driver in drivers {
      if driver.ceilingShare >= 0.5 {
        flags.append(.ceiling(driver: driver.id, share: driver.ceilingShare))
      }
      if driver.floorShare >= 0.5 { flags.append(.floor(driver: driver.id, share: driver.floorShare)) }
    }
    return flags
  }
}

/// Collinearity and influence among the respondents who rated every driver.
struct CompleteDiagnostics {
  let collinearity: Collinearity
  let largestCooksDistance: Double?

  /// Nil where there are fewer than two more complete cases than drivers.
  init?(_ data: DriverData) {
    let (columns, weights) = data.completeRows()
    guard columns.rows > data.count + 1 else { return nil }
    let ratings = columns.columns.map { $0.map { Double($0) } }
    let drivers = Array(ratings[..<data.count])
    collinearity = Collinearity(of: drivers, weights: weights)
    do {
      let influence = try RegressionInfluence(of: ratings[data.count], on: drivers, weights: weights)
      largestCooksDistance = influence.cooksDistances.filter { !$0.isNaN }.max()
    } catch {
      largestCooksDistance = nil
    }
  }

  /// What collinearity and influence call for.
  func flags(_ ids: [String]) -> [QualityFlag] {
    var flags: [QualityFlag] = []
    for (driver, id) in ids.enumerated() {
      if let inflation = collinearity.varianceInflation[driver], inflation >= 10 {
        flags.append(.inflated(driver: id, varianceInflation: inflation))
      }
    }
    for (place, index) in collinearity.conditionIndices.enumerated() where index >= 30 {
      let involved = ids.indices.filter { collinearity.varianceProportions[place, $0 + 1] > 0.5 }
      guard involved.count > 1 else { continue }
      flags.append(.nearDependency(conditionIndex: index, drivers: involved.map { ids[$0] }))
    }
    if let largest = largestCooksDistance, largest > 0.5 {
      flags.append(.influential(cooksDistance: largest))
    }
    return flags
  }
}
