/// Whether a level of the outcome is never seen without a level of a condition: necessary, if not sufficient.
///
/// Necessary condition analysis (Dul 2016, doi:10.1177/1094428115584005): the empty corner of few of the condition and much
/// of the outcome, as a part of the room in which respondents could lie. It rests on the extreme respondents alone, so a
/// single careless one can remove an effect; `peers` tells on how many.
public struct NecessaryConditionAnalysis: Sendable, Equatable {
  /// One way to draw the ceiling.
  public struct Ceiling: Sendable, Equatable {
    /// The empty room above the ceiling, in points of condition times points of outcome.
    public let zone: Double
    /// `zone` over the scope, 0…1; below 0.1 is called small (Dul 2016).
    public let effect: Double
    /// The weighted share of respondents on or below the ceiling, 0…1.
    public let accuracy: Double
    /// How often an effect at least as large came out when outcomes were shuffled, the sample itself counted; nil
    /// without shuffles.
    ///
    /// Dul, van der Laan & Kuik 2020, doi:10.1177/1094428118795272.
    public let pValue: Double?
  }

  /// The room in which respondents could lie: the ranges that occur, multiplied.
  public let scope: Double
  /// The steps of the free disposal hull (CE-FDH).
  public let steps: Ceiling
  /// The least-squares line through the corners of the steps (CR-FDH); respondents may lie above it.
  public let line: Ceiling
  /// How many corners define the ceiling.
  public let peers: Int

  /// The analysis of one condition, with an empirical scope; nil where condition or outcome does not vary.
  ///
  /// A ceiling lies above whoever was seen, however much he weighs: weights count in `accuracy`, and respondents without
  /// weight are not there. Shuffles give every outcome to anybody alike.
  ///
  /// - Precondition: all columns have equal lengths and finite numbers, and no weight is negative.
  public init?(
    of outcome: [Double], on condition: [Double], weights: [Double]? = nil, permutations: Int = 0,
    seed: UInt64 = 1
  ) {
    precondition(outcome.count == condition.count, "All columns have the same length.")
    precondition(permutations >= 0, "The number of permutations is not negative.")
    let weights = weights ?? Array(repeating: 1, count: outcome.count)
    precondition(weights.count == outcome.count, "All columns have the same length.")
    precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "Weights are finite and not negative.")
    let counted = weights.indices.filter { weights[$0] > 0 }
    self.init(
      counted: counted.map { outcome[$0] }, counted.map { condition[$0] }, counted.map { weights[$0] },
      permutations: permutations, seed: seed)
  }

  /// The analysis of respondents who all have a weight.
  private init?(
    counted outcome: [Double], _ condition: [Double], _ weights: [Double], permutations: Int, seed: UInt64
  ) {
    guard !outcome.isEmpty else { return nil }
    let order = condition.indices.sorted { (condition[$0], $0) < (condition[$1], $1) }
    let envelope = CeilingEnvelope(condition: condition, outcome: outcome, order: order)
    guard envelope.scope > 0 else { return nil }
    let zones = [envelope.zoneAboveSteps, envelope.zoneAboveLine]
    var extreme = [1, 1]
    for stream in 0..<permutations {
      var generator = SeededGenerator(seed: seed, stream: UInt64(stream))
      let shuffled = outcome.shuffled(using: &generator)
      let other = CeilingEnvelope(condition: condition, outcome: shuffled, order: order)
      let tolerance = 1e-12 * envelope.scope
      if other.zoneAboveSteps >= zones[0] - tolerance { extreme[0] += 1 }
      if other.zoneAboveLine >= zones[1] - tolerance { extreme[1] += 1 }
    }
    let pValues = extreme.map { permutations > 0 ? Double($0) / Double(permutations + 1) : nil }
    let below = outcome.indices.reduce(0.0) { sum, row in
      let height = envelope.line.map { $0.intercept + $0.slope * condition[row] } ?? .infinity
      return sum + (outcome[row] <= height + 1e-9 * max(1, height.magnitude) ? weights[row] : 0)
    }
    scope = envelope.scope
    peers = envelope.peers.count
    steps = Ceiling(zone: zones[0], effect: zones[0] / scope, accuracy: 1, pValue: pValues[0])
    line = Ceiling(
      zone: zones[1], effect: zones[1] / scope, accuracy: below / weights.reduce(0, +), pValue: pValues[1])
  }
}
