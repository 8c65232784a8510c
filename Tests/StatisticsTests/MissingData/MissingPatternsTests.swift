import Testing

@testable import Statistics

@Suite("Groups of rows that miss the same columns") struct MissingPatternsTests {
  @Test(arguments: [3, 64, 65, 150]) func rowsAreTogetherThatMissTheSameColumns(columns: Int) {
    let gaps: [Set<Int>] = [[], [columns - 1], [0], [0, columns - 1], [columns - 1], [], [columns - 2]]
    let data = (0..<columns).map { column in
      gaps.indices.map { row in gaps[row].contains(column) ? nil : Double(row * 7 % 5 + column) }
    }
    let patterns = MissingPatterns(of: data)
    #expect(patterns.rows == [[0, 5], [1, 4], [2], [3], [6]])
    #expect(patterns.missing == [[], [columns - 1], [0], [0, columns - 1], [columns - 2]])
  }

  @Test func rowsWithoutWeightAreInNoGroup() {
    let patterns = MissingPatterns(of: [[1, nil, 3], [2, 2, nil]], weights: [1, 0, 2])
    #expect(patterns.rows == [[0], [2]])
    #expect(patterns.squaredWeights == [1, 4])
  }
}
