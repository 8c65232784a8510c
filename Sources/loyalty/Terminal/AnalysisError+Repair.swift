import LoyaltyDrivers

extension AnalysisError {
  /// Whether a name given on the command line is at fault, rather than the data.
  var isUsage: Bool {
    switch self {
    case .unknownSegment, .unknownWave, .noPeriods: true
    default: false
    }
  }

  /// The nearest known name to an unknown one.
  var nearestName: String? {
    switch self {
    case .unknownSegment(_, let nearest), .unknownWave(_, let nearest): nearest
    default: nil
    }
  }

  /// How to repair it, in the imperative.
  var repair: String {
    switch self {
    case .noResponses: "import an export, or choose another wave"
    case .noValidOutcome: "check the outcome's column and its `missing:` codes in survey.yaml"
    case .noPromoterGroups:
      "use `loyalty report` or `loyalty drivers`, which need no promoters, or correct the outcome's scale"
    case .constantOutcome: "check that the outcome's column is the right one"
    case .noUsableDriver: "name the drivers in survey.yaml"
    case .tooFewRespondents: "use fewer drivers, or more waves together"
    case .unknownSegment: "use a name that stands under `segments:` in survey.yaml"
    case .unknownWave: "use a stored wave, or `last`"
    case .noPeriods(.wave): "name the `wave:` in survey.yaml, or use --period month"
    case .noPeriods: "name the `date:` in survey.yaml"
    case .tooManyDrivers: "name fewer drivers in survey.yaml, such as one per theme"
    }
  }
}
