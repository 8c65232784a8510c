import SurveyModel

/// Reads the cells of one rating question.
struct RatingColumn {
  /// The question.
  let question: Question
  /// The rating for each number 0…99 written without leading zero, `unknown` where the cell must be looked at.
  let quick: [Int16]
  /// The rating of an empty cell.
  let empty: Rating

  private let texts: [FoldedText: Rating]
  private let missingNumbers: [Int: Rating]
  /// Whether all words of the scale hold their values, so that others on it can be read by theirs: where
  /// `Extremely likely - 10` is listed, `Not at all likely - 0` need not be.
  private let holdsValues: Bool
  /// The list that all words of the scale are from, whose other words are read too: where nobody was `very dissatisfied`
  /// when the words were listed, somebody is in the next wave.
  private let wordScale: WordScale?
  private var memory = ByteTable()

  /// Stands in `quick` for a number that is no answer.
  static let unknown = Int16.max

  /// A reader for a question.
  init(of question: Question) {
    self.question = question
    var texts: [FoldedText: Rating] = [:]
    var numbers: [Int: Rating] = [:]
    for label in question.scale.labels { texts[FoldedText(label.text)] = Rating(label.value) }
    for code in question.missingCodes {
      texts[FoldedText(code.text)] = Rating(missing: code.reason)
      if case .value(let number) = question.scale.number(in: FoldedText(code.text).text) {
        numbers[number] = Rating(missing: code.reason)
      }
    }
    self.texts = texts
    missingNumbers = numbers
    let labels = question.scale.labels
    holdsValues = !labels.isEmpty && labels.allSatisfy { $0.value == question.scale.number(gluedTo: $0.text) }
    wordScale = holdsValues ? nil : WordScale.holding(question.scale)
    empty = texts[FoldedText("")] ?? .skipped
    quick = (0..<100).map { number in
      let code = number * question.scale.steps
      if let rating = texts[FoldedText(String(number))] ?? numbers[code] { return rating.code }
      return question.scale.contains(code) ? Int16(code) : RatingColumn.unknown
    }
  }

  /// The rating in a cell that the quick table does not answer, or why there is none.
  ///
  /// - Parameters:
  ///   - bytes: The cell, by which the answer is remembered.
  ///   - text: The cell's text.
  mutating func rating(
    in bytes: UnsafeBufferPointer<UInt8>, text: @autoclosure () -> String
  ) -> Result<Rating, CellFault> {
    if let code = memory.value(for: bytes) { return .success(Rating(code: Int16(code))) }
    let result = rating(of: text())
    if case .success(let rating) = result { memory.remember(Int32(rating.code), for: bytes) }
    return result
  }

  private func rating(of cell: String) -> Result<Rating, CellFault> {
    let text = FoldedText(cell)
    if let rating = texts[text] { return .success(rating) }
    switch question.scale.number(in: text.text) {
    case .value(let number):
      if let rating = missingNumbers[number] { return .success(rating) }
      if question.scale.contains(number) { return .success(Rating(number)) }
      return .failure(.offScale(cell, question))
    case .fractional: return .failure(.fractional(cell, question))
    case .text:
      if holdsValues, let number = question.scale.number(gluedTo: text.text), question.scale.contains(number)
      {
        return .success(Rating(number))
      }
      if let value = wordScale?.value(of: text.text) { return .success(Rating(value)) }
      return .failure(text.text.isEmpty ? .offScale(cell, question) : .notNumber(cell, question))
    }
  }
}

extension CellFault {
  fileprivate static func offScale(_ cell: String, _ question: Question) -> CellFault {
    CellFault(
      code: .valueOffScale,
      summary: "\(quoted(cell)) is not on the \(question.scale.name) scale of \(question.id)",
      fix: "correct the cell, or list \(quoted(cell)) under `missing:` of \(question.id) in survey.yaml")
  }

  fileprivate static func fractional(_ cell: String, _ question: Question) -> CellFault {
    let decimals = question.scale.decimals
    let number = ["a whole number", "a number with one decimal", "a number with two decimals"][decimals]
    let hasRoom = question.scale.labels.isEmpty && decimals < 2
    let wider = hasRoom ? ", or, for a driver, add `decimals: \(decimals + 1)` to its scale" : ""
    return CellFault(
      code: .valueFractional,
      summary: "\(quoted(cell)) is not \(number) on the \(question.scale.name) scale of \(question.id)",
      fix: "correct the cell\(wider); averages cannot be imported as answers")
  }

  fileprivate static func notNumber(_ cell: String, _ question: Question) -> CellFault {
    let words = question.scale.labels.map(\.text)
    let nearest = NearestName(among: words).match(for: cell).map { " (did you mean \"\($0)\"?)" } ?? ""
    return CellFault(
      code: .valueNotNumber,
      summary: "\(quoted(cell)) is no answer on the \(question.scale.name) scale of \(question.id)\(nearest)",
      fix:
        "list \(quoted(cell)) under `missing:` or under `words:` of the scale of \(question.id) in survey.yaml"
    )
  }
}

extension Scale {
  /// What a folded text is, read as a number with as many decimals as the scale has.
  func number(in text: String) -> NumberText.Whole { NumberText.whole(text, decimals: decimals) }

  /// The number before or behind words, as `RatedCells` finds it; nil where the words say that there is no answer.
  fileprivate func number(gluedTo text: String) -> Int? {
    guard DraftVocabulary.missingReason(of: RatedCells.words(besideNumberIn: text)) == nil else { return nil }
    return RatedCells.number(gluedTo: text, hasNegatives: minimum < 0)
  }

  /// The scale as it is named in sentences: `0–10`, `−5…5`.
  var name: String {
    minimum < 0
      ? "\(minimum)…\(maximum)".replacingMinus : "\(minimum)–\(maximum)"
  }
}

extension String {
  fileprivate var replacingMinus: String { String(map { $0 == "-" ? "−" : $0 }) }
}
