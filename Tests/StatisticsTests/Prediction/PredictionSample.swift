import Statistics

/// Seeded ratings from 0 to 10: drivers that share an impression, then an outcome made of them by a rule.
enum PredictionSample {
  /// `rows` respondents and `drivers` drivers; `outcome` makes the score of ratings and a number from −1 to 1.
  static func columns(
    _ rows: Int, drivers: Int, seed: UInt64, _ outcome: ([Double], Double) -> Double
  ) -> IntegerColumns {
    var generator = SeededGenerator(seed: seed)
    var columns = [[Int16]](repeating: [], count: drivers + 1)
    for _ in 0..<rows {
      let common = generator.uniform()
      let ratings = (0..<drivers).map { _ in (11 * (common + generator.uniform()) / 2).rounded(.down) }
      for (driver, rating) in ratings.enumerated() { columns[driver].append(Int16(rating)) }
      let score = outcome(ratings, 2 * generator.uniform() - 1)
      columns[drivers].append(Int16(min(10, max(0, score.rounded()))))
    }
    return IntegerColumns(rows: rows, columns: columns)
  }

  static func linear(_ ratings: [Double], _ noise: Double) -> Double {
    (4 * ratings[0] + 2 * ratings[1] + ratings[2]) / 7 + 3 * noise
  }

  /// High where exactly one of two drivers is: nothing of it is a straight line.
  static func exclusive(_ ratings: [Double], _ noise: Double) -> Double {
    ((ratings[0] > 5) != (ratings[1] > 5) ? 8 : 2) + 2 * noise
  }

  /// A floor below which the score falls at once.
  static func threshold(_ ratings: [Double], _ noise: Double) -> Double {
    (ratings[0] <= 4 ? 3 : 8) + (ratings[1] >= 8 ? 2 : 0) - 1 + 2 * noise
  }
}
