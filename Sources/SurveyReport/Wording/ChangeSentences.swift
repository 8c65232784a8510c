import SurveyAnalysis

/// What can be said about a change of the score, or about a difference between two groups.
struct ChangeSentences {
  /// How a difference is marked, by colour and by shape.
  enum Verdict {
    /// More than chance explains, upwards.
    case rise
    /// More than chance explains, downwards.
    case fall
    /// Within what chance can do.
    case none
    /// Not judged, because a base is low.
    case withheld

    /// The mark that is printed; empty where there is nothing to mark.
    var mark: String {
      switch self {
      case .rise: "▲"
      case .fall: "▼"
      case .none, .withheld: ""
      }
    }
  }

  let language: ReportLanguage
  let numbers: NumberFormat

  /// The verdict on a difference; low bases are never judged.
  static func verdict(on difference: ScoreDifference) -> Verdict {
    if difference.isLowBase { return .withheld }
    guard difference.isSignificant else { return .none }
    return difference.value > 0 ? .rise : .fall
  }

  /// The change since the period before, with its verdict.
  ///
  /// `period` names what changed where the score above it is about something else.
  func headline(
    _ change: ScoreDifference, since before: String, in period: String?, verdict: Verdict
  ) -> String {
    let since =
      period.map { language("from \(before) to \($0)", "van \(before) naar \($0)") }
      ?? language("since \(before)", "sinds \(before)")
    let size = points(change.value.magnitude)
    let signed = "\(numbers.signed(change.value)) \(unit(change.value))"
    switch verdict {
    case .rise:
      return language(
        "▲ \(size) up \(since): more than chance explains",
        "▲ \(size) hoger \(since): meer dan toeval")
    case .fall:
      return language(
        "▼ \(size) down \(since): more than chance explains",
        "▼ \(size) lager \(since): meer dan toeval")
    case .none:
      return language(
        "\(signed) \(since): within what chance can do",
        "\(signed) \(since): dat kan toeval zijn")
    case .withheld:
      return language(
        "\(signed) \(since): no verdict, too few answers",
        "\(signed) \(since): geen oordeel, te weinig antwoorden")
    }
  }

  /// The interval of a change and what these bases allow to be seen.
  func detail(_ change: ScoreDifference, confidence: Double) -> String {
    let interval = numbers.signed(apartFromZero: change.interval)
    let smallest = points(change.smallestDetectable)
    let share = numbers.percent(confidence)
    return language(
      "\(share) interval \(interval), \(numbers.pValue(change.adjustedPValue)). "
        + "With these bases \(smallest) is about the smallest change that can be seen.",
      "\(share)-interval \(interval), \(numbers.pValue(change.adjustedPValue)). "
        + "Met deze aantallen is \(smallest) ongeveer de kleinste verandering die te zien is.")
  }

  private func points(_ value: Double) -> String { "\(numbers.decimal(value, 0)) \(unit(value))" }

  private func unit(_ value: Double) -> String {
    value.magnitude.rounded() == 1 ? language("point", "punt") : language("points", "punten")
  }
}
