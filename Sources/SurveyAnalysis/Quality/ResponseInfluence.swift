internal import Statistics

/// How many respondents pull the regression of the score on all drivers towards themselves; never who.
public struct ResponseInfluence: Sendable, Equatable {
  /// Respondents who rated every driver, among whom influence is looked at.
  public let completeCases: Int
  /// The largest Cook's distance; above 0.5 a single respondent moves the coefficients.
  public let largestCooksDistance: Double
  /// Respondents with a Cook's distance above 4/n (Bollen & Jackman 1990), who are left out in a ranking of its own.
  public let influential: Int
  /// Respondents with a leverage above 3(p + 1)/n: an unusual combination of ratings.
  public let highLeverage: Int
  /// The rows of the influential ones, for analyses without them.
  let rows: [Int]

  /// Nil where there are fewer than two more complete cases than drivers.
  init?(_ data: DriverData) {
    let (columns, weights) = data.completeRows()
    guard columns.rows > data.count + 1 else { return nil }
    let ratings = columns.columns.map { $0.map { Double($0) } }
    do {
      let found = try RegressionInfluence(
        of: ratings[data.count], on: Array(ratings[..<data.count]), weights: weights)
      let size = Double(columns.rows)
      let places = columns.rows == data.columns.rows ? Array(0..<columns.rows) : data.columns.completeRows
      rows = zip(places, found.cooksDistances).filter { $0.1 > 4 / size }.map { data.rows[$0.0] }
      completeCases = columns.rows
      largestCooksDistance = found.cooksDistances.filter { !$0.isNaN }.max() ?? 0
      influential = rows.count
      highLeverage = found.leverages.count { $0 > 3 * Double(data.count + 1) / size }
    } catch {
      return nil
    }
  }
}
