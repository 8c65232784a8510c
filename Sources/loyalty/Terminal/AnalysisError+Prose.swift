import Foundation
import LoyaltyDrivers

extension AnalysisError {
  /// Whether a name given on the command line is at fault, rather than the data.
  var isUsage: Bool {
    switch self {
    case .unknownSegment, .unknownWave, .noPeriods: true
    default: false
    }
  }
}

extension AnalysisError: @retroactive LocalizedError {
  public var errorDescription: String? {
    switch self {
    case .noResponses: "There are no responses to look at."
    case .noValidOutcome: "No response has a valid answer to the outcome."
    case .constantOutcome(let value): "Every valid answer to the outcome is \(value), so nothing can be explained."
    case .noUsableDriver: "The survey has no driver whose ratings differ."
    case .tooFewRespondents(let have, let need): "\(have) respondents are too few; this needs at least \(need)."
    case .unknownSegment(let name, let nearest): "The survey has no segment `\(name)`.\(Self.guess(nearest))"
    case .unknownWave(let name, let nearest): "No wave `\(name)` is stored.\(Self.guess(nearest))"
    case .noPeriods(let period): "The survey has no \(period == .wave ? "waves" : "dates")."
    case .tooManyDrivers(let have, let most): "\(have) drivers are more than the exact method takes (\(most))."
    }
  }

  public var recoverySuggestion: String? {
    switch self {
    case .noResponses: "import an export, or choose another wave"
    case .noValidOutcome: "check the outcome's column and its `missing:` codes in survey.yaml"
    case .constantOutcome: "check that the outcome's column is the right one"
    case .noUsableDriver: "name the drivers in survey.yaml"
    case .tooFewRespondents: "use fewer drivers, or more waves together"
    case .unknownSegment: "use a name that stands under `segments:` in survey.yaml"
    case .unknownWave: "use a stored wave, or `last`"
    case .noPeriods(let period):
      period == .wave ? "name the `wave:` in survey.yaml, or use --period month" : "name the `date:` in survey.yaml"
    case .tooManyDrivers: "use --method relative-weights, or fewer drivers"
    }
  }

  private static func guess(_ nearest: String?) -> String {
    nearest.map { " Did you mean `\($0)`?" } ?? ""
  }
}
