import SurveyAnalysis

/// What a model of any kind says, for every format: each kind has an initialiser of its own.
struct ModelText {
  /// The JSON.
  let record: any Encodable
  /// What stands above the table: the method, how well it does, and the base.
  let facts: [String]
  /// The table for people.
  let table: ResultTable
  /// What must be known beside its numbers.
  let notes: [String]
  /// The table for other programs.
  let exactTable: ResultTable
  /// What was done, and when it should not be, in plain words.
  let explanation: [String]

  init(_ analysis: ModelAnalysis, _ context: ReportContext) {
    switch analysis {
    case .linear(let found): self.init(found, context)
    case .logistic(let found): self.init(found, context)
    case .shares(let found): self.init(found, context)
    case .ordinal(let found): self.init(found, context)
    case .multinomial(let found): self.init(found, context)
    case .penaltyReward(let found): self.init(found, context)
    case .necessaryCondition(let found): self.init(found, context)
    case .commonality(let found): self.init(found, context)
    case .matrix(let found): self.init(found, context)
    case .themes(let found): self.init(found, context)
    }
  }

  init(
    record: any Encodable, facts: [String], table: ResultTable, notes: [String], exactTable: ResultTable,
    explanation: [String]
  ) {
    (self.record, self.facts, self.table) = (record, facts, table)
    (self.notes, self.exactTable, self.explanation) = (notes, exactTable, explanation)
  }

  /// The table with what stands above and below it.
  func readable(_ context: ReportContext) -> ResultText {
    let always = context.language("Associations, not proven effects.", "Verbanden, geen bewezen gevolgen.")
    return ResultText(title: context.labels.title, facts: facts, table: table, notes: notes + [always])
  }
}
