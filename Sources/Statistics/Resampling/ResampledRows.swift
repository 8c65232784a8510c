/// Which rows the resamples of a bootstrap consist of.
struct ResampledRows: Sendable {
  private let rows: Int
  /// Per cluster its rows; empty where each row is drawn on its own.
  private let members: [[Int32]]
  private let design: SamplingDesign?

  /// Rows that are drawn independently of each other.
  init(independent rows: Int) {
    (self.rows, members, design) = (rows, [], nil)
  }

  /// Whole clusters drawn within strata, one less than there are (Rao & Wu 1988, doi:10.1080/01621459.1988.10478591).
  ///
  /// What is drawn has to be multiplied by `factors`; a stratum of one cluster is kept as it is.
  ///
  /// - Parameter order: The design's row that each row here is.
  init(of design: SamplingDesign, order: [Int]) {
    rows = order.count
    var members = [[Int32]](repeating: [], count: design.clusterCount)
    for (place, row) in order.enumerated() { members[design.clusters[row]].append(Int32(place)) }
    self.members = members
    self.design = design
  }

  /// By how much the rows of each stratum of a design count when drawn; nil where all count alike.
  static func factors(of design: SamplingDesign) -> [Double]? {
    guard design.stratumCount > 1 else { return nil }
    let factors = design.rescalingFactors
    return design.strata.map { factors[$0] }
  }

  /// Replaces `drawn` by the rows of one resample.
  func draw(_ drawn: inout [Int32], by generator: inout SeededGenerator) {
    guard let design else {
      if drawn.count != rows { drawn = [Int32](repeating: 0, count: rows) }
      drawn.withUnsafeMutableBufferPointer { drawn in
        for place in 0..<rows { drawn[place] = Int32(truncatingIfNeeded: generator.index(below: rows)) }
      }
      return
    }
    drawn.removeAll(keepingCapacity: true)
    design.forEachDrawnCluster(by: &generator, isRescaled: true) { drawn += members[$0] }
  }
}

extension SamplingDesign {
  /// The clusters of one resample: within each stratum as many as there are, or one less; a stratum of one cluster is kept.
  func forEachDrawnCluster(
    by generator: inout SeededGenerator, isRescaled: Bool, _ body: (_ cluster: Int) -> Void
  ) {
    for clusters in clustersOfStratum {
      guard clusters.count > 1 else {
        clusters.forEach(body)
        continue
      }
      for _ in 0..<(clusters.count - (isRescaled ? 1 : 0)) {
        body(clusters[generator.index(below: clusters.count)])
      }
    }
  }

  /// By how much each stratum's clusters count where one less than there are is drawn.
  var rescalingFactors: [Double] {
    clustersOfStratum.map { $0.count > 1 ? Double($0.count) / Double($0.count - 1) : 1 }
  }
}
