import Foundation
import GRDB
import TestSupport
import Testing

@testable import SurveyStore

/// What is written as pages, SQLite must read, and find nothing to complain about.
@Suite struct TablePagesTests {
  /// A table of texts whose rows are written as pages, on a connection that SQLite opened before.
  private struct TextTable: ~Copyable {
    let queue: DatabaseQueue
    let file: PageFile
    private var pages: TablePages
    private var part: RecordPart
    private var record: ByteBuffer

    init(pageSize: Int, free: Int = 3, in folder: String) throws {
      var opened: DatabaseQueue?
      let file = try PageFile(beside: folder + "/pages", pageSize: pageSize) { name in
        let queue = try DatabaseQueue(path: name)
        try queue.writeWithoutTransaction {
          try $0.execute(sql: "PRAGMA page_size = \(pageSize); PRAGMA journal_mode = OFF")
          try $0.execute(sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, content TEXT)")
        }
        opened = queue
      }
      (self.file, queue) = (file, try #require(opened))
      part = RecordPart(columns: 2)
      record = ByteBuffer(capacity: 64)
      pages = TablePages(in: file, root: 2, free: free)
    }

    mutating func append(_ text: String, row: Int) throws {
      part.removeAll()
      part.appendNull()
      part.append(text)
      record.removeAll()
      record.append(recordOf: part, RecordPart(columns: 0))
      try pages.append(record.content, row: row)
    }

    mutating func finish() throws -> DatabaseQueue {
      try file.announce(pages: pages.finish())
      return queue
    }
  }

  private func text(_ length: Int, _ row: Int) -> String {
    String(String(repeating: "\(row) ", count: length / 2 + 1).prefix(length))
  }

  private func expectWhole(_ queue: DatabaseQueue, rows: [(row: Int, text: String)]) throws {
    try queue.read { database in
      #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
      let stored = try Row.fetchAll(database, sql: "SELECT id, content FROM note ORDER BY id")
      #expect(stored.map { $0["id"] as Int } == rows.map(\.row))
      #expect(stored.map { $0["content"] as String } == rows.map(\.text))
      // By number, so that SQLite goes down from the root.
      for (row, text) in rows.prefix(50) + rows.suffix(50) {
        let found = try String.fetchOne(
          database, sql: "SELECT content FROM note WHERE id = ?", arguments: [row])
        #expect(found == text)
      }
    }
  }

  /// 1 row and what fills one leaf, then two levels, three and four of them.
  @Test(arguments: [1, 2, 9, 10, 60, 400, 3_000, 20_000])
  func leadsToEveryRow(count: Int) throws {
    try Fixture.withTemporaryFolder { folder in
      var table = try TextTable(pageSize: 512, in: folder.path)
      // Numbers with gaps, of one to six bytes.
      let rows = (1...count).map { (row: $0 * 7 + ($0 > count / 2 ? 1 << 36 : 0), text: text(40, $0)) }
      for row in rows { try table.append(row.text, row: row.row) }
      try expectWhole(table.finish(), rows: rows)
    }
  }

  @Test func laysLongRowsOutInChains() throws {
    try Fixture.withTemporaryFolder { folder in
      var table = try TextTable(pageSize: 512, in: folder.path)
      let rows = (1...2_200).map { (row: $0, text: text($0, $0)) }
      for row in rows { try table.append(row.text, row: row.row) }
      try expectWhole(table.finish(), rows: rows)
    }
  }

  @Test(arguments: [16_384, 65_536]) func writesLargePages(size: Int) throws {
    try Fixture.withTemporaryFolder { folder in
      var table = try TextTable(pageSize: size, in: folder.path)
      let rows = (1...300).map { (row: $0, text: text($0 * 331 % 90_000 + 1, $0)) }
      for row in rows { try table.append(row.text, row: row.row) }
      try expectWhole(table.finish(), rows: rows)
    }
  }

  /// The file has a hole before its first leaf and takes no room on the disk.
  @Test func leavesThePageThatSQLiteLocks() throws {
    try Fixture.withTemporaryFolder { folder in
      let locked = (1 << 30) / 65_536 + 1
      var table = try TextTable(pageSize: 65_536, free: locked - 1, in: folder.path)
      // Seven to a page: six leaves, the first of them before the page.
      let rows = (1...40).map { (row: $0, text: text(9_000, $0)) }
      for row in rows { try table.append(row.text, row: row.row) }
      try table.finish().read { database in
        let stored = try String.fetchAll(database, sql: "SELECT content FROM note ORDER BY id")
        #expect(stored == rows.map(\.text))
        let complaints = try String.fetchAll(database, sql: "PRAGMA integrity_check(100000)")
        #expect(!complaints.contains { $0.contains("Page \(locked) ") || !$0.contains("never used") })
        #expect(try Int.fetchOne(database, sql: "PRAGMA page_count") == locked + 5)
      }
    }
  }
}
