import Statistics
import TestSupport
import Testing

@Suite struct RankCorrelationTests {
  @Test(arguments: [ImportanceOracle.attitude, .synthetic])
  func bothAgreeWithTheReference(_ oracle: ImportanceOracle) throws {
    let (columns, numbers) = (try oracle.columns(), try oracle.numbers())
    let names = oracle.drivers + [oracle.outcome]
    for (row, name) in names.enumerated() {
      let found = columns.map { RankCorrelation(of: columns[row], with: $0) }
      let spearman = numbers["spearman", "value", name].numbers(names)
      #expect(worstError(of: found.map(\.spearman), with: spearman) < 1e-12, "\(name)")
      let kendall = numbers["kendall_tau_b", "value", name].numbers(names)
      #expect(worstError(of: found.map(\.kendall), with: kendall) < 1e-12, "\(name)")
    }
  }

  @Test func weightTwoIsTheRowTwice() throws {
    let columns = try ImportanceOracle.attitude.columns()
    let weights = columns[0].indices.map { Double($0 % 3) }
    let rows = columns[0].indices.flatMap { Array(repeating: $0, count: $0 % 3) }
    let weighted = RankCorrelation(of: columns[0], with: columns[6], weights: weights)
    let repeated = RankCorrelation(of: rows.map { columns[0][$0] }, with: rows.map { columns[6][$0] })
    #expect(Agreement(weighted.spearman, with: repeated.spearman).error < 1e-13)
    #expect(Agreement(weighted.kendall, with: repeated.kendall).error < 1e-13)
  }

  @Test func onlyTheOrderCounts() {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let other = [2.0, 7, 1, 8, 2, 8, 1, 8]
    let plain = RankCorrelation(of: values, with: other)
    #expect(RankCorrelation(of: values.map { $0 * $0 * $0 }, with: other) == plain)
    let same = RankCorrelation(of: values, with: values.map { 2 * $0 + 1 })
    #expect(Agreement(same.spearman, with: 1).error < 1e-15 && Agreement(same.kendall, with: 1).error < 1e-15)
    let turned = RankCorrelation(of: values, with: other.map { -$0 })
    #expect(Agreement(turned.kendall, with: -plain.kendall).error < 1e-15)
  }

  @Test func aColumnThatDoesNotVaryHasNone() {
    let found = RankCorrelation(of: [1, 2, 3], with: [4, 4, 4])
    #expect(found.spearman == 0 && found.kendall == 0)
  }
}
