/// How respondents came into a sample: strata, clusters, and how many clusters each stratum has in the population.
///
/// Variances are those of clusters drawn with replacement within strata ("ultimate clusters"; Binder 1983,
/// doi:10.2307/1402588), with a finite-population correction where population sizes are given.
public struct SamplingDesign: Sendable, Equatable {
  /// Per respondent the stratum, counted from 0.
  let strata: [Int]
  /// Per respondent the cluster, counted from 0 over all strata.
  public let clusters: [Int]
  /// Per stratum its clusters, in order.
  let clustersOfStratum: [[Int]]
  /// Per stratum 1 less the share of the population's clusters that are in the sample.
  let corrections: [Double]

  /// How many clusters there are; respondents, where none are given.
  public var clusterCount: Int { clustersOfStratum.reduce(0) { $0 + $1.count } }
  /// How many strata there are.
  public var stratumCount: Int { clustersOfStratum.count }
  /// Clusters less strata.
  public var degreesOfFreedom: Int { clusterCount - stratumCount }

  /// A design; without strata all respondents are one stratum, without clusters each is a cluster.
  ///
  /// - Parameters:
  ///   - rows: How many respondents there are.
  ///   - strata: Each respondent's stratum, any numbers.
  ///   - clusters: Each respondent's cluster, any numbers; the same number in two strata means two clusters.
  ///   - populationSizes: Each respondent's number of clusters in the population of its stratum; no correction without.
  /// - Precondition: lists have `rows` elements; a stratum has no more clusters than its population.
  public init(rows: Int, strata: [Int]? = nil, clusters: [Int]? = nil, populationSizes: [Double]? = nil) {
    precondition(strata.map { $0.count == rows } ?? true, "There is a stratum per row.")
    precondition(clusters.map { $0.count == rows } ?? true, "There is a cluster per row.")
    precondition(populationSizes.map { $0.count == rows } ?? true, "There is a population size per row.")
    let strata = SamplingDesign.numbered(strata ?? [Int](repeating: 0, count: rows))
    let within = SamplingDesign.numbered(clusters ?? Array(0..<rows))
    let width = (within.max() ?? 0) + 1
    let numbered = SamplingDesign.numbered(zip(strata, within).map { $0 * width + $1 })
    var members = [[Int]](repeating: [], count: (strata.max() ?? -1) + 1)
    var sizes = [Double](repeating: .infinity, count: members.count)
    var isNew = [Bool](repeating: true, count: (numbered.max() ?? -1) + 1)
    for row in 0..<rows {
      if isNew[numbered[row]] { members[strata[row]].append(numbered[row]) }
      isNew[numbered[row]] = false
      if let populationSizes { sizes[strata[row]] = populationSizes[row] }
    }
    self.strata = strata
    self.clusters = numbered
    clustersOfStratum = members
    corrections = zip(members, sizes).map { members, size in
      precondition(Double(members.count) <= size, "A sample has no more clusters than its population.")
      return 1 - Double(members.count) / size
    }
  }

  /// The covariance of the sum of the respondents' scores.
  func covariance(ofScores scores: [[Double]]) -> Matrix {
    let size = scores.first?.count ?? 0
    var sums = [[Double]](repeating: [Double](repeating: 0, count: size), count: clusterCount)
    for (row, score) in scores.enumerated() {
      for place in 0..<size { sums[clusters[row]][place] += score[place] }
    }
    return covariance(ofSums: sums)
  }

  /// The covariance of coefficients under this design, from that by the information and the respondents' scores (Binder
  /// 1983, doi:10.2307/1402588).
  func covariance(of information: Matrix, scores: [[Double]]) -> Matrix {
    precondition(scores.count == clusters.count, "The design is that of the model's rows.")
    return information * covariance(ofScores: scores) * information
  }

  /// The covariance of the sum of all respondents' scores from their sums over each cluster.
  ///
  /// A stratum with one cluster adds nothing: it says nothing about its own variance.
  public func covariance(ofSums sums: [[Double]]) -> Matrix {
    let size = sums.first?.count ?? 0
    var result = Matrix(rows: size, columns: size)
    for (members, correction) in zip(clustersOfStratum, corrections) where members.count > 1 {
      let count = Double(members.count)
      let means = (0..<size).map { place in members.reduce(0.0) { $0 + sums[$1][place] } / count }
      let factor = correction * count / (count - 1)
      for member in members {
        for first in 0..<size {
          let deviation = factor * (sums[member][first] - means[first])
          for second in 0..<size {
            result[first, second] += deviation * (sums[member][second] - means[second])
          }
        }
      }
    }
    return result
  }

  /// The skewness of the sums over clusters, less their stratum's mean, over 6; 0 where they do not vary.
  func accelerations(ofSums sums: [[Double]]) -> [Double] {
    (0..<(sums.first?.count ?? 0)).map { place in
      let deviations = clustersOfStratum.flatMap { members in
        let mean = members.reduce(0.0) { $0 + sums[$1][place] } / Double(members.count)
        return members.map { sums[$0][place] - mean }
      }
      return -BootstrapInterval.acceleration(jackknife: deviations)
    }
  }

  /// The design of some of the respondents.
  public func restricted(to rows: [Int]) -> SamplingDesign {
    SamplingDesign(
      rows: rows.count, strata: rows.map { strata[$0] }, clusters: rows.map { clusters[$0] })
  }

  /// The design of the rows that a model keeps: those with a positive weight.
  func ofRows(weighing weights: [Double]?) -> SamplingDesign {
    guard let weights, weights.contains(0) else { return self }
    return restricted(to: weights.indices.filter { weights[$0] > 0 })
  }

  /// The standard errors of weighted means of columns: linearisation of a ratio (Woodruff 1971).
  ///
  /// - Precondition: columns and weights have an element per respondent; the weights' sum is positive.
  public func standardErrorsOfMeans(_ columns: [[Double]], weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    precondition(total > 0, "Some weight is positive.")
    let means = columns.map { column in zip(column, weights).reduce(0) { $0 + $1.0 * $1.1 } / total }
    let scores = weights.indices.map { row in
      columns.indices.map { weights[row] * (columns[$0][row] - means[$0]) / total }
    }
    return covariance(ofScores: scores).diagonal.map { $0.squareRoot() }
  }

  /// Numbers from 0 in the order of first appearance.
  private static func numbered(_ names: [Int]) -> [Int] {
    var places: [Int: Int] = [:]
    return names.map { name in
      if let place = places[name] { return place }
      places[name] = places.count
      return places.count - 1
    }
  }
}
