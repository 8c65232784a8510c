import Statistics

/// What a survey of very many of the simulated customers, all of whom answer everything, would find.
struct Truth {
  /// How many customers are drawn.
  static let respondents = 2_000_000
  static let seed: UInt64 = 7

  private var columns = [[Int16]](repeating: [], count: Population.drivers.count + 3)
  private var weights: [Double] = []
  private var scores = ScoreSums()

  /// Draws the customers.
  init() {
    var generator = SeededGenerator(seed: Truth.seed)
    let waves = Population.waves.count
    for index in 0..<Truth.respondents {
      add(Respondent(wave: index * waves / Truth.respondents, from: &generator))
    }
  }

  private mutating func add(_ respondent: Respondent) {
    let drivers = Population.drivers.count
    for (driver, rating) in respondent.ratings.enumerated() { columns[driver].append(Int16(rating)) }
    columns[drivers].append(Int16(respondent.score))
    columns[drivers + 1].append(respondent.score >= 9 ? 1 : 0)
    columns[drivers + 2].append(respondent.score <= 6 ? 1 : 0)
    weights.append(Double(respondent.hundredthsOfWeight) / 100)
    scores.add(respondent)
  }

  /// The truth as JSON with four decimals.
  func json() throws -> JSONText {
    let drivers = Population.drivers.map(\.id)
    let sums = CrossProducts(of: IntegerColumns(rows: weights.count, columns: columns), weights: weights)
    let outcomes = [drivers.count, drivers.count + 1, drivers.count + 2]
    let shapley = try ShapleyImportance.sharing(
      outcomes, in: Covariance(sums), drivers: Array(drivers.indices))
    let order = drivers.indices.sorted { shapley[0].shares[$0] > shapley[0].shares[$1] }
    return .object([
      ("simulated", .text("true", quoted: false)),
      ("respondents", .whole(Export.respondentsPerWave * Population.waves.count)),
      ("seed", .whole(Int(Export.seed))),
      ("truthFromRespondents", .whole(Truth.respondents)),
      ("truthSeed", .whole(Int(Truth.seed))),
      ("coefficients", .object(Population.drivers.map { ($0.id, .number($0.effect)) })),
      ("basicFactor", Truth.factor(Population.basicFactor, sign: -1)),
      ("excitementFactor", Truth.factor(Population.excitementFactor, sign: 1)),
      ("rSquared", .number(shapley[0].rSquared)),
      ("order", .list(order.map { .text(drivers[$0]) })),
      ("importance", Truth.shares(shapley[0])),
      ("promoterImportance", Truth.shares(shapley[1])),
      ("detractorImportance", Truth.shares(shapley[2])),
      ("nps", .number(scores.total)),
      ("npsOfWave", .object(zip(Population.waves, scores.waves).map { ($0.name, .number($1)) })),
      ("npsOfRegion", .object(zip(Population.regions, scores.regions).map { ($0.code, .number($1)) })),
    ])
  }

  private static func factor(
    _ factor: (driver: String, threshold: Int, points: Double), sign: Double
  ) -> JSONText {
    .object([
      ("driver", .text(factor.driver)), ("threshold", .whole(factor.threshold)),
      ("pointsPerRating", .number(sign * factor.points)),
    ])
  }

  private static func shares(_ shapley: ShapleyImportance) -> JSONText {
    .object(zip(Population.drivers, shapley.fractions).map { ($0.id, .number($1)) })
  }
}

/// Weighted net promoter scores of all, per wave and per region, −100…100.
private struct ScoreSums {
  /// Sums in hundredths of a weight, so that they are exact.
  private struct Sum {
    var balance = 0
    var weight = 0
    var score: Double { weight == 0 ? 0 : 100 * Double(balance) / Double(weight) }
  }

  private var all = Sum()
  private var perWave = [Sum](repeating: Sum(), count: Population.waves.count)
  private var perRegion = [Sum](repeating: Sum(), count: Population.regions.count)

  var total: Double { all.score }
  var waves: [Double] { perWave.map(\.score) }
  var regions: [Double] { perRegion.map(\.score) }

  mutating func add(_ respondent: Respondent) {
    let weight = respondent.hundredthsOfWeight
    let balance = respondent.score >= 9 ? weight : respondent.score <= 6 ? -weight : 0
    ScoreSums.add(weight, balance, to: &all)
    ScoreSums.add(weight, balance, to: &perWave[respondent.wave])
    ScoreSums.add(weight, balance, to: &perRegion[respondent.region])
  }

  private static func add(_ weight: Int, _ balance: Int, to sum: inout Sum) {
    sum.weight += weight
    sum.balance += balance
  }
}
