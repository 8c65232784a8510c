internal import GRDB
internal import SurveyModel

/// What the survey's questions and values are called: the part of the codebook that each import brings up to date.
struct CodebookLabels {
  private let survey: Survey

  init(_ survey: Survey) {
    self.survey = survey
  }

  /// Writes the survey's title and the labels of its questions and values.
  func store(in database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO survey VALUES (1, ?, ?, ?)",
      arguments: [survey.title.text(in: survey.language), survey.language, survey.isSimulated])
    try database.execute(sql: "UPDATE question SET isOutcome = 0")
    for question in survey.ratings {
      let isOutcome = question.id == survey.outcome.id
      try store(question.label, of: question.id, header: question.source.name, in: database)
      try database.execute(
        sql: "UPDATE question SET isOutcome = ?, isReversed = ?, theme = ? WHERE id = ?",
        arguments: [isOutcome, question.scale.isReversed, question.theme, question.id])
      try store(
        question.scale.labels.map { (String($0.value), LocalizedText($0.text)) }, of: question.id,
        in: database)
    }
    for segment in survey.storedSegments {
      try store(segment.label, of: segment.id, header: segment.source.name, in: database)
      try store(segment.values.map { ($0.code, $0.label) }, of: segment.id, in: database)
    }
    try storeComments(in: database)
  }

  private func storeComments(in database: Database) throws {
    for question in survey.comments {
      try database.execute(
        sql: "INSERT OR REPLACE INTO commentQuestion VALUES (?, ?, ?)",
        arguments: [question.id, question.source.name, question.label.text(in: survey.language)])
    }
  }

  private func store(
    _ label: LocalizedText, of question: String, header: String, in database: Database
  ) throws {
    try database.execute(
      sql: "UPDATE question SET header = ?, label = ? WHERE id = ?",
      arguments: [header, label.text(in: survey.language), question])
    try database.execute(sql: "DELETE FROM questionLabel WHERE question = ?", arguments: [question])
    for translation in label.translations {
      try database.execute(
        sql: "INSERT OR IGNORE INTO questionLabel (question, language, label) VALUES (?, ?, ?)",
        arguments: [question, translation.language ?? survey.language, translation.text])
    }
  }

  /// Writes the labels of a question's values; of several texts for one value the first is its label.
  private func store(
    _ values: [(code: String, label: LocalizedText)], of question: String, in database: Database
  ) throws {
    try database.execute(sql: "DELETE FROM valueLabel WHERE question = ?", arguments: [question])
    for (position, value) in values.enumerated() {
      for translation in value.label.translations {
        try database.execute(
          sql: """
            INSERT OR IGNORE INTO valueLabel (question, code, language, position, label) VALUES (?, ?, ?, ?, ?)
            """,
          arguments: [
            question, value.code, translation.language ?? survey.language, position + 1, translation.text,
          ])
      }
    }
  }
}
