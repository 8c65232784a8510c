import Statistics
import TestSupport
import Testing

@Suite struct DominanceReproducibilityTests {
  private static func columns(_ rows: Int, effects: [Double], seed: UInt64) -> IntegerColumns {
    var generator = SeededGenerator(seed: seed)
    var columns = [[Int16]](repeating: [], count: effects.count + 1)
    for _ in 0..<rows {
      let ratings = effects.map { _ in Double(generator.index(below: 11)) }
      let sum = zip(effects, ratings).reduce(0) { $0 + $1.0 * $1.1 } + Double(generator.index(below: 11))
      for (column, value) in (ratings + [sum]).enumerated() { columns[column].append(Int16(value.rounded())) }
    }
    return IntegerColumns(rows: rows, columns: columns)
  }

  private static func found(_ columns: IntegerColumns, drivers: Int, replicates: Int = 200) throws
    -> (DominanceAnalysis, DominanceReproducibility)
  {
    let covariance = Covariance(CrossProducts(of: columns))
    let sample = DominanceAnalysis(
      try SubsetRSquared(of: drivers, in: covariance, drivers: Array(0..<drivers)))
    let found = DominanceReproducibility(
      of: sample, outcome: drivers, drivers: Array(0..<drivers),
      resampling: CovarianceBootstrap(of: columns), Bootstrap(replicates: replicates))
    return (sample, try #require(found))
  }

  @Test func isThatOfResamplesCountedOneByOne() throws {
    let columns = Self.columns(120, effects: [1, 0.8, 0.7], seed: 4)
    let (sample, found) = try Self.found(columns, drivers: 3, replicates: 50)
    var (sum, squares, same) = (0.0, 0.0, 0)
    for replicate in 0..<50 {
      var generator = SeededGenerator(seed: 1, stream: UInt64(replicate))
      let rows = (0..<120).map { _ in generator.index(below: 120) }
      let resample = Covariance(of: columns.columns.map { column in rows.map { Double(column[$0]) } })
      let models = try SubsetRSquared(of: 3, in: resample, drivers: [0, 1, 2])
      let verdict = DominanceAnalysis(models).complete[1, 2]
      sum += verdict
      squares += verdict * verdict
      same += verdict == sample.complete[1, 2] ? 1 : 0
    }
    let variance = (squares - sum * sum / 50) / 49
    #expect(Agreement(found.complete.means[1, 2], with: sum / 50).error < 1e-12)
    #expect(Agreement(found.complete.standardErrors[1, 2], with: variance.squareRoot()).error < 1e-9)
    #expect(found.complete.reproducibility[1, 2] == Double(same) / 50)
  }

  @Test func verdictsMirror() throws {
    let (_, found) = try Self.found(Self.columns(200, effects: [1, 0.6, 0.2], seed: 2), drivers: 3)
    #expect(found.replicates == 200)
    for level in [found.complete, found.conditional, found.general] {
      for row in 0..<3 {
        for column in 0..<3 {
          #expect(Agreement(level.means[row, column] + level.means[column, row], with: 1).error < 1e-12)
          #expect(level.reproducibility[row, column] == level.reproducibility[column, row])
          #expect(level.standardErrors[row, column] == level.standardErrors[column, row])
        }
        #expect(level.reproducibility[row, row] == 1 && level.standardErrors[row, row] == 0)
      }
    }
    // A level that asks for more is found less often.
    for place in 0..<9 {
      #expect(found.complete.frequencies.elements[place] <= found.conditional.frequencies.elements[place])
      #expect(found.conditional.frequencies.elements[place] <= found.general.frequencies.elements[place])
    }
  }
}
