internal import GRDB
internal import SurveyModel

/// The questions that have a column in the database, in the order of their positions.
struct Codebook {
  /// What a column holds.
  enum Kind: Equatable {
    case rating(Ends)
    case segment
  }

  /// The ends of a scale, and how many decimals answers on it may have.
  struct Ends: Equatable {
    let range: ClosedRange<Int>
    let decimals: Int

    init(_ scale: Scale) { (range, decimals) = (scale.minimum...scale.maximum, scale.decimals) }

    fileprivate init(_ range: ClosedRange<Int>, decimals: Int) {
      (self.range, self.decimals) = (range, decimals)
    }

    /// The scale as sentences name it: `1–10`, `1–10 with 1 decimal`.
    var name: String {
      let words = ["", " with 1 decimal", " with 2 decimals"][decimals]
      return "\(range.lowerBound)–\(range.upperBound)\(words)"
    }

    /// The type of the column that holds the answers: whole numbers, or numbers with a fraction.
    var columnType: String { decimals == 0 ? "INTEGER" : "REAL" }
  }

  /// A question with a column.
  struct Entry: Equatable {
    let id: String
    /// The place of the question's letter in `missing`, counted from 1; it never changes.
    let position: Int
    let kind: Kind

    /// How many codes a point of the scale has; 1 for a segment.
    var steps: Int {
      guard case .rating(let ends) = kind else { return 1 }
      return Scale.steps(decimals: ends.decimals)
    }
  }

  private(set) var entries: [Entry]

  /// The questions a database knows.
  init(_ database: Database) throws {
    // Only files from version 4 on tell decimals; before there were none.
    let decimals = try database.columns(in: "question").contains { $0.name == "decimals" } ? "decimals" : "0"
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT id, position, scaleMinimum, scaleMaximum, \(decimals) AS decimals
        FROM question ORDER BY position
        """)
    entries = rows.map { row in
      let minimum: Int? = row["scaleMinimum"]
      let maximum: Int? = row["scaleMaximum"]
      let scale = minimum.flatMap { lower in maximum.map { Ends(lower...$0, decimals: row["decimals"]) } }
      return Entry(id: row["id"], position: row["position"], kind: scale.map(Kind.rating) ?? .segment)
    }
  }

  /// The entry of a question.
  func entry(of id: String) -> Entry? {
    entries.first { $0.id == id }
  }

  /// Refuses a survey whose questions do not fit the columns that are there.
  func check(_ survey: Survey) throws(StoreError) {
    var seen: [String: String] = Dictionary(
      entries.map { ($0.id.lowercased(), $0.id) }, uniquingKeysWith: { first, _ in first })
    for (id, kind) in survey.columnKinds {
      guard !Schema.responseColumns.contains(id.lowercased()) else { throw .reservedName(question: id) }
      let known = seen.updateValue(id, forKey: id.lowercased())
      if let known, known != id { throw .sameName(question: id, other: known) }
      guard let stored = entry(of: id)?.kind, stored != kind else { continue }
      guard case .rating(let before) = stored, case .rating(let now) = kind else {
        throw .kindChanged(question: id)
      }
      throw .scaleChanged(question: id, stored: before.name, wanted: now.name)
    }
  }

  /// Adds the survey's new questions to the database and brings all labels and the view with them up to date.
  mutating func adopt(_ survey: Survey, in database: Database) throws {
    try check(survey)
    for (id, kind) in survey.columnKinds where entry(of: id) == nil {
      let entry = Entry(id: id, position: entries.count + 1, kind: kind)
      try database.addColumn(for: entry)
      entries.append(entry)
    }
    try CodebookLabels(survey).store(in: database)
    try LabelledResponses(self).create(in: database)
  }
}

extension Survey {
  /// What the columns of the store hold: the outcome, the drivers, the segments.
  var columnKinds: [(id: String, kind: Codebook.Kind)] {
    ratings.map { ($0.id, .rating(Codebook.Ends($0.scale))) }
      + storedSegments.map { ($0.id, .segment) }
  }
}

extension Database {
  /// Adds a question and its column; responses stored before were not shown it.
  fileprivate func addColumn(for entry: Codebook.Entry) throws {
    let name = entry.id.columnName
    var (kind, type, ends) = ("segment", "TEXT", Codebook.Ends?.none)
    if case .rating(let scale) = entry.kind {
      (kind, ends) = ("rating", scale)
      type =
        "\(scale.columnType) CHECK (\(name) BETWEEN \(scale.range.lowerBound) AND \(scale.range.upperBound))"
    }
    try execute(
      sql: """
        INSERT INTO question
          (id, position, kind, isOutcome, header, label, scaleMinimum, scaleMaximum, decimals)
        VALUES (?, ?, ?, 0, '', '', ?, ?, ?)
        """,
      arguments: [
        entry.id, entry.position, kind, ends?.range.lowerBound, ends?.range.upperBound, ends?.decimals ?? 0,
      ])
    try execute(sql: "ALTER TABLE response ADD COLUMN \(name) \(type)")
    try execute(
      sql: """
        UPDATE response
        SET missing = replace(printf('%-*s', ?, coalesce(missing, '')), ' ', '.') || 'n'
        """,
      arguments: [entry.position - 1])
  }
}
