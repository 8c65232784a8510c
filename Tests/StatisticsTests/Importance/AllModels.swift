import Statistics

/// Shapley shares by their definition: every sub-model fitted on its own, by normal equations.
struct AllModels {
  let shares: [Double]

  init(of outcome: Int, in covariance: Covariance) {
    let drivers = (0..<covariance.columns).filter { $0 != outcome }
    let explained = (0..<1 << drivers.count).map { mask in
      let chosen = drivers.indices.filter { mask >> $0 & 1 == 1 }.map { drivers[$0] }
      let cross = chosen.map { covariance.matrix[$0, outcome] }
      let coefficients = CholeskyDecomposition(covariance.matrix.restricted(to: chosen)).solve(cross)
      return zip(coefficients, cross).reduce(0.0) { $0 + $1.0 * $1.1 } / covariance.matrix[outcome, outcome]
    }
    shares = drivers.indices.map { driver in
      var share = 0.0
      for mask in explained.indices where mask >> driver & 1 == 0 {
        let size = mask.nonzeroBitCount
        var ways = Double(drivers.count)
        for step in 0..<size { ways *= Double(drivers.count - 1 - step) / Double(step + 1) }
        share += (explained[mask | 1 << driver] - explained[mask]) / ways
      }
      return share
    }
  }
}

/// The covariance of seeded random columns that share a common part.
struct RandomCovariance {
  let columns: [[Double]]

  init(columns: Int, rows: Int = 200, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let common = (0..<rows).map { _ in generator.uniform() }
    self.columns = (0..<columns).map { _ in common.map { $0 + 1.5 * generator.uniform() } }
  }

  var covariance: Covariance { Covariance(of: columns) }
}
