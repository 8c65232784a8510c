import HTML
import SurveyAnalysis
import SurveyModel

/// What is said about a driver that is named as a priority.
///
/// No sentence is surer than the interval behind it, none says that a driver causes anything, and a driver that
/// shares its place with others is said to.
struct PrioritySentences {
  let analysis: DriverAnalysis
  let labels: SurveyLabels
  let numbers: NumberFormat

  private var language: ReportLanguage { labels.language }

  /// The sentences about each priority, its name set apart; a scale is told where it is not that of the one before.
  func texts(for priorities: [Priority]) -> [HTMLNode] {
    let scales = priorities.map { labels.scale(of: $0.driver.id) }
    return priorities.enumerated().map { index, priority in
      let before = index > 0 ? scales[index - 1] : nil
      let isTold = before?.minimum == scales[index].minimum && before?.maximum == scales[index].maximum
      return text(for: priority, scale: isTold ? nil : scales[index])
    }
  }

  private func text(for priority: Priority, scale: Scale?) -> HTMLNode {
    let sentences = [share(of: priority.driver, scale: scale), certainty(of: priority.driver)]
    let rest = [tie(of: priority.driver), side(of: priority.driver)]
    let words = (sentences + rest).compactMap(\.self).joined(separator: " ")
    return .fragment([.strong(labels.question(priority.driver.id)), .text(" " + words)])
  }

  private func share(of driver: RankedDriver, scale: Scale?) -> String {
    let range = driver.interval.map { " (\(numbers.percentRange($0)))" } ?? ""
    let share = numbers.percent(driver.importance) + range
    let rating = numbers.decimal(driver.performance, 1)
    let english = scale.map { " on a scale of \($0.minimum) to \($0.maximum)" } ?? ""
    let dutch = scale.map { " op een schaal van \($0.minimum) tot \($0.maximum)" } ?? ""
    if analysis.drivers.count == 1 { return only(driver, rating: rating + language(english, dutch)) }
    return language(
      "explains \(share) of what separates scores and is rated \(rating)\(english).",
      "verklaart \(share) van wat scores van elkaar scheidt en krijgt gemiddeld een \(rating)\(dutch).")
  }

  /// The share of a lone driver is 100 % by construction and tells nothing.
  private func only(_ driver: RankedDriver, rating: String) -> String {
    let explained = numbers.percent(analysis.rSquared)
    return language(
      "is the only driver ranked. It explains \(explained) of the variance of the score and is rated \(rating).",
      "is de enige driver in de rangorde, verklaart \(explained) van de variantie van de score en krijgt gemiddeld "
        + "een \(rating).")
  }

  private func certainty(of driver: RankedDriver) -> String? {
    guard let probability = driver.probabilityTop3, analysis.drivers.count > 3 else { return nil }
    let sure = numbers.certainty(probability)
    if probability < 0.5 {
      return language(
        "We are only \(sure) sure it is among the top three.",
        "Dat het bij de belangrijkste drie hoort, is maar \(sure) zeker.")
    }
    return language(
      "We are \(sure) sure it is among the top three.",
      "Het hoort met \(sure) zekerheid bij de belangrijkste drie.")
  }

  private func tie(of driver: RankedDriver) -> String? {
    let ranks = analysis.ties.filter { $0.ranks.contains(driver.rank) }.map(\.ranks)
    let others = analysis.drivers.filter { other in
      other.id != driver.id && ranks.contains { $0.contains(other.rank) }
    }
    guard !others.isEmpty else { return nil }
    let names =
      others.count > 3
      ? language("\(others.count) other drivers", "\(others.count) andere drivers")
      : WordList(language: language).and(others.map { labels.question($0.id) })
    return language(
      "In importance it cannot be told apart from \(names).",
      "In belang is het niet te onderscheiden van \(names).")
  }

  private func side(of driver: RankedDriver) -> String? {
    guard let side = DriverSide(of: driver), let away = driver.detractorImportance,
      let fans = driver.promoterImportance
    else { return nil }
    let (detractors, promoters) = (numbers.percent(away), numbers.percent(fans))
    switch side {
    case .keepsDetractorsAway:
      return language(
        "It mostly keeps detractors away: \(detractors) of what sets detractors apart, \(promoters) for promoters.",
        "Het houdt vooral criticasters weg: \(detractors) van wat criticasters onderscheidt, \(promoters) bij "
          + "promotors.")
    case .makesPromoters:
      return language(
        "It goes mostly with enthusiasm: \(promoters) of what sets promoters apart, \(detractors) for detractors.",
        "Het hangt vooral samen met enthousiasme: \(promoters) van wat promotors onderscheidt, \(detractors) bij "
          + "criticasters.")
    }
  }
}

/// On which side of the score a driver weighs more.
enum DriverSide {
  /// Its share is larger for being a detractor.
  case keepsDetractorsAway
  /// Its share is larger for being a promoter.
  case makesPromoters

  /// The side, or nil where the two intervals overlap or are not known, so that no side can be told.
  init?(of driver: RankedDriver) {
    guard let away = driver.detractorInterval, let fans = driver.promoterInterval else { return nil }
    if away.lowerBound > fans.upperBound {
      self = .keepsDetractorsAway
    } else if fans.lowerBound > away.upperBound {
      self = .makesPromoters
    } else {
      return nil
    }
  }
}
