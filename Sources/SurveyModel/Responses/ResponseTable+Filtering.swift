extension ResponseTable {
  /// The responses for which a condition on their row holds, in their order.
  ///
  /// Levels of segments and waves stay as they are, so that indices mean the same in the part as in the whole.
  public func filtered(where isIncluded: (Int) -> Bool) -> ResponseTable {
    let rows = (0..<count).filter(isIncluded)
    return rows.count == count ? self : part(rows)
  }

  /// The responses of one wave, or nil where the survey has no such wave.
  public func inWave(_ name: String) -> ResponseTable? {
    guard let waves, let level = waves.levels.firstIndex(of: name) else { return nil }
    return filtered { waves.indices[$0] == Int32(level) }
  }

  /// The responses with one value of a segment, or nil where there is no such segment or value.
  public func inSegment(_ id: String, value: String) -> ResponseTable? {
    guard let segment = segments[id], let level = segment.levels.firstIndex(of: value) else { return nil }
    return filtered { segment.indices[$0] == Int32(level) }
  }

  /// The same responses, each counting once.
  public var unweighted: ResponseTable {
    ResponseTable(
      count: count, ratings: ratings, segments: segments, weights: nil, dates: dates, waves: waves)
  }

  private func part(_ rows: [Int]) -> ResponseTable {
    ResponseTable(
      count: rows.count,
      ratings: ratings.mapValues { column in rows.map { column[$0] } },
      segments: segments.mapValues { $0.part(rows) },
      weights: weights.map { column in rows.map { column[$0] } },
      dates: dates.map { column in rows.map { column[$0] } },
      waves: waves?.part(rows))
  }
}

extension ResponseTable.Categories {
  fileprivate func part(_ rows: [Int]) -> ResponseTable.Categories {
    ResponseTable.Categories(levels: levels, indices: rows.map { indices[$0] })
  }
}
