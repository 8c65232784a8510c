internal import Statistics
internal import SurveyModel

/// The rankings of a panel that are more than another option of `DriverAnalysis`.
extension SensitivityRankings {
  var personCentred: Result<SensitivityPanel.Ranking, Impossible> {
    guard data.count > 2, let complete else { return .failure(Impossible(reason: .tooFewRespondents)) }
    var columns = data.drivers.indices.map { driver in
      let scale = data.drivers[driver].scale
      return complete.columns[driver].map {
        ($0 - Double(scale.codes.lowerBound)) / Double(scale.length)
      }
    }
    for row in 0..<complete.rows {
      let mean = columns.reduce(0) { $0 + $1[row] } / Double(columns.count)
      for driver in columns.indices { columns[driver][row] -= mean }
    }
    let covariance = Covariance(of: columns + [complete.columns[data.count]], weights: complete.weights)
    let shares = DriverModel.shares(
      of: [data.count], in: covariance, drivers: data.count, by: .shapley)
    guard let shares = shares[0] else { return .failure(Impossible(reason: .tooFewRespondents)) }
    guard 4 * shares.rSquared >= reported.rSquared else {
      return .failure(Impossible(reason: .littleExplained))
    }
    // Centred ratings sum to zero, so one that goes against the outcome only says that the others matter more.
    let correlations = data.drivers.indices.map { covariance.correlation[$0, data.count] }
    let positive = zip(shares.fractions, correlations).map { $1 > 0 ? $0 : 0 }
    let total = positive.reduce(0, +)
    let parts = positive.map { total > 0 ? $0 / total : 0 }
    let scores = zip(parts, correlations).map { $1 > 0 ? $0 : $1 }
    return .success(
      ranking(
        by: .personCentred, shares: inPanelOrder(parts), scores: inPanelOrder(scores),
        rSquared: shares.rSquared, size: complete.rows))
  }

  func logistic(
    _ outcome: OutcomeKind, _ choice: SensitivityChoice
  ) -> Result<SensitivityPanel.Ranking, Impossible> {
    guard let column = data.column(of: outcome) else { return .failure(Impossible(reason: .noGroups)) }
    guard let complete else { return .failure(Impossible(reason: .tooFewRespondents)) }
    let (flags, drivers) = (
      complete.columns[column].map { $0 == 1 }, Array(complete.columns[..<data.count])
    )
    let isSmall =
      data.count <= LogisticShapley.mostPredictors
      && complete.rows << data.count <= options.mostLogisticWork
    return modelled(by: choice, isExact: isSmall, size: complete.rows) {
      if isSmall {
        let fitted = try LogisticShapley(of: flags, on: drivers, weights: complete.weights)
        return (fitted.shares(), fitted.total())
      }
      let fitted = try LogisticRelativeWeights(of: flags, on: drivers, weights: complete.weights)
      return (fitted.shares, fitted.rSquared)
    }
  }

  /// A ranking by shares of a model's R², or why the model cannot be fitted.
  private func modelled(
    by choice: SensitivityChoice, isExact: Bool, size: Int,
    _ fit: () throws -> (shares: [Double], total: Double)
  ) -> Result<SensitivityPanel.Ranking, Impossible> {
    do {
      let (shares, total) = try fit()
      return .success(
        ranking(
          by: choice, shares: inPanelOrder(shares.map { total > 0 ? $0 / total : 0 }), rSquared: total,
          size: size, usesRelativeWeights: !isExact))
    } catch {
      return .failure(Impossible(reason: .tooFewRespondents))
    }
  }

  /// Detractors, passives and promoters as three ordered groups.
  var ordinal: Result<SensitivityPanel.Ranking, Impossible> {
    guard let promoters = data.column(of: .promoter), let detractors = data.column(of: .detractor) else {
      return .failure(Impossible(reason: .noGroups))
    }
    guard let complete else { return .failure(Impossible(reason: .tooFewRespondents)) }
    let groups = (0..<complete.rows).map { row in
      1 + Int(complete.columns[promoters][row]) - Int(complete.columns[detractors][row])
    }
    let drivers = Array(complete.columns[..<data.count])
    let isSmall =
      data.count <= OrdinalShapley.mostTerms
      && complete.rows << data.count <= options.mostLogisticWork / 4
    return modelled(by: .ordinalLogit, isExact: isSmall, size: complete.rows) {
      if isSmall {
        let fitted = try OrdinalShapley(of: groups, on: drivers, weights: complete.weights)
        return (fitted.shares, fitted.total)
      }
      let fitted = try LogisticRelativeWeights(ofOrdered: groups, on: drivers, weights: complete.weights)
      return (fitted.shares, fitted.rSquared)
    }
  }

  var car: Result<SensitivityPanel.Ranking, Impossible> {
    do {
      let covariance = try DriverModel(data, .expectationMaximization).covariance
      let scores = try LinearMeasures(of: data.count, in: covariance, drivers: Array(0..<data.count))
        .carScores
      let explained = scores.reduce(0) { $0 + $1 * $1 }
      let positive = scores.map { $0 > 0 ? $0 * $0 : 0 }
      let total = positive.reduce(0, +)
      return .success(
        ranking(
          by: .car, shares: inPanelOrder(positive.map { total > 0 ? $0 / total : 0 }),
          scores: inPanelOrder(scores), rSquared: explained, size: data.base.size))
    } catch {
      return .failure(Impossible(reason: .tooFewRespondents))
    }
  }

  /// Shapley shares of each of five completed tables, averaged.
  var imputed: Result<SensitivityPanel.Ranking, Impossible> {
    let ratings = data.columns.columns[...data.count].map { column in
      column.map { $0 == IntegerColumns.missing ? nil : Double($0) }
    }
    let missing = ratings.reduce(0) { sum, column in sum + column.count { $0 == nil } }
    guard missing * data.count <= options.mostImputationWork else {
      return .failure(Impossible(reason: .tooLarge))
    }
    let copies = MultipleImputation(of: ratings, copies: 5, rounds: 5, weights: data.weights).completed
    let found = copies.compactMap { copy in
      DriverModel.shares(
        of: [data.count], in: Covariance(of: copy, weights: data.weights), drivers: data.count, by: .shapley)[
          0]
    }
    guard !found.isEmpty else { return .failure(Impossible(reason: .tooFewRespondents)) }
    let count = Double(found.count)
    let shares = (0..<data.count).map { driver in
      found.reduce(0) { $0 + $1.fractions[driver] } / count
    }
    return .success(
      ranking(
        by: .multipleImputation, shares: inPanelOrder(shares),
        rSquared: found.reduce(0) { $0 + $1.rSquared } / count, size: data.base.size))
  }
}
