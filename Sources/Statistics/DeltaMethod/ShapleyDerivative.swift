/// A weighted sum of β βᵀ, of β and of R² over sub-models.
struct ShapleyDerivative {
  /// The sum of β βᵀ, its lower triangle row after row.
  var products: [Double]
  var coefficients: [Double]
  var explained: Double

  /// One outcome's part of the sums of all.
  init(_ sums: [Double], _ outcome: Int, outcomes: Int, drivers: Int) {
    let part = Array(sums[outcome * (sums.count / outcomes)..<(outcome + 1) * (sums.count / outcomes)])
    let triangle = drivers * (drivers + 1) / 2
    products = Array(part[..<triangle])
    coefficients = Array(part[triangle..<triangle + drivers])
    explained = part[triangle + drivers]
  }

  init(products: [Double], coefficients: [Double], explained: Double) {
    (self.products, self.coefficients, self.explained) = (products, coefficients, explained)
  }
}
