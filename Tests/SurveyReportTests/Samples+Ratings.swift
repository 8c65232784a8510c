import Statistics
import SurveyModel

/// Simulated answers, for outputs whose analyses cannot be made by hand.
extension Sample {
  private static func question(_ id: String, _ english: String, _ dutch: String) -> Question {
    Question(
      id: id, source: ColumnSource(name: id), label: LocalizedText(translations: [("en", english), ("nl", dutch)]),
      scale: .recommendation)
  }

  /// Seven drivers, the last of which is reversed.
  static var ratedSurvey: Survey {
    Survey(
      title: LocalizedText("Simulated answers"), outcome: question("ltr", "Recommend", "Aanbevelen"),
      drivers: (1...7).map { question("d\($0)", "Driver \($0)", "Driver \($0)") })
  }

  /// 200 respondents: some straight lines, some repeats and, with `turned`, the last driver's scale upside down.
  static func ratedTable(turned: Bool = false) -> ResponseTable {
    var generator = SeededGenerator(seed: 11)
    var ratings: [String: [Rating]] = [:]
    for row in 0..<200 {
      let mood = generator.index(below: 7)
      let isStraight = row % 20 == 0
      let values = (1...7).map { _ in isStraight ? 8 : mood + generator.index(below: 5) }
      for (place, value) in values.enumerated() {
        ratings["d\(place + 1)", default: []].append(Rating(place == 6 && turned ? 10 - value : value))
      }
      let score = (2 * values[0] + values[1] + values[2]) / 4 + generator.index(below: 3) - 1
      ratings["ltr", default: []].append(Rating(min(10, max(0, score))))
    }
    let repeated = ratings.mapValues { column in
      column.indices.map { (191..<197).contains($0) ? column[$0 - 50] : column[$0] }
    }
    return ResponseTable(count: 200, ratings: repeated)
  }
}
