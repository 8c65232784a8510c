/// Resampling of clusters within strata, as weights per replicate.
///
/// Replicate r draws from stream r of the seed, so results do not depend on the number of threads. Population sizes of
/// the design are not used: clusters are drawn with replacement.
public struct DesignBootstrap: Sendable {
  /// How many clusters of a stratum are drawn.
  public enum Scheme: String, Sendable, CaseIterable {
    /// As many as there are: the stratified and the cluster bootstrap (Davison & Hinkley 1997, 3.8). Its variances are
    /// too small by (m − 1)/m in a stratum of m clusters.
    case plain
    /// One less, weights multiplied by m/(m − 1), which makes variances of sums right (Rao & Wu 1988,
    /// doi:10.1080/01621459.1988.10478591; Rao, Wu & Yue 1992). A stratum of one cluster is kept as it is.
    case rescaled
  }

  private let design: SamplingDesign
  private let weights: [Double]
  private let bootstrap: Bootstrap
  private let scheme: Scheme

  /// A bootstrap of respondents with weights.
  ///
  /// - Precondition: there is a weight per row of the design.
  public init(
    of design: SamplingDesign, weights: [Double], scheme: Scheme = .rescaled,
    bootstrap: Bootstrap = Bootstrap()
  ) {
    precondition(weights.count == design.clusters.count, "There is a weight per row.")
    (self.design, self.weights, self.scheme, self.bootstrap) = (design, weights, scheme, bootstrap)
  }

  /// The respondents' weights in a replicate, counted from 0.
  public func weights(ofReplicate replicate: Int) -> [Double] {
    var generator = SeededGenerator(seed: bootstrap.seed, stream: UInt64(replicate))
    var factors = [Double](repeating: 0, count: design.clusterCount)
    let isRescaled = scheme == .rescaled
    design.forEachDrawnCluster(by: &generator, isRescaled: isRescaled) { factors[$0] += 1 }
    let scale = isRescaled ? design.rescalingFactors : design.clustersOfStratum.map { _ in 1 }
    return weights.indices.map { row in
      weights[row] * factors[design.clusters[row]] * scale[design.strata[row]]
    }
  }

  /// The statistics of every replicate's weights, a row per replicate.
  ///
  /// `statistics` fills as many numbers as it is asked for; it is called on several threads.
  public func replicated(
    statistics count: Int,
    _ statistics: @escaping @Sendable (_ weights: [Double], UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Matrix {
    ParallelRows(rows: bootstrap.replicates, columns: count).computed {
      { replicate, result in statistics(weights(ofReplicate: replicate), result) }
    }
  }
}
