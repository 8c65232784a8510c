import Statistics
import TestSupport
import Testing

@Suite struct NetShareTests {
  private let oracle: NetPromoterOracle

  init() throws {
    oracle = try NetPromoterOracle()
  }

  @Test(arguments: NetPromoterOracle.blocks)
  func unweightedAgrees(block: NetPromoterOracle.Block) throws {
    let expected = oracle.expected(block)
    let share = try oracle.share(block)
    #expect(share.count == Int(expected["n"].number))
    let keys = ["nps", "var_per_respondent", "se"]
    let found = [share.value, share.variancePerRespondent, share.standardError]
    #expect(worstError(of: found, with: expected.numbers(keys)) < 1e-12)
    for (method, key, tolerance) in [
      (NetShareInterval.wald, "wald", 1e-12), (.adjustedWald, "adjusted_wald_3q_3h_3q", 1e-12),
      (.score, "score", 1e-8),
    ] {
      let interval = share.interval(method)
      let limits = [interval.lowerBound, interval.upperBound]
      #expect(worstError(of: limits, with: expected[key].numbers(), floor: 0.1) < tolerance, "\(method)")
    }
  }

  @Test(arguments: NetPromoterOracle.blocks)
  func weightedAgrees(block: NetPromoterOracle.Block) throws {
    let expected = oracle.expected(block)["weighted"]
    let share = try oracle.share(block, weighted: true)
    let found = [
      share.value, share.standardError, share.effectiveCount, share.designEffect,
      (share.variancePerRespondent / share.effectiveCount).squareRoot(),
    ]
    let keys = ["nps", "se_linearised", "kish_neff", "kish_deff", "se_kish"]
    #expect(worstError(of: found, with: expected.numbers(keys)) < 1e-10)
  }

  @Test(arguments: NetPromoterOracle.blocks)
  func shareIntervalsAgree(block: NetPromoterOracle.Block) throws {
    let expected = oracle.expected(block)
    let share = try oracle.share(block)
    let count = Double(share.count)
    let kinds = [("promoter", share.inFavour), ("passive", share.between), ("detractor", share.against)]
    for (name, value) in kinds where name != "passive" {
      let interval = ShareInterval.wilson(share: value, count: count)
      let limits = [interval.lowerBound, interval.upperBound]
      #expect(worstError(of: limits, with: expected["wilson_\(name)"].numbers()) < 1e-12)
    }
    for (kind, interval) in zip(kinds, ShareInterval.goodman(shares: kinds.map(\.1), count: count)) {
      let limits = [interval.lowerBound, interval.upperBound]
      #expect(worstError(of: limits, with: expected["goodman", kind.0].numbers()) < 1e-12)
    }
  }

  @Test(arguments: NetPromoterOracle.blocks)
  func logitIntervalOfWeightedSharesAgrees(block: NetPromoterOracle.Block) throws {
    // The promoters' share is a net share with nobody against.
    let scores = oracle.data.column("ltr")
    let weights = oracle.data.column("w")
    let keys = block.column.map { oracle.data.column($0) }
    var tally = NetShareTally()
    for row in scores.indices where keys.map({ $0[row] == Double(block.value) }) ?? true {
      tally.add(scores[row] >= 9 ? .inFavour : .between, weight: weights[row])
    }
    let share = try #require(NetShare(of: tally))
    let interval = ShareInterval.logit(
      share: share.value, standardError: share.standardError, degreesOfFreedom: Double(share.count - 1))
    let limits = [interval.lowerBound, interval.upperBound]
    let expected = oracle.expected(block)["weighted", "ci_promoter_logit"].numbers()
    #expect(worstError(of: limits, with: expected) < 1e-9)
  }

  @Test func weightTwoIsTheRowTwice() throws {
    var weighted = NetShareTally()
    var repeated = NetShareTally()
    for (side, weight) in [(NetShareTally.Side.inFavour, 2), (.between, 1), (.against, 3), (.inFavour, 1)] {
      weighted.add(side, weight: Double(weight))
      repeated.add(side, count: weight)
    }
    let (one, two) = try (#require(NetShare(of: weighted)), #require(NetShare(of: repeated)))
    #expect((one.value - two.value).magnitude < 1e-15)
    #expect((one.between - two.between).magnitude < 1e-15)
  }

  @Test func equalWeightsAreNone() throws {
    var weighted = NetShareTally()
    weighted.add(.inFavour, weight: 0.1, count: 12)
    weighted.add(.between, weight: 0.1, count: 5)
    weighted.add(.against, weight: 0.1, count: 3)
    #expect(NetShare(of: weighted) == NetShare(inFavour: 12, between: 5, against: 3))
  }

  @Test func weightsAreRelative() throws {
    func share(_ scale: Double) throws -> NetShare {
      var tally = NetShareTally()
      tally.add(.inFavour, weight: 1.5 * scale, count: 7)
      tally.add(.against, weight: 0.5 * scale, count: 4)
      return try #require(NetShare(of: tally))
    }
    #expect(try (share(1).standardError - share(1000).standardError).magnitude < 1e-15)
    #expect(try (share(1).effectiveCount - share(1000).effectiveCount).magnitude < 1e-12)
  }

  @Test func weightsOfNothingAddNobody() {
    var tally = NetShareTally()
    for weight in [0, -1, Double.nan, .infinity] { tally.add(.inFavour, weight: weight) }
    #expect(tally == NetShareTally())
    #expect(NetShare(of: tally) == nil)
  }

  @Test func partsAddUpToTheWhole() throws {
    let parts = (0..<5).map { oracle.tally(where: "segment", is: Double($0), weighted: true) }
    let pooled = try #require(NetShare(of: parts.reduce(NetShareTally(), +)))
    let whole = try #require(NetShare(of: oracle.tally(weighted: true)))
    #expect(pooled.count == whole.count)
    #expect((pooled.value - whole.value).magnitude < 1e-13)
    #expect((pooled.standardError - whole.standardError).magnitude < 1e-13)
  }

  @Test func oneSidedAndSingle() throws {
    let all = try #require(NetShare(inFavour: 40, between: 0, against: 0))
    #expect(all.value == 1 && all.standardError == 0)
    #expect(all.interval(.wald) == 1...1)
    #expect(all.interval(.adjustedWald).lowerBound < 0.99)
    #expect(all.interval(.score).upperBound == 1)
    #expect(all.interval(.score).lowerBound > 0.8 && all.interval(.score).lowerBound < 0.95)
    let one = try #require(NetShare(inFavour: 0, between: 0, against: 1))
    #expect(one.value == -1)
    #expect(one.interval(.adjustedWald).contains(0))
  }
}
