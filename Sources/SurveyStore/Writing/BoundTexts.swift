internal import GRDB
internal import GRDBSQLite

/// Bytes that stay in one place, so that SQLite may read them there until the row is written.
struct BoundBytes {
  /// Frees the bytes with their last user.
  private final class Memory {
    let bytes: UnsafeMutableBufferPointer<UInt8>
    init(capacity: Int) { bytes = .allocate(capacity: capacity) }
    deinit { bytes.deallocate() }
  }

  private var memory: Memory
  /// Where the bytes are.
  private(set) var bytes: UnsafeMutableBufferPointer<UInt8>
  /// How many of the bytes are bound.
  var count = 0

  init(capacity: Int) {
    memory = Memory(capacity: max(capacity, 1))
    bytes = memory.bytes
  }

  init(_ text: String) {
    self.init(capacity: text.utf8.count)
    replace(with: text)
  }

  /// Takes the bytes of a text.
  mutating func replace(with text: String) {
    var text = text
    count = text.withUTF8 { content in
      if content.count > bytes.count {
        memory = Memory(capacity: content.count * 2)
        bytes = memory.bytes
      }
      return bytes.update(fromContentsOf: content)
    }
  }

  /// Binds the bytes as a text, no bytes as NULL.
  func bind(to statement: SQLiteStatement, at parameter: Int32) {
    statement.bind(UnsafeBufferPointer(rebasing: bytes[..<count]), at: parameter)
  }
}

extension SQLiteStatement {
  /// Binds an answer as a number of points.
  @inline(__always)
  func bind(code: Int16, steps: Int, at parameter: Int32) {
    if steps == 1 {
      sqlite3_bind_int64(self, parameter, Int64(code))
    } else {
      sqlite3_bind_double(self, parameter, Double(code) / Double(steps))
    }
  }

  /// Binds bytes that stay in place until the row is written, no bytes as NULL.
  func bind(_ text: UnsafeBufferPointer<UInt8>, at parameter: Int32) {
    guard let start = text.baseAddress, !text.isEmpty else {
      sqlite3_bind_null(self, parameter)
      return
    }
    start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      _ = sqlite3_bind_text(self, parameter, $0, Int32(text.count), nil)
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
