import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

/// How often the models' intervals hold the truth that made the answers, over seeded samples.
///
/// With 200 samples, 99.8 % of such runs find between 89 and 99 % for intervals that hold in 95 % of samples.
@Suite(.tags(.simulation)) struct ModelCoverageTests {
  private static let slopes = [0.5, 0.2]
  private static let band = 0.89...0.995

  /// Ratings of two drivers that go together, and a group per respondent drawn from probabilities that follow from them.
  private static func sample(_ rows: Int, seed: UInt64, group: (_ linear: Double, _ chance: Double) -> Int)
    -> RatingSurvey
  {
    var generator = SeededGenerator(seed: seed, stream: 7)
    var survey = RatingSurvey(["d1", "d2"])
    var columns = [[Rating]](repeating: [], count: 3)
    for _ in 0..<rows {
      let common = generator.index(below: 6)
      let ratings = [common + generator.index(below: 6), common + generator.index(below: 6)]
      let linear = zip(slopes, ratings).reduce(0) { $0 + $1.0 * (Double($1.1) - 5) }
      for (column, value) in (ratings + [group(linear, generator.uniform())]).enumerated() {
        columns[column].append(Rating(value))
      }
    }
    for (name, column) in zip(["d1", "d2", "ltr"], columns) { survey.ratings[name] = column }
    return survey
  }

  static func logistic(_ value: Double) -> Double { 1 / (1 + exponential(-value)) }

  /// e to a power, by its series on a small part of it: the tests import no mathematics library.
  static func exponential(_ value: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for step in 1...20 {
      term *= value / 64 / Double(step)
      sum += term
    }
    return (0..<6).reduce(sum) { power, _ in power * power }
  }

  @Test func logitHoldsItsOddsRatios() throws {
    let truth = Self.slopes.map(Self.exponential)
    let draw = { (linear: Double, chance: Double) in chance < Self.logistic(linear) ? 10 : 3 }
    let large = Self.sample(40_000, seed: 999, group: draw)
    let effects = try LogisticAnalysis(of: large.survey, large.table).drivers.map(\.averageMarginalEffect)
    var held = [[Int]](repeating: [0, 0, 0], count: 2)
    for seed in 1...200 {
      let survey = Self.sample(150, seed: UInt64(seed), group: draw)
      for (place, driver) in try LogisticAnalysis(of: survey.survey, survey.table).drivers.enumerated() {
        let effect = try #require(effects[place])
        held[place][0] += driver.oddsRatio?.interval.contains(truth[place]) == true ? 1 : 0
        held[place][1] += driver.profileInterval?.contains(truth[place]) == true ? 1 : 0
        held[place][2] += driver.averageMarginalEffectInterval?.contains(effect) == true ? 1 : 0
      }
    }
    for count in held.joined() { #expect(Self.band.contains(Double(count) / 200), "\(held)") }
  }

  @Test func ordinalAndMultinomialHoldTheirOddsRatios() throws {
    let truth = Self.slopes.map(Self.exponential)
    var held = [[Int]](repeating: [0, 0, 0], count: 2)
    for seed in 1...200 {
      let ordered = Self.sample(150, seed: UInt64(seed)) { linear, chance in
        chance < Self.logistic(-1 - linear) ? 3 : chance < Self.logistic(1 - linear) ? 8 : 10
      }
      for (place, driver) in try OrdinalAnalysis(of: ordered.survey, ordered.table).drivers.enumerated() {
        held[place][0] += driver.oddsRatio?.interval.contains(truth[place]) == true ? 1 : 0
      }
      let nominal = Self.sample(150, seed: UInt64(seed)) { linear, chance in
        let (low, high) = (Self.exponential(-linear), Self.exponential(linear))
        return chance < low / (1 + low + high) ? 3 : chance < (low + 1) / (1 + low + high) ? 8 : 10
      }
      for (place, driver) in try MultinomialAnalysis(of: nominal.survey, nominal.table).drivers.enumerated() {
        held[place][1] += driver.oddsRatios[0]?.interval.contains(1 / truth[place]) == true ? 1 : 0
        held[place][2] += driver.oddsRatios[1]?.interval.contains(truth[place]) == true ? 1 : 0
      }
    }
    for count in held.joined() { #expect(Self.band.contains(Double(count) / 200), "\(held)") }
  }

  /// The shares and the places of both drivers; more drivers, and small shares: `ModelShareCoverageTests`.
  @Test(arguments: ModelShareMethod.allCases)
  func sharesHoldTheirTruth(method: ModelShareMethod) throws {
    let draw = { (linear: Double, chance: Double) in
      chance < Self.logistic(-1 - linear) ? 3 : chance < Self.logistic(1 - linear) ? 8 : 10
    }
    let large = Self.sample(40_000, seed: 999, group: draw)
    let none = ModelOptions(linear: DriverOptions(intervals: .none))
    let truth = try ModelShareAnalysis(of: large.survey, large.table, method: method, options: none)
    #expect(truth.drivers.map(\.id) == ["d1", "d2"])
    var (held, placed) = ([0, 0], 0)
    for seed in 1...200 {
      let survey = Self.sample(200, seed: UInt64(seed), group: draw)
      let found = try ModelShareAnalysis(of: survey.survey, survey.table, method: method)
      for (place, driver) in truth.drivers.enumerated() {
        let same = try #require(found.drivers.first { $0.id == driver.id })
        held[place] += same.interval?.contains(driver.importance) == true ? 1 : 0
        if place == 0 { placed += same.rankInterval?.contains(1) == true ? 1 : 0 }
      }
    }
    for count in held { #expect(Self.band.contains(Double(count) / 200), "\(held)") }
    #expect(placed >= 188, "\(placed)")
  }

  @Test func uniquePartsHoldTheirTruth() throws {
    let large = RatingSurvey.simulated(40_000, effects: [4, 2, 1], seed: 999)
    let none = DriverOptions(intervals: .none)
    let truth = try CommonalityTable(of: large.survey, large.table, options: none)
    let first = try #require(truth.drivers.first { $0.id == "d1" })
    var held = [0, 0]
    for seed in 1...100 {
      let survey = RatingSurvey.simulated(250, effects: [4, 2, 1], seed: UInt64(seed))
      let found = try CommonalityTable(
        of: survey.survey, survey.table, options: DriverOptions(intervals: .bootstrap, replicates: 200))
      let driver = try #require(found.drivers.first { $0.id == "d1" })
      held[0] += driver.uniqueInterval?.contains(first.unique) == true ? 1 : 0
      held[1] += driver.commonInterval?.contains(first.common) == true ? 1 : 0
    }
    for count in held { #expect((0.86...1).contains(Double(count) / 100), "\(held)") }
  }
}
