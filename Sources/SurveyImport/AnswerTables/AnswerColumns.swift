/// Which columns of a table with a row per answer hold the respondent, the question and the answer.
struct AnswerColumns: Sendable, Equatable {
  /// The column that identifies the respondent.
  let respondent: Int
  /// The column that identifies the question.
  let question: Int
  /// The column with the question's wording, where that is another.
  let wording: Int?
  /// The columns that may hold the answer, a value before a text; the first that is filled counts.
  let answers: [Int]

  private static let respondents: Set<String> = [
    "resultid", "responseid", "respondentid", "respondent", "response", "id", "userid", "submissionid",
    "sessionid", "interviewid", "participantid", "participant", "caseid", "recordid", "customerid",
    "respondentnummer", "respondentnr", "klantnummer", "teilnehmer", "teilnehmerid",
  ]
  private static let questions: Set<String> = [
    "questionid", "questioncode", "question", "questionname", "vraagid", "vraagcode", "vraag", "frageid",
    "frage", "item", "itemid", "variable", "pregunta", "questiontext", "vraagtekst", "questiontitle",
    "questionlabel",
  ]
  private static let values: Set<String> = [
    "answervalue", "value", "score", "rating", "answerscore", "numericvalue", "answernumber", "waarde",
    "wert",
    "valeur", "valor", "antwoordwaarde",
  ]
  private static let texts: Set<String> = [
    "answer", "answers", "answertext", "antwoord", "antwoordtekst", "antwort", "reponse", "réponse",
    "respuesta", "responsetext", "comment", "text",
  ]

  /// Looks at headers, and at rows for which of several columns is which; nil where a column is missing.
  init?(_ file: FileProfile) {
    let names = file.columns.map { $0.words.joined() }
    func columns(_ known: Set<String>) -> [Int] { names.indices.filter { known.contains(names[$0]) } }
    let candidates = columns(AnswerColumns.respondents)
    let questions = columns(AnswerColumns.questions)
    let texts = columns(AnswerColumns.texts)
    let answers = columns(AnswerColumns.values) + texts
    let varied = candidates.max { first, second in
      let (left, right) = (file.columns[first].valueCount, file.columns[second].valueCount)
      return (left, -first) < (right, -second)
    }
    let shortest = questions.min { file.columns[$0].meanLength < file.columns[$1].meanLength }
    guard file.columns.count <= 40, let varied, let shortest, !answers.isEmpty else { return nil }
    respondent = varied
    question = shortest
    wording = questions.filter { $0 != shortest }.max {
      file.columns[$0].meanLength < file.columns[$1].meanLength
    }
    self.answers = answers
  }

  /// Whether a header may be that of such a table, by its names alone.
  static func areLikely(in headers: [String]) -> Bool {
    let names = Set(headers.map { ColumnProfile(header: $0).words.joined() })
    return !names.isDisjoint(with: respondents) && !names.isDisjoint(with: questions)
      && !(names.isDisjoint(with: values) && names.isDisjoint(with: texts))
  }
}
