import TestSupport
import Testing

@testable import Statistics

/// The derivatives of Shapley shares in closed form, against those by differences.
@Suite struct ShapleyGradientTests {
  /// Ratings that share an impression, the last two columns being outcomes.
  private static func correlation(drivers: Int) -> Matrix {
    var generator = SeededGenerator(seed: UInt64(drivers))
    var columns = [[Double]](repeating: [], count: drivers + 2)
    for _ in 0..<400 {
      let impression = 2 * generator.uniform()
      let ratings = (0..<drivers).map { _ in impression + generator.uniform() }
      for (column, rating) in ratings.enumerated() { columns[column].append(rating) }
      let level = zip(ratings, 1...).reduce(0) { $0 + $1.0 / Double($1.1) }
      columns[drivers].append(level + 2 * generator.uniform())
      columns[drivers + 1].append(level + generator.uniform() > 5 ? 1 : 0)
    }
    return Covariance(of: columns).correlation
  }

  @Test(arguments: [1, 2, 3, 6, 9]) func closedFormsAreTheDerivatives(drivers: Int) {
    let correlation = Self.correlation(drivers: drivers)
    let functions = SmoothFunctions.shapleyFractions(
      of: [drivers, drivers + 1], among: Array(0..<drivers))
    let exact = functions.forms(correlation, 2 * drivers)
    let differences = SmoothFunctions.differentiated(functions.estimates)
      .forms(correlation, 2 * drivers)
    let largest = differences.functions.flatMap(\.elements).map(\.magnitude).max() ?? 1
    for (closed, differentiated) in zip(exact.functions, differences.functions) {
      for (first, second) in zip(closed.elements, differentiated.elements) {
        #expect((first - second).magnitude < 1e-7 * max(largest, 1))
      }
    }
  }

  /// Shares as parts sum to 1, and R² does not change with a column's unit.
  @Test func formsSumToNothingAndIgnoreUnits() {
    let correlation = Self.correlation(drivers: 7)
    let forms = InfluenceForms(shapleyFractionsOf: [7], among: Array(0..<7), at: correlation).functions
    for place in 0..<81 {
      let sum = forms.reduce(0) { $0 + $1.elements[place] }
      #expect(sum.magnitude < 1e-13)
    }
    for form in forms {
      // A change of unit moves a row of covariances in proportion: Σ F r must vanish in each row.
      for row in 0..<9 {
        let move = (0..<9).reduce(0) { $0 + form[row, $1] * correlation[row, $1] }
        #expect(move.magnitude < 1e-13)
      }
    }
  }

  /// Beyond 18 drivers the derivatives come from random orders; here both ways can be had.
  @Test func randomOrdersGiveTheErrorsOfAllOrders() {
    let columns = Self.ratings(drivers: 10)
    let covariance = Covariance(CrossProducts(of: columns))
    let errors = [18, 0].map { most in
      let forms = InfluenceForms(
        shapleyFractionsOf: [10], among: Array(0..<10), at: covariance.correlation, mostExact: most)
      return InfluenceSum(forms, at: covariance).moments(of: columns, weights: nil, design: nil)
        .covariance.diagonal
        .map { $0.squareRoot() }
    }
    #expect(worstError(of: errors[1], with: errors[0]) < 0.03)
  }

  private static func ratings(drivers: Int) -> IntegerColumns {
    var generator = SeededGenerator(seed: 7)
    var columns = [[Int16]](repeating: [], count: drivers + 1)
    for _ in 0..<400 {
      let impression = generator.index(below: 6)
      let ratings = (0..<drivers).map { _ in impression + generator.index(below: 5) }
      for (column, rating) in ratings.enumerated() { columns[column].append(Int16(rating)) }
      let level = zip(ratings, 1...).reduce(0) { $0 + Double($1.0) / Double($1.1) }
      columns[drivers].append(Int16((level / 3).rounded()) + Int16(generator.index(below: 3)))
    }
    return IntegerColumns(rows: 400, columns: columns)
  }

  /// As long as duplicates stay duplicates they have the same influence, and nothing turns into "not a number".
  @Test func duplicatesShareTheirInfluence() {
    let doubled = Self.correlation(drivers: 3).restricted(to: [0, 1, 2, 2, 3])
    let forms = InfluenceForms(shapleyFractionsOf: [4], among: [0, 1, 2, 3], at: doubled).functions
    for seed in 0..<5 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var answers = (0..<5).map { _ in generator.uniform() - 0.5 }
      answers[3] = answers[2]
      let influences = forms.map { $0.quadraticForm(answers) }
      #expect(influences[2].isFinite)
      #expect((influences[2] - influences[3]).magnitude < 1e-12)
    }
  }
}
