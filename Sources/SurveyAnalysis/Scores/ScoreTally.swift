internal import Statistics
internal import SurveyModel

/// The respondents of one group: all of them, and the valid answers among them.
struct ScoreTally: Equatable {
  var responses = 0
  var answers = NetShareTally()
  /// The same per cluster; nil where respondents are independent.
  var clusters: ClusterTally?

  var base: Base {
    Base(responses: responses, size: answers.count, effectiveSize: answers.effectiveCount)
  }

  /// The score, or nil where the base is under 5.
  func score(_ options: ScoreOptions) -> NetPromoterScore? {
    let base = base
    guard !base.isSuppressed, let share else { return nil }
    return NetPromoterScore(share, base: base, options: options)
  }

  /// The net share with its standard error under the design; nil for nobody.
  var share: NetShare? { NetShare(of: answers, standardError: clusters?.standardError) }

  static func + (first: ScoreTally, second: ScoreTally) -> ScoreTally {
    let pair = first.clusters.flatMap { one in second.clusters.map { one + $0 } }
    return ScoreTally(
      responses: first.responses + second.responses, answers: first.answers + second.answers,
      clusters: pair ?? first.clusters ?? second.clusters)
  }
}

/// The outcome of every response as promoter, passive or detractor, with its weight.
struct OutcomeColumn {
  /// −1, 0, 1, or `missing`.
  private let sides: [Int8]
  private let weights: [Double]?
  private let sampling: SamplingDesign?
  /// How the responses were drawn; nil where they are independent.
  let design: DesignSummary?
  /// The groups of the outcome's scale.
  let groups: PromoterGroups
  private static let missing: Int8 = 2

  init(of survey: Survey, _ table: ResponseTable, options: ScoreOptions) throws(AnalysisError) {
    let scale = survey.outcome.scale
    let boxes = options.acceptsAnyScale ? PromoterGroups(orBoxesOf: scale) : nil
    guard let groups = PromoterGroups(of: scale) ?? boxes else {
      throw .noPromoterGroups(minimum: scale.minimum, maximum: scale.maximum)
    }
    guard table.count > 0 else { throw .noResponses }
    let ratings = table.ratings[survey.outcome.id] ?? []
    self.groups = groups
    sides = ratings.map { rating in
      guard let value = rating.value, scale.contains(value) else { return OutcomeColumn.missing }
      return Int8(groups.group(of: value).rawValue)
    }
    weights = table.weights
    sampling = table.design(of: survey, rows: Array(0..<table.count))
    design = DesignSummary(sampling, of: survey)
    let isValid = sides.indices.contains { sides[$0] != OutcomeColumn.missing && (weights?[$0] ?? 1) > 0 }
    guard isValid else { throw .noValidOutcome }
  }

  /// The tallies of `count` groups; a response belongs to the group that `group` names, or to none.
  func tallies(count: Int, group: (Int) -> Int?) -> [ScoreTally] {
    let empty = ScoreTally(clusters: sampling.map(ClusterTally.init))
    var tallies = [ScoreTally](repeating: empty, count: count)
    for row in sides.indices {
      guard let index = group(row) else { continue }
      tallies[index].responses += 1
      guard let side = NetShareTally.Side(rawValue: Int(sides[row])) else { continue }
      tallies[index].answers.add(side, weight: weights?[row] ?? 1)
      tallies[index].clusters?.add(row: row, side, weight: weights?[row] ?? 1)
    }
    return tallies
  }
}

extension Survey {
  /// The column of a segment, or the error that names the nearest one.
  func categories(
    of segment: String, in table: ResponseTable
  ) throws(AnalysisError) -> ResponseTable.Categories {
    let known = segments.map(\.id)
    guard known.contains(segment) else {
      throw .unknownSegment(segment, nearest: NearestName(among: known).match(for: segment))
    }
    let empty = [Int32](repeating: -1, count: table.count)
    return table.segments[segment] ?? ResponseTable.Categories(levels: [], indices: empty)
  }
}

extension ResponseTable.Categories {
  /// The level of a response, or nil where missing.
  func level(_ row: Int) -> Int? { indices[row] < 0 ? nil : Int(indices[row]) }
}
