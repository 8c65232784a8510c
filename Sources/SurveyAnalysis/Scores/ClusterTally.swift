internal import Statistics

/// What the respondents of each cluster add to a net share: enough for its standard error under a sampling design.
struct ClusterTally: Equatable {
  /// A sum of weights, and of weights times −1, 0 or 1.
  struct Sums: Equatable {
    var weight = 0.0
    var signed = 0.0
  }

  private let design: SamplingDesign
  private var sums: [Int: Sums] = [:]

  init(_ design: SamplingDesign) {
    self.design = design
  }

  /// Adds the respondent of a row of the design.
  mutating func add(row: Int, _ side: NetShareTally.Side, weight: Double) {
    guard weight > 0, weight < .infinity else { return }
    sums[design.clusters[row], default: Sums()].weight += weight
    sums[design.clusters[row], default: Sums()].signed += weight * Double(side.rawValue)
  }

  static func + (first: ClusterTally, second: ClusterTally) -> ClusterTally {
    var total = first
    total.sums.merge(second.sums) { Sums(weight: $0.weight + $1.weight, signed: $0.signed + $1.signed) }
    return total
  }

  /// How much each cluster moves the net share, linearised (Woodruff 1971); a cluster without a member moves nothing, but
  /// counts as one that was drawn.
  private var influences: [Double] {
    let (weight, signed) = sums.values.reduce(into: (0.0, 0.0)) {
      $0.0 += $1.weight
      $0.1 += $1.signed
    }
    var result = [Double](repeating: 0, count: design.clusterCount)
    guard weight > 0 else { return result }
    for (cluster, part) in sums { result[cluster] = (part.signed - signed / weight * part.weight) / weight }
    return result
  }

  /// The standard error of the net share; nil where the design leaves no degrees of freedom.
  var standardError: Double? {
    guard design.degreesOfFreedom > 0 else { return nil }
    return max(0, design.covariance(ofSums: influences.map { [$0] })[0, 0]).squareRoot()
  }

  /// How the net shares of two groups go together, as where they have clusters in common: −1…1.
  func correlation(with other: ClusterTally) -> Double {
    let both = design.covariance(ofSums: zip(influences, other.influences).map { [$0, $1] })
    let scale = (both[0, 0] * both[1, 1]).squareRoot()
    return scale > 0 ? min(1, max(-1, both[0, 1] / scale)) : 0
  }
}
