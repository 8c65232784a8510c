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
    for driver in drivers where driver.isTopUnused {
      flags.append(.unusedTop(driver: driver.id, highest: driver.highest))
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

/// What overlap and influence among the respondents who rated every driver call for.
extension DataQuality {
  static func flags(of collinearity: Collinearity?, _ influence: ResponseInfluence?, _ ids: [String])
    -> [QualityFlag]
  {
    var flags: [QualityFlag] = []
    for (driver, id) in ids.enumerated() {
      if let inflation = collinearity?.varianceInflation[driver], inflation >= 10 {
        flags.append(.inflated(driver: id, varianceInflation: inflation))
      }
    }
    for dependency in dependencies(collinearity, ids) where dependency.conditionIndex >= 30 {
      let involved = dependency.proportions.filter { $0.share > 0.5 }
      guard involved.count > 1 else { continue }
      flags.append(
        .nearDependency(conditionIndex: dependency.conditionIndex, drivers: involved.map(\.driver)))
    }
    if let largest = influence?.largestCooksDistance, largest > 0.5 {
      flags.append(.influential(cooksDistance: largest))
    }
    return flags
  }

  static func dependencies(_ collinearity: Collinearity?, _ ids: [String]) -> [Dependency] {
    guard let collinearity else { return [] }
    return collinearity.conditionIndices.enumerated().map { place, index in
      Dependency(
        conditionIndex: index, interceptShare: collinearity.varianceProportions[place, 0],
        proportions: ids.enumerated().map { driver, id in
          Proportion(driver: id, share: collinearity.varianceProportions[place, driver + 1])
        })
    }
  }
}
