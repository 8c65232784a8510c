import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

/// Scores of respondents who were drawn in clusters and strata.
@Suite struct SampledScoreTests {
  /// Accounts with several contacts who agree with each other more often than not.
  private struct Accounts {
    var scores: [Int] = []
    var accounts: [Int32] = []
    var halves: [Int32] = []
    var weights: [Double] = []

    init(_ count: Int, seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      for account in 0..<count {
        let mood = generator.uniform()
        for _ in 0..<(2 + generator.index(below: 5)) {
          let level = generator.uniform() < 0.6 ? mood : generator.uniform()
          scores.append(Int((level * 11).rounded(.down)))
          accounts.append(Int32(account))
          halves.append(generator.uniform() < 0.5 ? 0 : 1)
          weights.append(0.5 + generator.uniform())
        }
      }
    }

    func survey(isClustered: Bool) -> Survey {
      let sampling = SamplingColumns(
        cluster: ColumnSource(name: "account"), stratum: ColumnSource(name: "country"))
      return Survey(
        title: LocalizedText("Accounts"), outcome: SampleSurvey.question("recommend"),
        segments: [Segment(id: "half", source: ColumnSource(name: "half"), label: LocalizedText("half"))],
        sampling: isClustered ? sampling : SamplingColumns())
    }

    var table: ResponseTable {
      let names = (0...(accounts.last ?? 0)).map { "account \($0)" }
      return ResponseTable(
        count: scores.count, ratings: ["recommend": scores.map { Rating($0) }],
        segments: [
          "cluster": .init(levels: names, indices: accounts),
          "stratum": .init(levels: ["A", "B"], indices: accounts.map { $0 % 2 }),
          "half": .init(levels: ["one", "two"], indices: halves),
        ], weights: weights)
    }

    var signs: [Double] { scores.map { $0 >= 9 ? 1 : $0 <= 6 ? -1 : 0 } }
  }

  @Test func theStandardErrorIsThatOfTheDesign() throws {
    let accounts = Accounts(80, seed: 4)
    let found = try ScoreAnalysis(of: accounts.survey(isClustered: true), accounts.table)
    let design = SamplingDesign(
      rows: accounts.scores.count, strata: accounts.accounts.map { Int($0) % 2 },
      clusters: accounts.accounts.map { Int($0) })
    let expected = design.standardErrorsOfMeans([accounts.signs], weights: accounts.weights)[0]
    let score = try #require(found.total)
    #expect(Agreement(score.standardError, with: 100 * expected).error < 1e-12)
    #expect(found.design?.clusters == 80)
    #expect(found.design?.strata == 2)
    let plain = try ScoreAnalysis(of: accounts.survey(isClustered: false), accounts.table)
    #expect(plain.design == nil)
    #expect(score.value == plain.total?.value)
    let width = { (score: NetPromoterScore) in score.interval.upperBound - score.interval.lowerBound }
    #expect(try width(score) > 1.2 * width(#require(plain.total)))
  }

  /// Two groups that share their accounts: the error of the difference is that of the difference of linearised values.
  @Test func aDifferenceKnowsThatGroupsShareClusters() throws {
    let accounts = Accounts(80, seed: 5)
    let found = try ScoreAnalysis(of: accounts.survey(isClustered: true), accounts.table, by: ["half"])
    let design = SamplingDesign(
      rows: accounts.scores.count, strata: accounts.accounts.map { Int($0) % 2 },
      clusters: accounts.accounts.map { Int($0) })
    var sums = [[Double]](repeating: [0], count: design.clusterCount)
    for (half, sign) in [(Int32(0), 1.0), (1, -1)] {
      let rows = accounts.scores.indices.filter { accounts.halves[$0] == half }
      let total = rows.reduce(0.0) { $0 + accounts.weights[$1] }
      let mean = rows.reduce(0.0) { $0 + accounts.weights[$1] * accounts.signs[$1] } / total
      for row in rows {
        sums[design.clusters[row]][0] += sign * accounts.weights[row] * (accounts.signs[row] - mean) / total
      }
    }
    let error = 100 * design.covariance(ofSums: sums)[0, 0].squareRoot()
    let difference = try #require(found.segments.first?.againstRest)
    let expected = NormalDistribution.standard.twoSided(difference.value / error)
    #expect(Agreement(difference.pValue, with: expected).error < 1e-9)
  }

  /// How often the interval holds the true score, over 1,000 seeded samples: with the accounts, and taken for independent.
  @Test(.tags(.simulation)) func intervalsHoldTheTruth() throws {
    let large = Accounts(100_000, seed: 77)
    let truth = try #require(ScoreAnalysis(of: large.survey(isClustered: false), large.table).total).value
    var (held, naive) = (0, 0)
    for seed in 1...1000 {
      let sample = Accounts(60, seed: UInt64(seed))
      for isClustered in [true, false] {
        let found = try ScoreAnalysis(of: sample.survey(isClustered: isClustered), sample.table)
        let isHeld = try #require(found.total).interval.contains(truth)
        if isClustered { held += isHeld ? 1 : 0 } else { naive += isHeld ? 1 : 0 }
      }
    }
    #expect((925...975).contains(held), "\(held)")
    #expect(naive < 900, "\(naive)")
  }
}
