internal import RealModule

/// Where the parameters of a partial proportional odds model stand: per threshold itself and the coefficients that vary,
/// then the coefficients that do not.
struct PartialOddsDesign: Sendable {
  let ordinal: OrdinalDesign
  /// The kept predictors that vary, and those that do not, by their place among the kept.
  let varying: [Int]
  let common: [Int]

  init(_ ordinal: OrdinalDesign, varying predictors: [Int]) {
    self.ordinal = ordinal
    varying = ordinal.kept.indices.filter { predictors.contains(ordinal.kept[$0]) }
    common = ordinal.kept.indices.filter { !predictors.contains(ordinal.kept[$0]) }
  }

  /// How many parameters a threshold has to itself.
  var block: Int { varying.count + 1 }
  var size: Int { ordinal.thresholds * block + common.count }

  /// The parameter of a kept predictor at a threshold.
  func place(of member: Int, at cut: Int) -> Int {
    if let place = varying.firstIndex(of: member) { return cut * block + 1 + place }
    return ordinal.thresholds * block + (common.firstIndex(of: member) ?? 0)
  }

  /// The parameters that a limit depends on, in the order of `slopes`.
  func places(at cut: Int) -> [Int] {
    Array(cut * block..<(cut + 1) * block) + Array(ordinal.thresholds * block..<size)
  }

  /// How a row's limits move with the parameters of `places`: 1, then minus the predictors.
  func slopes(_ row: Int, into slopes: inout [Double]) {
    slopes[0] = 1
    for (place, member) in varying.enumerated() { slopes[1 + place] = -ordinal.value(row, member) }
    for (place, member) in common.enumerated() { slopes[block + place] = -ordinal.value(row, member) }
  }

  /// Thresholds of the overall shares, and coefficients of 0.
  var start: [Double] {
    var start = [Double](repeating: 0, count: size)
    for (cut, value) in ordinal.start[..<ordinal.thresholds].enumerated() { start[cut * block] = value }
    return start
  }

  /// A row's limit at a threshold.
  func limit(_ cut: Int, _ slopes: [Double], _ parameters: [Double]) -> Double {
    var sum = 0.0
    for place in 0..<block { sum += slopes[place] * parameters[cut * block + place] }
    for place in 0..<common.count {
      sum += slopes[block + place] * parameters[ordinal.thresholds * block + place]
    }
    return sum
  }

  /// A row's log-probability, with its slopes.
  func term(_ row: Int, _ parameters: [Double], slopes: inout [Double]) -> OrdinalTerm {
    self.slopes(row, into: &slopes)
    let category = ordinal.categories[row]
    return OrdinalTerm(
      upper: category < ordinal.thresholds ? limit(category, slopes, parameters) : nil,
      lower: category > 0 ? limit(category - 1, slopes, parameters) : nil)
  }

  /// The weighted slope of each row's log-probability with respect to the parameters.
  func scores(_ parameters: [Double]) -> [[Double]] {
    var slopes = [Double](repeating: 0, count: block + common.count)
    let places = (0..<ordinal.thresholds).map { self.places(at: $0) }
    return (0..<ordinal.count).map { row in
      let (term, category) = (term(row, parameters, slopes: &slopes), ordinal.categories[row])
      var score = [Double](repeating: 0, count: size)
      for (cut, slope) in [(category, term.slopeAbove), (category - 1, term.slopeBelow)]
      where places.indices.contains(cut) {
        let weighted = ordinal.weights[row] * slope
        for (place, value) in zip(places[cut], slopes) { score[place] += weighted * value }
      }
      return score
    }
  }

  /// The standard error of every predictor's coefficient at each threshold, in own units.
  func errors(_ covariance: Matrix, of predictors: Int) -> [[Double?]] {
    (0..<ordinal.thresholds).map { cut in
      spread(predictors) { member in
        let place = place(of: member, at: cut)
        return covariance[place, place].squareRoot() / ordinal.scales[member]
      }
    }
  }

  /// A threshold in the predictors' own units.
  func threshold(_ cut: Int, _ parameters: [Double]) -> Double {
    ordinal.kept.indices.reduce(parameters[cut * block]) { sum, member in
      sum + ordinal.means[member] / ordinal.scales[member] * parameters[place(of: member, at: cut)]
    }
  }

  /// A value per predictor from one per kept predictor.
  func spread(_ count: Int, _ value: (_ member: Int) -> Double) -> [Double?] {
    var result = [Double?](repeating: nil, count: count)
    for (member, predictor) in ordinal.kept.enumerated() { result[predictor] = value(member) }
    return result
  }

  /// The most that a step moves a limit of a row, its threshold's own movement left aside.
  func movement(_ step: [Double]) -> Double {
    var (most, row) = (0.0, [Double](repeating: 0, count: block + common.count))
    for index in 0..<ordinal.count {
      slopes(index, into: &row)
      for cut in 0..<ordinal.thresholds { most = max(most, limit(cut, row, step).magnitude) }
    }
    return most
  }

  /// Whether the limits of some row do not rise from threshold to threshold.
  func hasCrossing(_ parameters: [Double]) -> Bool {
    var row = [Double](repeating: 0, count: block + common.count)
    return (0..<ordinal.count).contains { index in
      slopes(index, into: &row)
      let limits = (0..<ordinal.thresholds).map { limit($0, row, parameters) }
      return zip(limits, limits.dropFirst()).contains { $0 >= $1 }
    }
  }
}

/// The log-likelihood of a partial proportional odds model at one place, with its slope and its information matrix.
struct PartialOddsState: LikelihoodState {
  var parameters: [Double]
  let logLikelihood: Double
  let gradient: [Double]
  let information: Matrix

  init(_ design: PartialOddsDesign, at parameters: [Double]) {
    let (ordinal, cuts) = (design.ordinal, design.ordinal.thresholds)
    let places = (0..<cuts).map { design.places(at: $0) }
    var sums = PartialOddsSums(size: design.size)
    var slopes = [Double](repeating: 0, count: design.block + design.common.count)
    for row in 0..<ordinal.count {
      let (category, weight) = (ordinal.categories[row], ordinal.weights[row])
      let term = design.term(row, parameters, slopes: &slopes)
      sums.logLikelihood += weight * term.logProbability
      guard term.logProbability.isFinite else { break }
      let (above, below) = (category < cuts ? places[category] : [], category > 0 ? places[category - 1] : [])
      sums.add(slopes, above, weight * term.slopeAbove, above, weight * term.bendAbove)
      sums.add(slopes, below, weight * term.slopeBelow, below, weight * term.bendBelow)
      sums.add(slopes, above, 0, below, weight * term.bendBoth)
      sums.add(slopes, below, 0, above, weight * term.bendBoth)
    }
    self.parameters = parameters
    (logLikelihood, gradient, information) = (sums.logLikelihood, sums.gradient, sums.information)
  }
}

/// Sums over rows, the information with its sign turned.
private struct PartialOddsSums {
  var logLikelihood = 0.0
  private(set) var gradient: [Double]
  private(set) var information: Matrix

  init(size: Int) {
    gradient = [Double](repeating: 0, count: size)
    information = Matrix(rows: size, columns: size)
  }

  /// Adds a slope along the parameters in `rows`, and a bend along them and those in `columns`.
  mutating func add(_ slopes: [Double], _ rows: [Int], _ slope: Double, _ columns: [Int], _ bend: Double) {
    for (first, row) in rows.enumerated() {
      gradient[row] += slope * slopes[first]
      let scaled = -bend * slopes[first]
      for (second, column) in columns.enumerated() { information[row, column] += scaled * slopes[second] }
    }
  }
}
