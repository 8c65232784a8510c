import SurveyModel

/// Counts the cells of one rating question while a file is inspected.
struct CellCounts {
  private let question: Question
  private let column: Int
  private var reader: RatingColumn
  private var coded = 0
  /// How often each value of the scale was given.
  private var answers: [Int]
  private var offScale: [Int: Int] = [:]

  /// More different numbers off the scale than this are not told apart.
  private static let mostNumbers = 1000

  /// Counts of a question in a column of the file.
  init(of question: Question, column: Int) {
    self.question = question
    self.column = column
    reader = RatingColumn(of: question)
    answers = Array(repeating: 0, count: question.scale.length + 1)
  }

  /// Takes the rating that was read from a record.
  mutating func add(_ rating: Rating, _ scanner: borrowing DelimitedScanner) {
    if let value = rating.value {
      answers[value - question.scale.codes.lowerBound] += 1
    } else if !scanner.bytes(of: column).isEmpty, !scanner.isSpace(column) {
      coded += 1
    }
  }

  /// Looks at a record that was rejected for a number off the scale.
  mutating func addRejected(_ scanner: borrowing DelimitedScanner) {
    let bytes = scanner.bytes(of: column)
    guard case .failure(let fault) = reader.rating(in: bytes, text: scanner.text(of: column)),
      fault.code == .valueOffScale,
      case .value(let number) = question.scale.number(in: FoldedText(scanner.text(of: column)).text)
    else { return }
    if offScale[number] != nil || offScale.count < CellCounts.mostNumbers {
      offScale[number, default: 0] += 1
    }
  }

  /// The account of the cells.
  var account: CellAccount {
    var account = CellAccount(id: question.id)
    account.coded = coded
    let given = answers.indices.filter { answers[$0] > 0 }
    if let first = given.first, let last = given.last {
      let (scale, lowest) = (question.scale, question.scale.codes.lowerBound)
      account.range = scale.answer(of: lowest + first)...scale.answer(of: lowest + last)
    }
    account.distinctAnswers = given.count
    account.offScale = offScale.values.reduce(0, +)
    account.spikes = offScale.filter { $0.value >= CellAccount.fewestOfASpike }
      .map { CellAccount.Spike(value: question.scale.answer(of: $0.key), count: $0.value) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    return account
  }
}

extension DelimitedScanner {
  /// Whether a cell holds nothing but spaces and tabs.
  fileprivate func isSpace(_ cell: Int) -> Bool {
    bytes(of: cell).allSatisfy { $0 == 0x20 || $0 == Dialect.tab }
  }
}
