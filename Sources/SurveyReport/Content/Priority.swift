import SurveyAnalysis
import SurveyModel

/// A driver that a report names among the first to act on.
///
/// The rule: drivers are ordered by importance × room for improvement, and the first three are named. Room for
/// improvement is the distance of the mean rating from the good end of the scale, as a share of the scale's
/// length (0…1). So a driver that matters much and is rated poorly comes first, and one that is at the top of its
/// scale never does. Drivers whose better rating goes with a lower score are left out: there the scale may be
/// reversed, and more of it promises nothing. With equal products the higher rank comes first.
struct Priority: Equatable {
  /// The driver.
  let driver: RankedDriver
  /// The distance from the top of the scale, 0…1.
  let room: Double

  /// The first drivers by the rule.
  static func first(_ count: Int, of analysis: DriverAnalysis, in survey: Survey) -> [Priority] {
    let reversed = analysis.findings.compactMap { finding -> String? in
      switch finding {
      case .reversed(let driver, _), .opposed(let driver, _): driver
      default: nil
      }
    }
    let candidates = analysis.drivers.filter { !reversed.contains($0.id) }.map { driver in
      Priority(driver: driver, room: room(of: driver, in: survey))
    }
    let ordered = candidates.sorted { first, second in
      let (left, right) = (first.weight, second.weight)
      return left == right ? first.driver.rank < second.driver.rank : left > right
    }
    return Array(ordered.prefix(count))
  }

  private var weight: Double { driver.importance * room }

  private static func room(of driver: RankedDriver, in survey: Survey) -> Double {
    guard let scale = survey.drivers.first(where: { $0.id == driver.id })?.scale else { return 0 }
    let length = Double(scale.maximum - scale.minimum)
    return min(1, max(0, (Double(scale.maximum) - driver.performance) / length))
  }
}
