/// The responses of a survey as columns, as analyses read them.
public struct ResponseTable: Sendable, Equatable {
  /// A column of texts that recur: an index per response into the distinct values.
  public struct Categories: Sendable, Equatable {
    /// The distinct values, in the order of `survey.yaml`, then by text.
    public let levels: [String]
    /// An index into `levels` per response, −1 where missing.
    public let indices: [Int32]

    /// A column of texts.
    ///
    /// - Precondition: every index is −1 or an index of `levels`.
    public init(levels: [String], indices: [Int32]) {
      self.levels = levels
      self.indices = indices
    }
  }

  /// How many responses there are.
  public let count: Int
  /// The answers per rating question, by id; each column has `count` entries.
  public let ratings: [String: [Rating]]
  /// The segments' columns, by id.
  public let segments: [String: Categories]
  /// A weight per response, or nil where the survey has none.
  public let weights: [Double]?
  /// Days since 1 January 1970 per response (`ResponseBatch.noDate` where missing), or nil without dates.
  public let dates: [Int32]?
  /// The waves, in the order of their first date, or of their name where there are no dates; nil without waves.
  public let waves: Categories?

  /// A table of `count` responses.
  ///
  /// - Precondition: every column has `count` entries.
  public init(
    count: Int, ratings: [String: [Rating]], segments: [String: Categories] = [:], weights: [Double]? = nil,
    dates: [Int32]? = nil, waves: Categories? = nil
  ) {
    precondition(ratings.values.allSatisfy { $0.count == count }, "A rating column has the wrong length.")
    precondition(segments.values.allSatisfy { $0.indices.count == count }, "A segment has the wrong length.")
    precondition(weights.map { $0.count == count } ?? true, "The weights have the wrong length.")
    precondition(dates.map { $0.count == count } ?? true, "The dates have the wrong length.")
    precondition(waves.map { $0.indices.count == count } ?? true, "The waves have the wrong length.")
    self.count = count
    self.ratings = ratings
    self.segments = segments
    self.weights = weights
    self.dates = dates
    self.waves = waves
  }
}
