internal import GRDB
public import SurveyModel

extension ResponseStore {
  /// How often each answer to some questions is stored, and all headers of the exports; nothing where nothing is stored.
  ///
  /// - Parameter ids: Ids of questions and segments; others are passed over.
  public func storedAnswers(to ids: [String]) throws -> StoredAnswers {
    try readingIfStored { database in
      let codebook = try Codebook(database)
      var answers = StoredAnswers()
      for id in ids where codebook.entry(of: id) != nil {
        let name = id.columnName
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT CAST(\(name) AS TEXT), count(*) FROM response WHERE \(name) IS NOT NULL GROUP BY \(name)
            """)
        answers.counts[id] = Dictionary(
          rows.map { ($0[0] as String, $0[1] as Int) }, uniquingKeysWith: { first, _ in first })
      }
      guard try database.tableExists("importHeader") else { return answers }
      answers.headers = try String.fetchAll(
        database, sql: "SELECT DISTINCT header FROM importHeader ORDER BY header")
      return answers
    } ?? StoredAnswers()
  }
}
