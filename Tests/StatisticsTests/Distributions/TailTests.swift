import Foundation
import Statistics
import TestSupport
import Testing

/// Both tails of the distributions with incomplete gamma and beta functions against 50 digits.
@Suite struct TailTests {
  private let oracle: Oracle

  init() throws {
    oracle = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/tails_mpmath.json"))
  }

  /// The worst relative error and the case it belongs to.
  private func worst(_ cases: [Oracle], _ key: String, _ tail: (Oracle) -> Double) -> (Double, String) {
    var worst = (0.0, "")
    for entry in cases {
      let error = Agreement(tail(entry), with: entry[key].number).error
      if !(error <= worst.0) { worst = (error, entry.text) }
    }
    return worst
  }

  @Test func studentTails() {
    let cases = oracle["studentT"].list
    #expect(cases.count == 179)
    let upper = worst(cases, "upperTail") {
      StudentTDistribution(degreesOfFreedom: $0["degreesOfFreedom"].number).upperTail($0["t"].number)
    }
    #expect(upper.0 < 2e-15, "\(upper)")
  }

  @Test func chiSquaredTails() {
    let cases = oracle["chiSquared"].list
    #expect(cases.count == 155)
    let upper = worst(cases, "upperTail") {
      ChiSquaredDistribution(degreesOfFreedom: $0["degreesOfFreedom"].number).upperTail($0["x"].number)
    }
    let lower = worst(cases, "lowerTail") {
      ChiSquaredDistribution(degreesOfFreedom: $0["degreesOfFreedom"].number).cumulative($0["x"].number)
    }
    #expect(upper.0 < 2e-15, "\(upper)")
    #expect(lower.0 < 2e-15, "\(lower)")
  }

  @Test func fisherTails() {
    let cases = oracle["fisherF"].list
    #expect(cases.count == 126)
    func distribution(_ entry: Oracle) -> FisherFDistribution {
      FisherFDistribution(numerator: entry["numerator"].number, denominator: entry["denominator"].number)
    }
    let upper = worst(cases, "upperTail") { distribution($0).upperTail($0["f"].number) }
    let lower = worst(cases, "lowerTail") { distribution($0).cumulative($0["f"].number) }
    #expect(upper.0 < 2e-15, "\(upper)")
    #expect(lower.0 < 2e-15, "\(lower)")
  }

  /// Random points down to tails of 1e-300, with 1 to 1e7 degrees of freedom, whole or not.
  @Test(arguments: ["studentT", "chiSquared", "fisherF", "normal"])
  func randomTailsAndQuantiles(kind: String) throws {
    let rows = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/tails_dense.json"))[kind].list
    #expect(rows.count == 100)
    for row in rows.map({ $0.numbers() }) {
      let (x, lower, upper) = (row[2], row[3], row[4])
      let found = Tails(kind, row[0], row[1])
      #expect(worstError(of: [found.lower(x), found.upper(x)], with: [lower, upper]) < 2e-15, "\(row)")
      // A quantile is as good as its tail, which is rounded to a double, lets it be.
      let quantile = upper < lower ? found.upperQuantile(upper) : found.lowerQuantile(lower)
      let isMiddle = kind != "chiSquared" && kind != "fisherF" && upper > 0.4
      #expect(isMiddle || Agreement(quantile, with: x).error < 3e-15, "\(row)")
    }
  }

  @Test(arguments: [0.5, 1, 2, 4.5, 30, 1000, 1e6])
  func quantilesInvertTheTails(degreesOfFreedom: Double) {
    let student = StudentTDistribution(degreesOfFreedom: degreesOfFreedom)
    let squared = ChiSquaredDistribution(degreesOfFreedom: degreesOfFreedom)
    let ratio = FisherFDistribution(numerator: degreesOfFreedom, denominator: 7)
    for probability in [1e-12, 1e-4, 0.025, 0.3, 0.4999, 0.5, 0.77, 0.975] {
      let pairs = [
        (student.upperTail(student.upperQuantile(probability)), probability),
        (student.cumulative(student.quantile(probability)), probability),
        (squared.upperTail(squared.upperQuantile(probability)), probability),
        (squared.cumulative(squared.quantile(probability)), probability),
        (ratio.upperTail(ratio.upperQuantile(probability)), probability),
        (ratio.cumulative(ratio.quantile(probability)), probability),
      ]
      // A quantile is rounded once, which moves the tail by up to a bit for each point of x·density/tail.
      let worst = worstError(of: pairs.map(\.0), with: pairs.map(\.1))
      #expect(worst < (degreesOfFreedom > 1e5 ? 1e-12 : 1e-13), "\(probability): \(pairs)")
    }
  }

  @Test func distributionsMeetWhereTheyMust() {
    let normal = NormalDistribution.standard
    #expect(StudentTDistribution(degreesOfFreedom: .infinity).upperTail(2) == normal.upperTail(2))
    for place in [0.3, 1.7, 4.0, 9.0] {
      let student = StudentTDistribution(degreesOfFreedom: 17)
      let fisher = FisherFDistribution(numerator: 1, denominator: 17)
      #expect(Agreement(student.twoSided(place), with: fisher.upperTail(place * place)).error < 3e-14)
      let squared = ChiSquaredDistribution(degreesOfFreedom: 1)
      #expect(Agreement(normal.twoSided(place), with: squared.upperTail(place * place)).error < 3e-14)
    }
  }

  @Test func edges() {
    let squared = ChiSquaredDistribution(degreesOfFreedom: 3)
    #expect(squared.cumulative(0) == 0 && squared.upperTail(-1) == 1 && squared.upperTail(.infinity) == 0)
    #expect(squared.quantile(0) == 0 && squared.quantile(1) == .infinity)
    let fisher = FisherFDistribution(numerator: 3, denominator: 4)
    #expect(fisher.upperTail(0) == 1 && fisher.upperTail(.infinity) == 0 && fisher.upperTail(.nan).isNaN)
    let student = StudentTDistribution(degreesOfFreedom: 4)
    #expect(student.upperTail(0) == 0.5 && student.upperTail(.infinity) == 0 && student.quantile(0.5) == 0)
  }
}

/// The tails and quantiles of one distribution.
private struct Tails {
  let lower: (Double) -> Double
  let upper: (Double) -> Double
  let lowerQuantile: (Double) -> Double
  let upperQuantile: (Double) -> Double

  init(_ kind: String, _ first: Double, _ second: Double) {
    switch kind {
    case "studentT":
      let student = StudentTDistribution(degreesOfFreedom: first)
      (lower, upper) = (student.cumulative, student.upperTail)
      (lowerQuantile, upperQuantile) = (student.quantile, student.upperQuantile)
    case "chiSquared":
      let squared = ChiSquaredDistribution(degreesOfFreedom: first)
      (lower, upper) = (squared.cumulative, squared.upperTail)
      (lowerQuantile, upperQuantile) = (squared.quantile, squared.upperQuantile)
    case "fisherF":
      let ratio = FisherFDistribution(numerator: first, denominator: second)
      (lower, upper) = (ratio.cumulative, ratio.upperTail)
      (lowerQuantile, upperQuantile) = (ratio.quantile, ratio.upperQuantile)
    default:
      let normal = NormalDistribution.standard
      (lower, upper) = (normal.cumulative, normal.upperTail)
      (lowerQuantile, upperQuantile) = (normal.quantile, normal.upperQuantile)
    }
  }
}
