internal import Statistics
internal import SurveyModel

/// Respondents whose answers look careless, as rows of the table.
///
/// Looking careless is no proof of it: people who are happy, or angry, with everything answer alike as well. Rows are for
/// analyses with and without; a report shows counts only.
public struct CarelessResponses: Sendable, Equatable {
  /// The fewest answered drivers over which equal answers count as straight-lining.
  public static let fewestItems = 5
  /// Below this probability a combination of ratings counts as improbable.
  public static let improbable = 0.001

  /// Who gave the same answer to every driver rated, of at least five.
  public let straightLined: [Int]
  /// Who repeats an earlier respondent in every answer, segment, wave and date, having rated at least five drivers not all
  /// alike.
  public let duplicates: [Int]
  /// Who has an improbable combination of ratings (Mahalanobis distance), among those who rated every driver.
  public let improbable: [Int]
  /// The mean over respondents of the standard deviation of their ratings, in parts of the scale; nil with fewer than two
  /// drivers.
  public let meanVariability: Double?
  /// How many respondents have a longest run of equal answers of each length: at index k those with a run of k.
  public let longestRuns: [Int]
  /// Even–odd consistency over drivers taken two by two; nil with fewer than six drivers that go together.
  public let evenOdd: AnswerConsistency?
  /// Consistency over pairs of drivers with a correlation above 0.6; nil with fewer than three such pairs.
  public let synonyms: AnswerConsistency?
  /// Respondents looked at.
  public let count: Int

  /// Everybody who is flagged: straight-lined, repeated or improbable; as rows of the table, in order.
  public var flagged: [Int] { Set(straightLined + duplicates + improbable).sorted() }
}

extension CarelessResponses {
  /// Looks at the respondents of a ranking; `correlation` is that of the drivers.
  init(_ data: DriverData, _ table: ResponseTable, correlation: Matrix) {
    let positions = data.positions
    let patterns = data.rows.indices.map { row in ResponsePattern(of: positions.map { $0[row] }) }
    let isStraight = patterns.map { $0.isStraight(over: CarelessResponses.fewestItems) }
    straightLined = data.rows.indices.filter { isStraight[$0] }.map { data.rows[$0] }
    let candidates = data.rows.indices.filter {
      patterns[$0].answered >= CarelessResponses.fewestItems && !isStraight[$0]
    }
    duplicates = CarelessResponses.repeated(candidates.map { data.rows[$0] }, table)
    let complete = data.columns.completeRows
    let ratings = (0..<data.count).map { driver in
      complete.map { Double(data.columns.columns[driver][$0]) }
    }
    let isEnough = complete.count > data.count + 1
    let distances = isEnough ? MahalanobisDistances(of: ratings).pValues : []
    improbable = zip(complete, distances).filter { $0.1 < CarelessResponses.improbable }
      .map { data.rows[$0.0] }
    let variability = patterns.compactMap(\.variability)
    meanVariability =
      variability.isEmpty ? nil : variability.reduce(0, +) / Double(variability.count)
    let longest = patterns.map(\.longestRun)
    longestRuns = (0...data.count).map { length in longest.count { $0 == length } }
    (evenOdd, synonyms) = AnswerConsistency.indices(of: positions, rows: data.rows.count, correlation)
    count = data.rows.count
  }

  /// The rows, of those given, that equal an earlier one in all that is stored.
  private static func repeated(_ rows: [Int], _ table: ResponseTable) -> [Int] {
    let ratings = table.ratings.keys.sorted().compactMap { table.ratings[$0] }
    let groups = table.segments.keys.sorted().compactMap { table.segments[$0]?.indices }
    var seen: Set<[Int32]> = []
    return rows.filter { row in
      var key = ratings.map { Int32($0[row].code) } + groups.map { $0[row] }
      key.append(table.waves?.indices[row] ?? -1)
      key.append(table.dates?[row] ?? -1)
      return !seen.insert(key).inserted
    }
  }
}

extension DriverData {
  /// Per driver where each answer stands on its scale as it was shown, 0…1; nil where missing.
  var positions: [[Double?]] {
    drivers.enumerated().map { place, question in
      let (lowest, length) = (question.scale.codes.lowerBound, Double(question.scale.length))
      return columns.columns[place].map { rating in
        guard rating != IntegerColumns.missing else { return nil }
        return Double(question.scale.oriented(Int(rating)) - lowest) / length
      }
    }
  }
}
