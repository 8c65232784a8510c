import Statistics
import TestSupport
import Testing

@Suite struct CrossValidationTests {
  private let sample = PredictionSample.columns(120, drivers: 4, seed: 5, PredictionSample.linear)
  private let drivers = Array(0..<4)

  private func column(_ place: Int) -> [Double] { sample.columns[place].map { Double($0) } }

  @Test func everyRowIsHeldOnce() {
    let folds = Folds(rows: 23, count: 5, seed: 7)
    let held = (0..<folds.count).flatMap { folds.held($0) }
    #expect(held.sorted() == Array(0..<23))
    for part in 0..<5 {
      #expect((4...5).contains(folds.held(part).count))
      #expect((folds.held(part) + folds.kept(part)).sorted() == Array(0..<23))
    }
    #expect(folds == Folds(rows: 23, count: 5, seed: 7) && folds != Folds(rows: 23, count: 5, seed: 8))
    #expect(Folds(rows: 3, count: 10).count == 3)
  }

  /// With a part per row the errors are e/(1 − h) of the whole sample's regression (Allen's PRESS).
  @Test func leavingOneOutIsTheHatMatrix() throws {
    let found = CrossValidation(linear: 4, on: drivers, in: sample, folds: Folds(rows: 120, count: 120))
    let influence = try RegressionInfluence(of: column(4), on: drivers.map(column))
    let whole = try LinearRegression(of: column(4), on: drivers.map(column))
    let expected = (0..<120).map { row in
      let fitted = zip(drivers, whole.coefficients).reduce(whole.intercept) { sum, pair in
        sum + (pair.1 ?? 0) * column(pair.0)[row]
      }
      let error = (column(4)[row] - fitted) / (1 - influence.leverages[row])
      return column(4)[row] - error
    }
    #expect(worstError(of: found.predictions, with: expected, floor: 1) < 1e-11)
  }

  @Test func partsArePredictedByRegressionsOfTheOthers() throws {
    let weights = (0..<120).map { 0.5 + Double($0 % 7) / 4 }
    let folds = Folds(rows: 120, count: 4, seed: 2)
    let found = CrossValidation(linear: 4, on: drivers, in: sample, weights: weights, folds: folds)
    var (left, total) = (0.0, 0.0)
    for part in 0..<4 {
      let kept = folds.kept(part)
      let fitted = try LinearRegression(
        of: kept.map { column(4)[$0] }, on: drivers.map { driver in kept.map { column(driver)[$0] } },
        weights: kept.map { weights[$0] })
      let sum = kept.reduce(0) { $0 + weights[$1] }
      let mean = kept.reduce(0) { $0 + weights[$1] * column(4)[$1] } / sum
      for row in folds.held(part) {
        let value = zip(drivers, fitted.coefficients).reduce(fitted.intercept) { sum, pair in
          sum + (pair.1 ?? 0) * column(pair.0)[row]
        }
        #expect(Agreement(found.predictions[row], with: value, floor: 1).error < 1e-11)
        left += weights[row] * (column(4)[row] - value) * (column(4)[row] - value)
        total += weights[row] * (column(4)[row] - mean) * (column(4)[row] - mean)
      }
    }
    #expect(Agreement(found.rSquared, with: 1 - left / total).error < 1e-11)
  }

  @Test func noiseIsNotPredicted() {
    let noise = PredictionSample.columns(200, drivers: 4, seed: 6) { _, noise in 5 + 5 * noise }
    let found = CrossValidation(linear: 4, on: drivers, in: noise, folds: Folds(rows: 200))
    #expect(found.rSquared < 0.02 && found.rSquared > -0.15)
  }

  @Test func gainIsTheDifferenceOfRSquared() {
    let folds = Folds(rows: 120, count: 5)
    let all = CrossValidation(linear: 4, on: drivers, in: sample, folds: folds)
    let one = CrossValidation(linear: 4, on: [3], in: sample, folds: folds)
    let gain = PredictionGain(of: all, over: one)
    #expect(Agreement(gain.value, with: all.rSquared - one.rSquared).error < 1e-11)
    #expect(gain.standardError > 0 && gain.value > 3 * gain.standardError)
    #expect(PredictionGain(of: all, over: all).value == 0)
  }
}
