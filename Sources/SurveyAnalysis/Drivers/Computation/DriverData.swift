internal import Statistics
internal import SurveyModel

/// The respondents a ranking rests on: a column per usable driver, then the outcomes, ratings with the good end on top.
struct DriverData {
  /// The drivers that vary, in the survey's order.
  let drivers: [Question]
  /// The question that is explained.
  let outcome: Question
  /// Drivers' columns as codes of their scales, then the score, then promoter and detractor as 0 and 1 where the scale has such groups.
  let columns: IntegerColumns
  /// The row of the table that each row here came from.
  let rows: [Int]
  /// A positive weight per row, or nil where all are equal.
  let weights: [Double]?
  /// How the rows were drawn; nil where they are independent.
  let design: SamplingDesign?
  /// What the ranking rests on.
  let base: Base
  /// How many rows have every usable driver.
  let completeCases: Int
  /// Drivers left out, in the survey's order.
  let leftOut: [DriverFinding]
  /// How many rows rated each usable driver.
  let answered: [Int]
  /// Weighted mean of each usable driver on its own scale, with its standard error.
  let performance: [WeightedMean]

  /// The number of drivers.
  var count: Int { drivers.count }
  /// The column of an outcome, or nil where the scale has no such groups or nobody, or everybody, is in it.
  func column(of outcome: OutcomeKind) -> Int? {
    let column = count + (outcome == .score ? 0 : outcome == .promoter ? 1 : 2)
    guard column < columns.columns.count, let first = columns.columns[column].first else { return nil }
    return columns.columns[column].contains { $0 != first } ? column : nil
  }

  init(of survey: Survey, _ table: ResponseTable, options: DriverOptions) throws(AnalysisError) {
    guard table.count > 0 else { throw .noResponses }
    let scale = survey.outcome.scale
    let groups = PromoterGroups(of: scale)
    guard options.outcome == .score || groups != nil else {
      throw .noPromoterGroups(minimum: scale.minimum, maximum: scale.maximum)
    }
    let valid = DriverData.validRows(survey, table)
    guard !valid.isEmpty else { throw .noValidOutcome }
    let all = survey.drivers.map { DriverData.column($0, table, valid) }
    let isRated = valid.indices.map { row in all.contains { $0[row] != IntegerColumns.missing } }
    let kept = valid.indices.filter { isRated[$0] }
    let rated = all.map { column in kept.map { column[$0] } }
    leftOut = zip(survey.drivers, rated).compactMap { DriverData.finding($0, $1) }
    let usable = survey.drivers.indices.filter { DriverData.finding(survey.drivers[$0], rated[$0]) == nil }
    guard !usable.isEmpty else { throw .noUsableDriver }
    let rows = kept.map { valid[$0] }
    let outcomes = DriverData.outcomes(survey.outcome, groups, table, rows)
    let whole = IntegerColumns(rows: rows.count, columns: usable.map { rated[$0] } + outcomes)
    let given = table.weights.map { weights in rows.map { weights[$0] } }
    drivers = usable.map { survey.drivers[$0] }
    outcome = survey.outcome
    columns = whole
    weights = given
    let sampling = table.design(of: survey, rows: rows)
    design = sampling
    self.rows = rows
    completeCases = whole.completeRows.count
    base = Base(
      responses: table.count, size: rows.count, effectiveSize: DriverData.effectiveSize(given, rows.count))
    answered = usable.indices.map { whole.answered(in: $0) }
    performance = usable.indices.map { place in
      WeightedMean(of: whole.columns[place], weights: given, design: sampling)
        .divided(by: Double(survey.drivers[usable[place]].scale.steps))
    }
    try check(options)
  }

  /// Refuses what cannot be ranked.
  private func check(_ options: DriverOptions) throws(AnalysisError) {
    let score = columns.columns[count]
    if let first = score.first, score.allSatisfy({ $0 == first }) {
      throw .constantOutcome(value: Int(first))
    }
    let rows = options.missing == .completeCases ? completeCases : base.size
    let need = max(Base.suppressed, count + 2)
    guard rows >= need else { throw .tooFewRespondents(have: rows, need: need) }
    if column(of: options.outcome) == nil {
      throw .constantOutcome(value: Int(score[0]))
    }
  }

  /// The answers to a driver in columns of codes of which none is missing.
  func answers(of driver: Int, in columns: IntegerColumns) -> [Double] {
    columns.columns[driver].map { drivers[driver].scale.answer(of: Int($0)) }
  }

  /// The data on the rows that have every usable driver.
  func completeRows() -> (columns: IntegerColumns, weights: [Double]?) {
    guard completeCases < columns.rows else { return (columns, weights) }
    let rows = columns.completeRows
    return (columns.restricted(to: rows), weights.map { weights in rows.map { weights[$0] } })
  }
}

extension DriverData {
  /// The rows with a valid outcome and a positive weight.
  private static func validRows(_ survey: Survey, _ table: ResponseTable) -> [Int] {
    let outcome = table.ratings[survey.outcome.id] ?? []
    return outcome.indices.filter { row in
      guard let value = outcome[row].value, survey.outcome.scale.contains(value) else { return false }
      let weight = table.weights?[row] ?? 1
      return weight > 0 && weight.isFinite
    }
  }

  private static func column(_ question: Question, _ table: ResponseTable, _ rows: [Int]) -> [Int16] {
    guard let ratings = table.ratings[question.id] else {
      return rows.map { _ in IntegerColumns.missing }
    }
    let scale = question.scale
    return rows.map { row in
      guard let value = ratings[row].value, scale.contains(value) else { return IntegerColumns.missing }
      return Int16(scale.oriented(value))
    }
  }

  private static func outcomes(
    _ outcome: Question, _ groups: PromoterGroups?, _ table: ResponseTable, _ rows: [Int]
  ) -> [[Int16]] {
    let score = column(outcome, table, rows)
    guard let groups else { return [score] }
    let members = [PromoterGroups.Group.promoter, .detractor].compactMap { groups.values(of: $0) }
    return [score] + members.map { values in score.map { values.contains(Int($0)) ? 1 : 0 } }
  }

  private static func varies(_ column: [Int16]) -> Bool {
    guard let first = column.first(where: { $0 != IntegerColumns.missing }) else { return false }
    return column.contains { $0 != first && $0 != IntegerColumns.missing }
  }

  private static func finding(_ question: Question, _ column: [Int16]) -> DriverFinding? {
    let answered = column.reduce(0) { $0 + ($1 == IntegerColumns.missing ? 0 : 1) }
    if answered == 0 { return .unanswered(driver: question.id) }
    // So few answers say nothing of how the driver goes with all others, and the EM iteration would never end.
    if answered < Base.lowBase, 2 * answered < column.count {
      return .fewAnswers(driver: question.id, answered: answered)
    }
    return varies(column) ? nil : .constant(driver: question.id)
  }

  /// Kish's effective number of respondents; their number where all weigh the same.
  static func effectiveSize(_ weights: [Double]?, _ count: Int) -> Double {
    guard let weights else { return Double(count) }
    let (sum, squares) = weights.reduce(into: (0.0, 0.0)) {
      $0.0 += $1; $0.1 += $1 * $1
    }
    return squares > 0 ? sum * sum / squares : 0
  }
}
