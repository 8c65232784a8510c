internal import GRDB
internal import GRDBSQLite
internal import SurveyModel

/// Bytes that stay in one place, so that SQLite may read them there until the row is written.
///
/// The memory is freed with the last copy's owner.
struct BoundBytes {
  private final class Memory {
    var bytes: UnsafeMutableBufferPointer<UInt8>
    init(capacity: Int) { bytes = .allocate(capacity: capacity) }
    deinit { bytes.deallocate() }
  }

  private let memory: Memory
  /// How many of the bytes are bound.
  var count = 0

  init(capacity: Int) {
    memory = Memory(capacity: capacity)
  }

  init(_ text: String) {
    self.init(capacity: max(text.utf8.count, 1))
    replace(with: text)
  }

  var bytes: UnsafeMutableBufferPointer<UInt8> { memory.bytes }

  mutating func replace(with content: some Collection<UInt8>) {
    if content.count > memory.bytes.count {
      memory.bytes.deallocate()
      memory.bytes = .allocate(capacity: content.count * 2)
    }
    _ = memory.bytes.update(fromContentsOf: content)
    count = content.count
  }

  mutating func replace(with text: String) {
    replace(with: text.utf8)
  }

  /// Binds the bytes as a text, no bytes as NULL.
  func bind(to statement: SQLiteStatement, at parameter: Int32) {
    guard count > 0 else {
      sqlite3_bind_null(statement, parameter)
      return
    }
    memory.bytes.withMemoryRebound(to: CChar.self) { text in
      _ = sqlite3_bind_text(statement, parameter, text.baseAddress, Int32(count), nil)
    }
  }
}

/// Texts that recur and are bound by their index.
struct BoundTexts {
  private var texts: [BoundBytes] = []

  /// Takes the texts that have been added to a list since the last call.
  mutating func extend(to list: [String]) {
    for text in list.dropFirst(texts.count) { texts.append(BoundBytes(text)) }
  }

  /// Binds a text, an index below zero as NULL.
  func bind(_ index: Int32, to statement: SQLiteStatement, at parameter: Int32) {
    if index < 0 {
      sqlite3_bind_null(statement, parameter)
    } else {
      texts[Int(index)].bind(to: statement, at: parameter)
    }
  }
}

/// A day as ISO 8601; many responses in a row share one.
struct BoundDate {
  private var text = BoundBytes(capacity: 10)
  private var day = ResponseBatch.noDate

  /// Binds a day, a missing one as NULL.
  mutating func bind(_ days: Int32, to statement: SQLiteStatement, at parameter: Int32) {
    if days != day {
      day = days
      text.replace(with: CalendarDate(daysSince1970: days).description)
    }
    if days == ResponseBatch.noDate {
      sqlite3_bind_null(statement, parameter)
    } else {
      text.bind(to: statement, at: parameter)
    }
  }
}
