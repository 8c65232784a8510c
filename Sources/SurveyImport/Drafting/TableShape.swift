import SurveyModel

/// What a row of a table stands for, where it is not a respondent.
enum TableShape: Equatable {
  /// A row per answer: the columns with the respondent, the question and the answer.
  case long(respondent: String, question: String, answer: String)
  /// A row per group, with percentages in columns that add up to 100.
  case aggregated(columns: [String])

  private static let respondents: Set<String> = [
    "resultid", "responseid", "respondentid", "respondent", "response", "id", "userid", "submissionid",
  ]
  private static let questions: Set<String> = [
    "question", "questionid", "questiontext", "questioncode", "vraag", "vraagid", "frage", "item", "itemid",
    "variable", "pregunta",
  ]
  private static let answers: Set<String> = [
    "answer", "answers", "answervalue", "value", "antwoord", "antwort", "score", "rating", "reponse",
    "réponse",
    "respuesta",
  ]

  /// The shape of a table that is not one row per respondent; nil for one that is.
  init?(of file: FileProfile) {
    if let long = TableShape.long(file) {
      self = long
    } else if let aggregated = TableShape.aggregated(file) {
      self = aggregated
    } else {
      return nil
    }
  }

  /// Columns of respondent, question and answer, in which respondents occur again and again.
  private static func long(_ file: FileProfile) -> TableShape? {
    func column(_ names: Set<String>) -> ColumnProfile? {
      file.columns.first { names.contains($0.words.joined()) }
    }
    guard let respondent = column(respondents), let question = column(questions),
      let answer = column(answers),
      file.columns.count <= 25, file.rows >= 4, !question.hasManyValues
    else { return nil }
    let isRepeated = !respondent.hasManyValues && respondent.valueCount * 2 <= respondent.filled
    let isCrossed = question.valueCount >= 2 && question.valueCount * 2 <= question.filled
    guard isCrossed, isRepeated || respondent.hasManyValues else { return nil }
    return .long(respondent: respondent.header, question: question.header, answer: answer.header)
  }

  /// At least two columns named as percentages whose means add up to 100.
  private static func aggregated(_ file: FileProfile) -> TableShape? {
    let shares = file.columns.filter { column in
      let header = FoldedText(column.header).text
      let isNamed = ["percent", "%", "procent", "prozent", "pourcent", "porcentaje"].contains {
        header.contains($0)
      }
      return isNamed && column.numbers > 0 && column.smallest >= 0 && column.largest <= 100
    }
    let total = shares.reduce(0) { $0 + $1.mean }
    guard shares.count >= 2, abs(total - 100) < 1.5 else { return nil }
    return .aggregated(columns: shares.map(\.header))
  }
}

extension Diagnostic {
  static func shape(_ shape: TableShape, of path: String) -> Diagnostic {
    let place = SourceLocation(file: path, line: 1)
    switch shape {
    case .long(let respondent, let question, let answer):
      return Diagnostic(
        .error, .layoutLong, at: place,
        "the file has a row per answer (\"\(respondent)\", \"\(question)\", \"\(answer)\"), not per respondent",
        fix: "export one row per respondent with a column per question, or pivot the table first")
    case .aggregated(let columns):
      let list = columns.map { "\"\(DiagnosticText.oneLine($0))\"" }.joined(separator: ", ")
      return Diagnostic(
        .error, .layoutAggregated, at: place,
        "the rows are percentages of groups (\(list) add up to 100), not answers of respondents",
        fix: "ask for the answers themselves: neither a score nor a ranking can be computed from percentages")
    }
  }
}
