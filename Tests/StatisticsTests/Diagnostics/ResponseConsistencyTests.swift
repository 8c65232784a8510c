import Statistics
import TestSupport
import Testing

/// Consistency within a person against numpy's correlations, and what must hold of them.
@Suite struct ResponseConsistencyTests {
  private let rows: [[Double?]]
  private let expected: Oracle

  init() throws {
    let table = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
    let columns = table.columns((1...7).map { "d\($0)" })
    func copied(_ item: Int, _ other: Int, _ row: Int) -> Double {
      let shift = columns[other][row].truncatingRemainder(dividingBy: 3) - 1
      return min(10, max(0, columns[item][row] + shift))
    }
    rows = (0..<300).map { row in columns.map { $0[row] } + [copied(0, 4, row), copied(1, 5, row)] }
    expected = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/careless_consistency.json"))
  }

  private var holes: [[Double?]] {
    rows.enumerated().map { place, answers in
      var answers = answers
      if place % 3 == 0 { answers[place % 9] = nil }
      return answers
    }
  }

  private let scales = [[0, 1, 2], [3, 4], [5, 6], [7, 8]]
  private var pairs: [(Int, Int)] {
    let columns = (0..<9).map { item in rows.map { $0[item] ?? 0 } }
    return ResponseConsistency.synonyms(in: Covariance(of: columns).correlation, above: 0.35)
  }

  @Test func evenOddAgrees() {
    for (name, answers) in [("evenOdd", rows), ("evenOddWithHoles", holes)] {
      let found = answers.map { ResponseConsistency.evenOdd(of: $0, scales: scales) ?? 9 }
      #expect(worstError(of: found, with: expected[name].numbers(), floor: 1e-3) < 1e-12)
    }
  }

  @Test func synonymsAgree() {
    #expect(Double(pairs.count) == expected["pairs"].number)
    for (name, answers) in [("synonyms", rows), ("synonymsWithHoles", holes)] {
      let found = answers.map { ResponseConsistency.synonyms(of: $0, pairs: pairs) ?? 9 }
      #expect(worstError(of: found, with: expected[name].numbers(), floor: 1e-3) < 1e-12)
    }
  }

  @Test func agreementAndContradictionAreTheEnds() {
    let scales = [[0, 1], [2, 3], [4, 5]]
    #expect(ResponseConsistency.evenOdd(of: [1, 1, 5, 5, 9, 9], scales: scales) == 1)
    #expect(ResponseConsistency.evenOdd(of: [1, 9, 5, 5, 9, 1], scales: scales) == -1)
    #expect(ResponseConsistency.evenOdd(of: [7, 7, 7, 7, 7, 7], scales: scales) == nil)
    #expect(ResponseConsistency.evenOdd(of: [1, 1, 5, 5, nil, nil], scales: scales) == nil)
    #expect(ResponseConsistency.synonyms(of: [1, 2, 3], pairs: [(0, 1), (1, 2)]) == nil)
  }

  @Test func pairsTakeTheClosestItemsFirst() {
    let columns = (0..<9).map { item in rows.map { $0[item] ?? 0 } }
    let found = ResponseConsistency.pairs(in: Covariance(of: columns).correlation)
    // The copies of items 0 and 1 are the closest; every item is in one pair at most.
    #expect(Set(found.prefix(2)) == [[0, 7], [1, 8]])
    #expect(Set(found.flatMap { $0 }).count == 2 * found.count && found.count == 4)
    #expect(ResponseConsistency.pairs(in: .identity(4)).isEmpty)
  }
}
