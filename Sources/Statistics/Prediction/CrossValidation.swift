/// How well a model predicts respondents it has not seen: each part of the rows by a model of all other parts.
///
/// Stone 1974, doi:10.1111/j.2517-6161.1974.tb00994.x; Geisser 1975, doi:10.1080/01621459.1975.10479865.
public struct CrossValidation: Sendable, Equatable {
  /// The outcome of each row as predicted without it.
  public let predictions: [Double]
  /// 1 − Σw(y − ŷ)²/Σw(y − ȳ)², ŷ and ȳ from the rows of the other parts.
  ///
  /// Below R² of the whole sample, because nobody helps to predict themselves; negative where the model predicts worse than
  /// the mean does. NaN where the outcome does not vary.
  public let rSquared: Double
  /// The weighted squared error of each row.
  let losses: [Double]
  /// The weighted squared deviation of all rows from the means of the other parts.
  let total: Double

  /// Puts the parts together; `predict` gives a model's predictions of held rows from kept ones.
  private init(
    _ outcome: [Int16], _ weights: [Double]?, _ folds: Folds,
    _ predict: (_ kept: [Int], _ held: [Int]) -> [Double]
  ) {
    precondition(folds.rows == outcome.count, "The folds are of the same rows.")
    var predictions = [Double](repeating: 0, count: outcome.count)
    var total = 0.0
    for part in 0..<folds.count {
      let (kept, held) = (folds.kept(part), folds.held(part))
      let known = kept.reduce(into: (sum: 0.0, weight: 0.0)) { result, row in
        result.sum += (weights?[row] ?? 1) * Double(outcome[row])
        result.weight += weights?[row] ?? 1
      }
      let mean = known.weight > 0 ? known.sum / known.weight : 0
      for (row, prediction) in zip(held, predict(kept, held)) {
        predictions[row] = prediction
        total += (weights?[row] ?? 1) * (Double(outcome[row]) - mean) * (Double(outcome[row]) - mean)
      }
    }
    losses = outcome.indices.map { row in
      let error = Double(outcome[row]) - predictions[row]
      return (weights?[row] ?? 1) * error * error
    }
    self.predictions = predictions
    self.total = total
    rSquared = total > 0 ? 1 - losses.reduce(0, +) / total : .nan
  }

  /// Least squares with an intercept on all other columns named.
  ///
  /// - Precondition: no number is missing in these columns; weights are finite and not negative.
  public init(
    linear outcome: Int, on predictors: [Int], in columns: IntegerColumns, weights: [Double]? = nil,
    folds: Folds
  ) {
    let chosen = IntegerColumns(
      rows: columns.rows, columns: (predictors + [outcome]).map { columns.columns[$0] })
    let size = predictors.count
    self.init(columns.columns[outcome], weights, folds) { kept, held in
      let covariance = Covariance(CrossProducts(of: chosen, rows: kept, weights: weights))
      let drivers = covariance.matrix.restricted(to: Array(0..<size))
      let factor = CholeskyDecomposition(drivers, tolerance: 1e-9)
      let slopes = factor.solve((0..<size).map { covariance.matrix[$0, size] })
      return held.map { row in
        (0..<size).reduce(covariance.means[size]) { sum, column in
          sum + slopes[column] * (Double(chosen.columns[column][row]) - covariance.means[column])
        }
      }
    }
  }

  /// A random forest on all other columns named.
  ///
  /// - Precondition: no number is missing in these columns; weights are finite and not negative.
  public init(
    forest outcome: Int, on predictors: [Int], in columns: IntegerColumns, weights: [Double]? = nil,
    folds: Folds, options: ForestOptions = ForestOptions()
  ) {
    self.init(columns.columns[outcome], weights, folds) { kept, held in
      let forest = RegressionForest(
        of: outcome, on: predictors, in: columns.restricted(to: kept),
        weights: weights.map { weights in kept.map { weights[$0] } }, options: options, measures: false)
      return forest.predictions(for: columns.restricted(to: held))
    }
  }
}

/// By how much one model predicts better than another on the same folds.
public struct PredictionGain: Sendable, Equatable {
  /// The second model's cross-validated R² less the first's.
  public let value: Double
  /// Its standard error, from the differences of the squared errors row by row.
  ///
  /// The models of different folds share rows, which this leaves out; it is a guide, not a test (Bengio & Grandvalet 2004).
  public let standardError: Double

  /// The gain of `second` over `first`.
  ///
  /// - Precondition: both are of the same rows and folds.
  public init(of second: CrossValidation, over first: CrossValidation) {
    precondition(first.losses.count == second.losses.count, "Both models predict the same rows.")
    let differences = zip(first.losses, second.losses).map { $0 - $1 }
    let count = Double(differences.count)
    let mean = differences.reduce(0, +) / count
    let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    value = differences.reduce(0, +) / first.total
    standardError = (squares * count / max(count - 1, 1)).squareRoot() / first.total
  }
}
