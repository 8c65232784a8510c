import ArgumentParser
import LoyaltyDrivers

/// Every way to measure importance that `loyalty drivers` offers, by the name on the command line.
enum MethodChoice: String, CaseIterable, ExpressibleByArgument {
  case shapley
  case relativeWeights = "relative-weights"
  case first
  case last
  case betaSquared = "beta-squared"
  case pratt
  case genizi
  case car
  case pmvd
  case dominance
  case commonality
  case linear
  case logit
  case logisticShapley = "logistic-shapley"
  case logisticRelativeWeights = "logistic-relative-weights"
  case ordinal
  case ordinalShapley = "ordinal-shapley"
  case ordinalRelativeWeights = "ordinal-relative-weights"
  case multinomial
  case penaltyReward = "penalty-reward"
  case necessaryCondition = "necessary-condition"

  /// The ranking with shares and places, where the choice is one; Genizi's measure is the same as relative weights.
  var ranking: DriverMethod? {
    switch self {
    case .shapley: .shapley
    case .relativeWeights, .genizi: .relativeWeights
    default: nil
    }
  }

  /// The measure, where the choice is one that is not ranked with places.
  var measure: DriverMeasure? { DriverMeasure(rawValue: rawValue) }

  /// The model, where the choice has results of a shape of its own.
  var model: ModelMethod? { ModelMethod(rawValue: rawValue) }

  /// Whether the choice shares out what a model of the groups explains.
  var isShareOfModel: Bool { ModelShareMethod(rawValue: rawValue) != nil }
}
