/// Shortens questions to what sets them apart, where at least three begin with the same four words or more: of
/// "How satisfied are you with our service?" and two more about quality and price "Our service" is left.
struct SharedBeginnings {
  /// A name per question, in their order; one that would stand for two questions is left whole.
  static func shortened(_ questions: [String]) -> [String] {
    let beginnings = SharedBeginnings(of: questions)
    let short = questions.map(beginnings.shortened)
    let uses = Dictionary(short.map { (FoldedText($0), 1) }, uniquingKeysWith: +)
    return zip(short, questions).map { uses[FoldedText($0)] == 1 ? $0 : $1 }
  }

  /// How many questions begin with each run of words.
  private var counts: [String: Int] = [:]

  private static let fewestWords = 4
  private static let fewestQuestions = 3

  private init(of questions: [String]) {
    for question in questions {
      for beginning in SharedBeginnings.beginnings(of: question) { counts[beginning, default: 0] += 1 }
    }
  }

  /// What is left of a question behind the longest beginning that most of those have that share one with it; the whole
  /// question where it shares none.
  private func shortened(_ question: String) -> String {
    let beginnings = SharedBeginnings.beginnings(of: question)
    let most = beginnings.compactMap { counts[$0] }.max() ?? 0
    guard most >= SharedBeginnings.fewestQuestions else { return question }
    let shared = beginnings.last {
      (counts[$0] ?? 0) >= SharedBeginnings.fewestQuestions && counts[$0] ?? 0 > most / 2
    }
    var rest = question.dropFirst(shared?.count ?? 0)
    while let last = rest.last, "?:. ".contains(last) { rest = rest.dropLast() }
    return rest.prefix(1).uppercased() + rest.dropFirst()
  }

  /// The runs of words that a question begins with and does not end with, a space behind each, or a mark as between the
  /// question and the row of a grid (`How satisfied are you with?.Price`), the shortest first.
  private static func beginnings(of question: String) -> [String] {
    let ends = question.indices.filter { place in
      if question[place] == " " { return true }
      return "?.:".contains(question[place]) && question[place...].dropFirst().first?.isLetter == true
    }
    return ends.dropFirst(fewestWords - 1).map { String(question[...$0]) }
  }
}
