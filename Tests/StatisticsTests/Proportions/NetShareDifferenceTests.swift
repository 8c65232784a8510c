import Statistics
import TestSupport
import Testing

@Suite struct NetShareDifferenceTests {
  private let oracle: NetPromoterOracle

  init() throws {
    oracle = try NetPromoterOracle()
  }

  @Test func firstAgainstLastWaveAgrees() throws {
    let expected = oracle.reference["wave_first_vs_last"]
    let first = try oracle.share(.init(column: "wave", value: 0))
    let last = try oracle.share(.init(column: "wave", value: 7))
    let change = NetShareDifference(last, minus: first, interval: .wald)
    let found = [change.value, change.standardError, change.statistic, change.pValue]
    #expect(worstError(of: found, with: expected.numbers(["diff", "se", "z", "p"])) < 1e-12)
    let limits = [change.interval.lowerBound, change.interval.upperBound]
    #expect(worstError(of: limits, with: expected["ci"].numbers()) < 1e-12)
  }

  @Test func tableOfWavesAgrees() throws {
    let expected = oracle.reference["wave_first_vs_last"]
    let table = [0.0, 7].map { wave in
      let tally = oracle.tally(where: "wave", is: wave)
      return NetShareTally.Side.allCases.map { Double(tally.count($0)) }
    }
    let test = try #require(IndependenceTest(of: table))
    #expect(test.degreesOfFreedom == 2)
    let expectedNumbers = expected.numbers(["chisq_3x2", "chisq_p"])
    #expect(worstError(of: [test.statistic, test.pValue], with: expectedNumbers) < 1e-12)
  }

  @Test func segmentsAgainstTheRestAgree() throws {
    let raw = try (0..<5).map { segment in
      let rest = (0..<5).filter { $0 != segment }.map { oracle.tally(where: "segment", is: Double($0)) }
      let one = try #require(NetShare(of: oracle.tally(where: "segment", is: Double(segment))))
      let others = try #require(NetShare(of: rest.reduce(NetShareTally(), +)))
      return NetShareDifference(one, minus: others).pValue
    }
    let expected = oracle.reference["p_adjust_segments_vs_rest", "raw"].numbers()
    #expect(worstError(of: raw, with: expected) < 1e-12)
  }

  @Test func homogeneityAgrees() throws {
    let expected = oracle.reference["heterogeneity_and_shrinkage"]
    let groups = try (0..<5).map { try oracle.share(.init(column: "segment", value: $0)) }
    let test = try #require(NetShareHomogeneity(of: groups))
    #expect(test.degreesOfFreedom == 4)
    #expect(worstError(of: [test.statistic, test.pValue], with: expected.numbers(["Q", "p"])) < 1e-10)
    #expect(NetShareHomogeneity(of: [groups[0]]) == nil)
  }

  /// 5 points, v = 0.7, 95 % and 80 %: 4,396 per wave.
  @Test func detectableChangeIsThePlanningFormula() throws {
    // P + D − N² = 0.7 with N = 0: 35 % on either side.
    let wave = try #require(NetShare(inFavour: 15386, between: 13188, against: 15386))
    let change = NetShareDifference(wave, minus: wave)
    #expect(
      (change.smallestDetectable() * Double(43960).squareRoot() - 0.05 * 4396.0.squareRoot()).magnitude < 1e-3
    )
    #expect(change.value == 0 && change.pValue == 1)
  }

  @Test func groupsOnOneSideStillHaveATest() throws {
    let fans = try #require(NetShare(inFavour: 40, between: 0, against: 0))
    let foes = try #require(NetShare(inFavour: 0, between: 0, against: 35))
    #expect(NetShareDifference(fans, minus: fans).pValue == 1)
    let apart = NetShareDifference(fans, minus: foes)
    #expect(apart.pValue < 1e-10 && apart.interval.upperBound <= 2 && apart.interval.lowerBound > 1.5)
  }

  @Test func orderTurnsTheSign() throws {
    let one = try #require(NetShare(inFavour: 30, between: 20, against: 10))
    let two = try #require(NetShare(inFavour: 10, between: 20, against: 25))
    for method in NetShareInterval.allCases {
      let forth = NetShareDifference(one, minus: two, interval: method)
      let back = NetShareDifference(two, minus: one, interval: method)
      #expect(forth.value == -back.value && forth.pValue == back.pValue)
      #expect((forth.interval.lowerBound + back.interval.upperBound).magnitude < 1e-12)
    }
  }
}
