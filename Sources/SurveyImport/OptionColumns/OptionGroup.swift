/// Neighbouring columns that may hold one question: a column per option, of which a respondent fills one.
struct OptionGroup: Sendable, Equatable {
  /// The question, or `Question [row]` for a row of a grid.
  let name: String
  /// The question, with or without rows.
  private let question: String
  /// The options' columns.
  private(set) var columns: [Int]
  private var options: [FoldedText]
  /// In how many rows one of the columns is filled, and in how many more than one.
  private var filled = 0
  private var doubled = 0
  /// Columns with a cell that is neither their option nor a number, such as `Other, namely`.
  private var foreign: Set<Int> = []
  /// The number that each column has in place of its option.
  private var numbers: [Int: FoldedText] = [:]
  /// Whether a column has several numbers: ratings of what is named there, and no option.
  private var hasRatings = false

  /// Fewer answers than this do not show that a respondent gives one.
  private static let fewestAnswers = 5

  /// A group of columns, each with its option.
  private init(_ name: String, of question: String, _ columns: [(column: Int, option: String)]) {
    self.name = name
    self.question = question
    self.columns = columns.map(\.column)
    options = columns.map { FoldedText($0.option) }
  }

  /// Takes a row, in which a cell may be filled.
  mutating func add(_ text: (Int) -> String) {
    var count = 0
    for (column, option) in zip(columns, options) {
      let cell = FoldedText(text(column))
      if cell.text.isEmpty { continue }
      if cell == option || option.text.hasSuffix("- \(cell.text)") {
        count += 1
      } else if NumberText.whole(cell.text) != .text {
        count += 1
        hasRatings = hasRatings || numbers.updateValue(cell, forKey: column).map { $0 != cell } == true
      } else {
        foreign.insert(column)
      }
    }
    if count > 0 { filled += 1 }
    if count > 1 { doubled += 1 }
  }

  /// Whether so few rows have two answers that they are slips, and numbers tell the options apart.
  private var hasOneAnswer: Bool {
    doubled * 100 <= filled && !hasRatings && Set(numbers.values).count == numbers.count
  }

  /// The groups that are questions with one answer, without columns of other texts; the rows of a grid are so together or
  /// not at all.
  static func questions(among groups: [OptionGroup]) -> [OptionGroup] {
    let all = Dictionary(grouping: groups, by: \.question)
    return groups.compactMap { group in
      let rows = all[group.question] ?? []
      let answers = rows.reduce(0) { $0 + $1.filled }
      guard answers >= fewestAnswers, rows.allSatisfy(\.hasOneAnswer) else { return nil }
      var question = group
      question.columns.removeAll(where: group.foreign.contains)
      return question.columns.count > 1 ? question : nil
    }
  }
}

extension OptionGroup {
  /// The groups that names such as `Question [option]` and `Question [row - option]` may make.
  static func candidates(in names: [String]) -> [OptionGroup] {
    var groups: [OptionGroup] = []
    var run: [(column: Int, question: String, option: String)] = []
    for (column, name) in names.enumerated() {
      let parts = parts(of: name)
      if let last = run.last, last.question != parts?.question {
        groups += divided(run)
        run = []
      }
      if let parts { run.append((column, parts.question, parts.option)) }
    }
    return groups + divided(run)
  }

  /// The rows of a grid where all options begin with one, else the whole question.
  private static func divided(_ run: [(column: Int, question: String, option: String)]) -> [OptionGroup] {
    guard run.count > 1, let question = run.first?.question else { return [] }
    var rows: [(name: String, columns: [(column: Int, option: String)])] = []
    for (column, _, option) in run {
      guard let dash = option.ranges(of: " - ").last else {
        return [OptionGroup(question, of: question, run.map { ($0.column, $0.option) })]
      }
      let name = String(option[..<dash.lowerBound])
      if rows.last?.name != name { rows.append((name, [])) }
      rows[rows.count - 1].columns.append((column, String(option[dash.upperBound...])))
    }
    let isGrid = rows.allSatisfy { $0.columns.count > 1 }
    guard isGrid else { return [OptionGroup(question, of: question, run.map { ($0.column, $0.option) })] }
    return rows.map { OptionGroup("\(question) [\($0.name)]", of: question, $0.columns) }
  }

  private static func parts(of name: String) -> (question: String, option: String)? {
    guard name.hasSuffix("]"), let open = name.firstRange(of: " [") else { return nil }
    return (String(name[..<open.lowerBound]), String(name[open.upperBound...].dropLast()))
  }
}
