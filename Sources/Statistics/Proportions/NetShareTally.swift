/// How many respondents are for, between and against, and what they weigh: all that a net share needs.
///
/// Tallies of parts add up to the tally of the whole, so one pass over the responses serves every group and period.
public struct NetShareTally: Sendable, Equatable {
  /// Where a respondent stands; the raw value is the part in the net share.
  public enum Side: Int, Sendable, CaseIterable {
    /// Counts −1.
    case against = -1
    /// Counts 0.
    case between = 0
    /// Counts +1.
    case inFavour = 1
  }

  /// Sums over the respondents of one side.
  struct Sums: Sendable, Equatable {
    var count = 0
    var weight = 0.0
    var squaredWeight = 0.0
  }

  private var against = Sums()
  private var between = Sums()
  private var inFavour = Sums()
  private var leastWeight = Double.infinity
  private var greatestWeight = 0.0

  /// A tally of nobody.
  public init() {}

  /// Adds respondents of one side who weigh the same.
  ///
  /// Weights are relative: only their ratios matter. A weight that is zero, negative or not a number adds nobody.
  public mutating func add(_ side: Side, weight: Double = 1, count: Int = 1) {
    guard weight > 0, weight < .infinity, count > 0 else { return }
    leastWeight = min(leastWeight, weight)
    greatestWeight = max(greatestWeight, weight)
    let times = Double(count)
    update(side) { sums in
      sums.count += count
      sums.weight += times * weight
      sums.squaredWeight += times * weight * weight
    }
  }

  /// The respondents of both tallies.
  public static func + (first: NetShareTally, second: NetShareTally) -> NetShareTally {
    var total = first
    for side in Side.allCases {
      let part = second.sums(side)
      total.update(side) { sums in
        sums.count += part.count
        sums.weight += part.weight
        sums.squaredWeight += part.squaredWeight
      }
    }
    total.leastWeight = min(first.leastWeight, second.leastWeight)
    total.greatestWeight = max(first.greatestWeight, second.greatestWeight)
    return total
  }

  /// How many respondents there are.
  public var count: Int { against.count + between.count + inFavour.count }

  /// How many respondents stand on a side.
  public func count(_ side: Side) -> Int { sums(side).count }

  /// Kish's effective sample size (Σw)²/Σw²; the count where all weigh the same, 0 for nobody.
  public var effectiveCount: Double {
    guard isWeighted else { return Double(count) }
    let weight = Side.allCases.reduce(0) { $0 + sums($1).weight }
    let squares = Side.allCases.reduce(0) { $0 + sums($1).squaredWeight }
    return weight * weight / squares
  }

  /// Whether respondents weigh differently.
  var isWeighted: Bool { count > 0 && leastWeight < greatestWeight }

  func sums(_ side: Side) -> Sums {
    switch side {
    case .against: against
    case .between: between
    case .inFavour: inFavour
    }
  }

  private mutating func update(_ side: Side, _ change: (inout Sums) -> Void) {
    switch side {
    case .against: change(&against)
    case .between: change(&between)
    case .inFavour: change(&inFavour)
    }
  }
}
