import SurveyModel

/// How often each answer was given: what a column of an export is compared with stored answers by.
struct AnswerShares {
  /// How often, by the answer: a rating in digits, or the code of a segment.
  let counts: [String: Int]
  /// How many answers there are.
  var total: Int { counts.values.reduce(0, +) }

  /// Fewer answers than this say little about how they are spread.
  static let fewest = 30

  /// The total variation distance to other answers, 0…1: half the sum of the differences of all shares.
  ///
  /// - Returns: Nil where there are fewer than 30 answers on either side.
  func distance(to other: AnswerShares) -> Double? {
    let (own, others) = (total, other.total)
    guard min(own, others) >= AnswerShares.fewest else { return nil }
    let answers = Set(counts.keys).union(other.counts.keys)
    // Whole numbers are summed, so that the order of a set cannot show in the last digit.
    let sum = answers.reduce(0) { sum, answer in
      sum + abs((counts[answer] ?? 0) * others - (other.counts[answer] ?? 0) * own)
    }
    return Double(sum) / (2 * Double(own) * Double(others))
  }
}

extension SurveyColumn {
  /// The answers in a column of a file, and which share of its filled cells they are.
  func answers(in profile: ColumnProfile) -> (shares: AnswerShares, fit: Double) {
    guard profile.filled > 0 else { return (AnswerShares(counts: [:]), 0) }
    switch content {
    case .rating(let question): return ratings(in: profile, question)
    case .segment(let segment): return values(in: profile, segment)
    case .weight: return field(profile.smallest >= 0 ? profile.numbers : 0, of: profile)
    case .date(let order): return field(profile.dates[order] ?? 0, of: profile)
    case .wave, .comment: return field(profile.filled, of: profile)
    case .respondent:
      let isUnique = profile.hasManyValues || profile.valueCount == profile.filled
      return field(isUnique ? profile.filled : 0, of: profile)
    }
  }

  private func field(_ fitting: Int, of profile: ColumnProfile) -> (shares: AnswerShares, fit: Double) {
    (AnswerShares(counts: [:]), Double(fitting) / Double(profile.filled))
  }

  private func ratings(
    in profile: ColumnProfile, _ question: Question
  ) -> (shares: AnswerShares, fit: Double) {
    var reader = RatingColumn(of: question)
    var counts: [String: Int] = [:]
    var fitting = 0
    for (text, count) in profile.counts {
      let rating = Array(text.utf8).withUnsafeBufferPointer { reader.rating(in: $0, text: text) }
      guard case .success(let rating) = rating else { continue }
      fitting += count
      if let value = rating.value { counts[String(value), default: 0] += count }
    }
    // A column of missing codes alone fits every question.
    let fit = counts.isEmpty ? 0 : Double(fitting) / Double(profile.filled)
    return (AnswerShares(counts: counts), fit)
  }

  private func values(
    in profile: ColumnProfile, _ segment: Segment
  ) -> (shares: AnswerShares, fit: Double) {
    var reader = TextColumn(of: segment)
    var counts: [String: Int] = [:]
    var fitting = 0
    for (text, count) in profile.counts {
      let reading = Array(text.utf8).withUnsafeBufferPointer { reader.read($0, text: text) }
      switch reading {
      case .known(let level) where level >= 0:
        fitting += count
        counts[segment.values.isEmpty ? text : segment.values[Int(level)].code, default: 0] += count
      case .known: fitting += count
      case .new:
        fitting += count
        counts[text, default: 0] += count
      case .unknown: break
      }
    }
    let fit = profile.hasManyValues ? 0 : Double(fitting) / Double(profile.filled)
    return (AnswerShares(counts: counts), fit)
  }
}
