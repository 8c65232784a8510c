internal import GRDB
public import SurveyModel

/// What a store holds, in numbers.
public struct StoreContents: Sendable, Equatable {
  /// How many responses there are.
  public let responses: Int
  /// The waves in the order of their names, with how many responses each has; empty without waves.
  public let waves: [Wave]
  /// The first and the last day of a response; nil without dates.
  public let dates: ClosedRange<CalendarDate>?
  /// The files that are there, in the order of importing.
  public let imports: [StoredImport]

  /// A wave and its size.
  public struct Wave: Sendable, Equatable {
    /// The wave's name.
    public let name: String
    /// How many responses it has.
    public let responses: Int
  }
}

extension ResponseStore {
  /// All imports in order, also those that were replaced.
  public func imports() throws -> [StoredImport] {
    try reading { try StoredImport.all(in: $0) }
  }

  /// The rows of an import that were not stored, in the order of the file.
  public func rejectedRows(of importID: Int) throws -> [RejectedRow] {
    try reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT line, "column", code, cell, summary,
            \(try database.columnNames(of: "rejectedRow").contains("respondent") ? "respondent" : "NULL")
          FROM rejectedRow WHERE import = ? ORDER BY line, rowid
          """,
        arguments: [importID])
      return rows.map {
        RejectedRow(
          line: $0[0], column: $0[1], code: $0[2], cell: $0[3], summary: $0[4], respondent: $0[5])
      }
    }
  }

  /// What the store holds.
  public func contents() throws -> StoreContents {
    try reading { database in
      let waves = try Row.fetchAll(
        database,
        sql: "SELECT wave, sum(responses) FROM importWave WHERE wave IS NOT NULL GROUP BY wave")
      let dates = try Row.fetchOne(database, sql: "SELECT min(date), max(date) FROM response")
      let first = (dates?[0] as String?).flatMap(CalendarDate.init(iso8601:))
      let last = (dates?[1] as String?).flatMap(CalendarDate.init(iso8601:))
      return StoreContents(
        responses: try Int.fetchOne(database, sql: "SELECT count(*) FROM response") ?? 0,
        waves: waves.map { StoreContents.Wave(name: $0[0], responses: $0[1]) }
          .sorted { NaturalOrder.precedes($0.name, $1.name) },
        dates: first.flatMap { first in last.map { first...$0 } },
        imports: try StoredImport.all(in: database).filter { $0.replacedBy == nil })
    }
  }
}

extension Database {
  /// The columns of a table; a file of an earlier version lacks some.
  fileprivate func columnNames(of table: String) throws -> [String] {
    try columns(in: table).map(\.name)
  }
}
