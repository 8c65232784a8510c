/// How often a sample's pattern of dominance comes back in resamples of its respondents.
///
/// Azen & Budescu 2003 (doi:10.1037/1082-989X.8.2.129): per pair of drivers and level of dominance the verdict Dᵢⱼ of the
/// sample (1, 0.5 or 0), its mean and standard error over resamples, and the share of resamples with the sample's verdict.
public struct DominanceReproducibility: Sendable, Equatable {
  /// One level of dominance; rows against columns, in the order of the drivers.
  public struct Level: Sendable, Equatable {
    /// The sample's verdicts: 1 where the row's driver dominates, 0 where it is dominated, 0.5 where neither holds.
    public let verdicts: Matrix
    /// The mean verdict over resamples, 0…1.
    public let means: Matrix
    /// The standard deviation of the verdict over resamples.
    public let standardErrors: Matrix
    /// The share of resamples in which the verdict was that of the sample, 0…1; 1 on the diagonal.
    public let reproducibility: Matrix
    /// The share of resamples in which the row's driver dominates the column's, whatever the sample says, 0…1.
    public let frequencies: Matrix
  }

  /// Dominance in every sub-model.
  public let complete: Level
  /// Dominance by model size.
  public let conditional: Level
  /// Dominance on average over sizes.
  public let general: Level
  /// How many resamples could be judged.
  public let replicates: Int

  /// The reproducibility of a sample's verdicts over resamples of its covariance.
  ///
  /// - Parameter drivers: The drivers' columns, in the order of the sample's verdicts.
  /// - Returns: Nil where no resample could be judged, because the outcome is constant in all.
  public init?(
    of sample: DominanceAnalysis, outcome: Int, drivers: [Int], resampling covariances: CovarianceBootstrap,
    _ bootstrap: Bootstrap
  ) {
    let size = drivers.count * drivers.count
    let drawn = covariances.replicated(bootstrap, statistics: 3 * size) { covariance, result in
      let found = DominanceReproducibility.verdicts(of: outcome, in: covariance, drivers)
      for place in result.indices { result[place] = found?[place] ?? .nan }
    }
    let rows = (0..<drawn.rows).map { drawn.row($0) }.filter { $0.allSatisfy(\.isFinite) }
    guard !rows.isEmpty else { return nil }
    replicates = rows.count
    complete = Level(of: sample.complete, rows, from: 0)
    conditional = Level(of: sample.conditional, rows, from: size)
    general = Level(of: sample.general, rows, from: 2 * size)
  }

  private static func verdicts(of outcome: Int, in covariance: Covariance, _ drivers: [Int]) -> [Double]? {
    do {
      let models = try SubsetRSquared(of: outcome, in: covariance, drivers: drivers)
      let found = DominanceAnalysis(models)
      return found.complete.elements + found.conditional.elements + found.general.elements
    } catch {
      return nil
    }
  }
}

extension DominanceReproducibility.Level {
  /// A level from the resamples' verdicts, which stand in each row from a place on.
  fileprivate init(of sample: Matrix, _ rows: [[Double]], from start: Int) {
    verdicts = sample
    var (means, errors, shares, frequencies) = (sample, sample, sample, sample)
    for place in sample.elements.indices {
      let column = rows.map { $0[start + place] }
      means.elements[place] = column.reduce(0, +) / Double(column.count)
      frequencies.elements[place] = Double(column.count { $0 == 1 }) / Double(column.count)
      errors.elements[place] = BootstrapInterval.standardError(column)
      shares.elements[place] =
        Double(column.count { $0 == sample.elements[place] }) / Double(column.count)
    }
    (self.means, standardErrors, reproducibility, self.frequencies) = (means, errors, shares, frequencies)
  }
}
