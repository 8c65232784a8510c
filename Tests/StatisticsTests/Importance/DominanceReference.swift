import Statistics
import TestSupport
import Testing

/// Conditional and complete dominance in a reference of all sub-models of a logit.
struct DominanceReference {
  private let expected: Oracle
  private let names: [String]

  init(_ expected: Oracle, names: [String]) {
    (self.expected, self.names) = (expected, names)
  }

  /// Average increments by size of model to 1e-9, and who completely dominates whom.
  func check(_ found: DominanceAnalysis) {
    for (row, driver) in names.enumerated() {
      let increments = expected["conditional", driver].numbers(names.indices.map { "k\($0)" })
      let worst = worstError(of: found.increments.row(row), with: increments)
      #expect(worst < 1e-9, "\(driver): worst relative error \(worst)")
      for (column, other) in names.enumerated() where other != driver {
        #expect(
          found.complete[row, column] == expected["complete", driver, other].number, "\(driver), \(other)")
      }
    }
  }
}
