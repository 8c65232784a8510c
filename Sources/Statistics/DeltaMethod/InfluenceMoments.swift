/// Second and third moments of respondents' influences on several functions, added up by the design they were drawn by.
struct InfluenceMoments {
  private let count: Int
  private let design: SamplingDesign?
  private var sums: CrossProducts
  private var panel: ProductPanel
  private var cubes: [Double]
  private var added = 0
  private var clusterSums: [[Double]]
  /// The sum of the squares of all influences, kept with a design only.
  private var squares = 0.0

  /// Moments of nobody; without a design all respondents are independent.
  init(functions count: Int, design: SamplingDesign? = nil) {
    (self.count, self.design) = (count, design)
    let zeros = [Double](repeating: 0, count: count)
    (sums, panel, cubes) = (CrossProducts(shift: zeros), ProductPanel(columns: count + 1), zeros)
    clusterSums = Array(repeating: zeros, count: design?.clusterCount ?? 0)
  }

  /// Adds what the respondent of a row moves the functions by.
  @inline(__always)
  mutating func add(row: Int, _ influence: (Int) -> Double) {
    if let design {
      let cluster = design.clusters[row]
      for place in 0..<count {
        let value = influence(place)
        clusterSums[cluster][place] += value
        squares += value * value
      }
      return
    }
    added += 1
    panel.append(weight: 1) { $0 == 0 ? 1 : influence($0 - 1) }
    for place in 0..<count {
      let value = influence(place)
      cubes[place] += value * value * value
    }
    if panel.isFull { panel.flush(into: &sums.triangle) }
  }

  /// How many times greater the functions' variances are, taken together, than if respondents were independent, the
  /// corrections for few clusters aside.
  func designEffect(of covariance: Matrix) -> Double {
    guard let design, squares > 0 else { return 1 }
    let correction = Double(design.clusterCount) / Double(max(design.degreesOfFreedom, 1))
    return covariance.diagonal.reduce(0, +) / (squares * correction)
  }

  /// The functions' covariances and accelerations, the respondents added standing for so many.
  ///
  /// A function's acceleration is Σl³/6(Σl²)^1.5 over influences l: how fast its standard error changes with its value
  /// (Efron 1987, doi:10.1080/01621459.1987.10478410, 6.6), as the BCa interval needs it.
  mutating func finished(standingFor rows: Int) -> (covariance: Matrix, accelerations: [Double]) {
    if let design {
      let covariance = design.covariance(ofSums: clusterSums)
      return (covariance, design.accelerations(ofSums: clusterSums))
    }
    panel.flush(into: &sums.triangle)
    let (all, taken) = (Double(rows), Double(max(added, 1)))
    let factor = all / taken * all / max(1, all - 1)
    var covariance = Matrix(rows: count, columns: count)
    for row in 0..<count {
      for column in 0..<count {
        covariance[row, column] = factor * sums.triangle[CrossProducts.place(row, column)]
      }
    }
    let accelerations = (0..<count).map { place -> Double in
      let squares = sums.triangle[CrossProducts.place(place, place)]
      guard squares > 0 else { return 0 }
      return cubes[place] / (6 * squares * squares.squareRoot()) * (taken / all).squareRoot()
    }
    return (covariance, accelerations)
  }
}
