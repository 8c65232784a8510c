import Foundation
import GRDB
import TestSupport
import Testing

@testable import SurveyStore

/// Rows must be the bytes that SQLite itself would have written.
@Suite struct RecordPartTests {
  private struct Values {
    let number: Int
    let weight: Double?
    let text: String?
  }

  /// The ends of every length of whole numbers, and texts with types of one and of two bytes.
  private static let rows: [Values] = {
    let powers: [Int] = [7, 15, 23, 31, 47].map { 1 << $0 }
    let numbers: [Int] = [0, 1, -1, 2, .max, .min] + powers.flatMap { [$0 - 1, $0, -$0, -$0 - 1] }
    let ends: [Double] = [-0.0, 7, 300, 0x1p46, 0x1p47 - 1, 0x1p47, -0x1p47, -0x1p47 - 1, 0x1p60, .infinity]
    let weights: [Double?] = [0, 0.25, nil, -1.5, .pi, 1e300] + ends
    let texts = ["x", nil, "café ✓", String(repeating: "w", count: 57), String(repeating: "v", count: 58)]
    return numbers.enumerated().map { index, number in
      Values(number: number, weight: weights[index % weights.count], text: texts[index % texts.count])
    }
  }()

  /// The leaf that SQLite writes.
  private func leafOfSQLite(in path: String) throws -> [UInt8] {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA page_size = 4096;
          CREATE TABLE t (id INTEGER PRIMARY KEY, number INTEGER, weight REAL, content TEXT) STRICT
          """)
      for row in RecordPartTests.rows {
        try database.execute(
          sql: "INSERT INTO t VALUES (NULL, ?, ?, ?)", arguments: [row.number, row.weight, row.text])
      }
    }
    return Array(try Data(contentsOf: URL(filePath: path))[4096..<8192])
  }

  private func leafOfOurs() -> [UInt8] {
    var leaf = TreePage(.leaf, size: 4096)
    var first = RecordPart(columns: 1)
    var second = RecordPart(columns: 3)
    var record = ByteBuffer(capacity: 8)
    var cell = ByteBuffer(capacity: 600)
    for (index, row) in RecordPartTests.rows.enumerated() {
      first.removeAll()
      second.removeAll()
      first.appendNull()
      second.append(row.number)
      if let weight = row.weight { second.append(weight) } else { second.appendNull() }
      second.append(row.text ?? "")
      record.removeAll()
      record.append(recordOf: first, second)
      cell.removeAll()
      cell.append(variable: record.count)
      cell.append(variable: index + 1)
      cell.append(contentsOf: record.content)
      leaf.add(cell.content)
    }
    return Array(leaf.content())
  }

  @Test func writesRowsAsSQLiteDoes() throws {
    try Fixture.withTemporaryFolder { folder in
      let expected = try leafOfSQLite(in: folder.appending(path: "other").path)
      #expect(leafOfOurs() == expected)
    }
  }

  /// The length of the types counts its own bytes, of which there are two from 128 on.
  @Test(arguments: [124, 125, 126, 127, 128, 2_000]) func countsTheTypesOfManyColumns(columns: Int) {
    var part = RecordPart(columns: columns)
    for column in 0..<columns { part.append(column % 12) }
    var record = ByteBuffer(capacity: 8)
    record.append(recordOf: RecordPart(columns: 0), part)
    let (first, second) = (Int(record.content[0]), Int(record.content[1]))
    if columns < 127 {
      #expect(first == columns + 1)
    } else {
      #expect(first >= 0x80 && second < 0x80)
      #expect((first & 0x7F) << 7 + second == columns + 2)
    }
  }
}
