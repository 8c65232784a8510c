/// The columns that tell which respondents were not drawn independently of each other.
///
/// They are stored like segments, under the ids `cluster` and `stratum`, and no report breaks anything down by them.
public struct SamplingColumns: Sendable, Equatable {
  /// Respondents who may be alike beyond chance, such as the contacts of one account; nil where all are independent.
  public let cluster: Segment?
  /// The groups within which respondents or clusters were drawn; nil where there is one.
  public let stratum: Segment?

  /// The id of the column of clusters.
  public static let clusterID = "cluster"
  /// The id of the column of strata.
  public static let stratumID = "stratum"

  /// The sampling by the columns of clusters and strata.
  public init(cluster: ColumnSource? = nil, stratum: ColumnSource? = nil) {
    self.cluster = cluster.map { SamplingColumns.column(SamplingColumns.clusterID, $0) }
    self.stratum = stratum.map { SamplingColumns.column(SamplingColumns.stratumID, $0) }
  }

  /// The columns there are.
  public var columns: [Segment] { [cluster, stratum].compactMap(\.self) }

  private static func column(_ id: String, _ source: ColumnSource) -> Segment {
    Segment(id: id, source: source, label: LocalizedText(source.name))
  }
}
