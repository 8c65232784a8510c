/// The free disposal hull over a cloud of points: the highest outcome seen at or below each level of a condition.
///
/// The steps of the envelope are its peers: respondents whom nobody with as little of the condition surpasses (Dul 2016,
/// doi:10.1177/1094428115584005).
struct CeilingEnvelope {
  /// The peers, from the left: their condition and their outcome, both rising.
  let peers: [(condition: Double, outcome: Double)]
  let conditions: ClosedRange<Double>
  let outcomes: ClosedRange<Double>

  /// The envelope of points sorted by their condition.
  init(condition: [Double], outcome: [Double], order: [Int]) {
    var peers: [(condition: Double, outcome: Double)] = []
    for point in order {
      guard let last = peers.last else { peers.append((condition[point], outcome[point])); continue }
      guard outcome[point] > last.outcome else { continue }
      if condition[point] == last.condition { peers.removeLast() }
      peers.append((condition[point], outcome[point]))
    }
    self.peers = peers
    conditions = (condition[order[0]])...(condition[order[order.count - 1]])
    let (least, most) = outcome.reduce((Double.infinity, -Double.infinity)) { (min($0.0, $1), max($0.1, $1)) }
    outcomes = least...most
  }

  /// The whole room in which points could lie.
  var scope: Double {
    (conditions.upperBound - conditions.lowerBound) * (outcomes.upperBound - outcomes.lowerBound)
  }

  /// The room above the steps.
  var zoneAboveSteps: Double {
    var zone = 0.0
    for (place, peer) in peers.enumerated() {
      let next = place + 1 < peers.count ? peers[place + 1].condition : conditions.upperBound
      zone += (next - peer.condition) * (outcomes.upperBound - peer.outcome)
    }
    return zone
  }

  /// The least-squares line through the peers; nil with fewer than two.
  var line: (intercept: Double, slope: Double)? {
    guard peers.count > 1 else { return nil }
    let count = Double(peers.count)
    let meanX = peers.reduce(0) { $0 + $1.condition } / count
    let meanY = peers.reduce(0) { $0 + $1.outcome } / count
    let (products, squares) = peers.reduce((0.0, 0.0)) {
      let deviation = $1.condition - meanX
      return ($0.0 + deviation * ($1.outcome - meanY), $0.1 + deviation * deviation)
    }
    let slope = products / squares
    return (meanY - slope * meanX, slope)
  }

  /// The room above the line, inside the scope.
  var zoneAboveLine: Double {
    guard let line, line.slope > 0 else { return 0 }
    let (left, right) = (conditions.lowerBound, conditions.upperBound)
    let (low, high) = (outcomes.lowerBound, outcomes.upperBound)
    // The line runs from the floor (or the left edge) to the ceiling (or the right edge).
    let start = min(right, max(left, (low - line.intercept) / line.slope))
    let end = min(right, max(left, (high - line.intercept) / line.slope))
    let rise = { (x: Double) in min(high, max(low, line.intercept + line.slope * x)) }
    let beforeLine = (start - left) * (high - low)
    return beforeLine + (end - start) * (high - (rise(start) + rise(end)) / 2)
  }
}
