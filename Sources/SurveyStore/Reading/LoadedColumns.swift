internal import GRDB
internal import GRDBSQLite
internal import SurveyModel

/// The answers to a rating question.
struct RatingColumn {
  let id: String
  private(set) var ratings: [Rating]
  private let column: Int32
  /// The place of the question's letter in `missing`, counted from 0.
  private let letter: Int
  /// How many codes a point of the scale has.
  private let steps: Int

  init(_ entry: Codebook.Entry, at column: Int32, count: Int) {
    id = entry.id
    steps = entry.steps
    letter = entry.position - 1
    self.column = column
    ratings = Array(repeating: .notShown, count: count)
  }

  @inline(__always)
  mutating func read(_ statement: SQLiteStatement, row: Int, missing: UnsafeBufferPointer<UInt8>) {
    let value = statement.code(at: column, steps: steps)
    if value != 0 || !statement.isNull(at: column) {
      ratings[row] = Rating(code: Int16(truncatingIfNeeded: value))
    } else if letter < missing.count {
      ratings[row] = MissingLetter.rating(of: missing[letter])
    }
  }
}

/// The answers to a segment question.
struct CategoryColumn {
  let id: String
  private let column: Int32
  private var numbers = TextNumbers()
  private(set) var indices: [Int32]

  init(_ id: String, at column: Int32, count: Int) {
    self.id = id
    self.column = column
    indices = Array(repeating: -1, count: count)
  }

  /// The distinct values as they were met.
  var texts: [String] { numbers.texts }

  @inline(__always)
  mutating func read(_ statement: SQLiteStatement, row: Int) {
    let text = statement.text(at: column)
    if text.baseAddress != nil { indices[row] = numbers.number(of: text) }
  }

  /// The column with the values of a list first, in its order, and the others after them by name.
  func categories(after list: [String]) -> ResponseTable.Categories {
    let place = Dictionary(zip(list, list.indices), uniquingKeysWith: { first, _ in first })
    return categories { first, second in
      switch (place[first], place[second]) {
      case (let left?, let right?): left < right
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): NaturalOrder.precedes(first, second)
      }
    }
  }

  /// The column with its values in an order.
  func categories(by precedes: (String, String) -> Bool) -> ResponseTable.Categories {
    let levels = texts.sorted(by: precedes)
    let place = Dictionary(zip(levels, 0..<Int32(levels.count)), uniquingKeysWith: { first, _ in first })
    let renumbered = texts.map { place[$0] ?? -1 }
    return ResponseTable.Categories(
      levels: levels, indices: indices.map { $0 < 0 ? -1 : renumbered[Int($0)] })
  }
}

/// The weights, dates and waves of the responses.
struct MarginColumns {
  static let weight: Int32 = 0
  static let date: Int32 = 1
  static let wave: Int32 = 2
  static let missing: Int32 = 3

  private var hasWeights = false
  private var weightColumn: [Double]
  private var dateColumn: CategoryColumn
  private var waveColumn: CategoryColumn

  init(count: Int) {
    weightColumn = Array(repeating: 1, count: count)
    dateColumn = CategoryColumn("date", at: MarginColumns.date, count: count)
    waveColumn = CategoryColumn("wave", at: MarginColumns.wave, count: count)
  }

  @inline(__always)
  mutating func read(_ statement: SQLiteStatement, row: Int) {
    if !statement.isNull(at: MarginColumns.weight) {
      hasWeights = true
      weightColumn[row] = sqlite3_column_double(statement, MarginColumns.weight)
    }
    dateColumn.read(statement, row: row)
    waveColumn.read(statement, row: row)
  }

  /// A weight per response, 1 where a file had none; nil where no file had any.
  var weights: [Double]? { hasWeights ? weightColumn : nil }

  /// A day per response, nil where no response has one.
  var dates: [Int32]? {
    guard !dateColumn.texts.isEmpty else { return nil }
    let days = dateColumn.texts.map { CalendarDate(iso8601: $0)?.daysSince1970 ?? ResponseBatch.noDate }
    return dateColumn.indices.map { $0 < 0 ? ResponseBatch.noDate : days[Int($0)] }
  }

  /// The waves in the order of their first day, or by name where a wave has no dates; nil without waves.
  var waves: ResponseTable.Categories? {
    guard !waveColumn.texts.isEmpty else { return nil }
    var first = [Int32](repeating: .max, count: waveColumn.texts.count)
    for (wave, day) in zip(waveColumn.indices, dates ?? []) where wave >= 0 && day != ResponseBatch.noDate {
      first[Int(wave)] = min(first[Int(wave)], day)
    }
    guard !first.contains(.max) else { return waveColumn.categories(by: NaturalOrder.precedes) }
    let start = Dictionary(zip(waveColumn.texts, first), uniquingKeysWith: { first, _ in first })
    return waveColumn.categories { left, right in
      let (one, two) = (start[left] ?? .max, start[right] ?? .max)
      return one == two ? NaturalOrder.precedes(left, right) : one < two
    }
  }
}

extension CalendarDate {
  /// A day written as `2026-11-23`.
  init?(iso8601 text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }
}
