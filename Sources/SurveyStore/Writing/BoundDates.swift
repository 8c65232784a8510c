internal import GRDB
internal import GRDBSQLite
internal import SurveyModel

/// Days as ISO 8601 texts, kept by day since many responses share one.
struct BoundDates {
  /// How many days are kept, a power of two; days that far apart share a place.
  private static let places = 4096
  private static let length = 10

  private var days = [Int32](repeating: ResponseBatch.noDate, count: places)
  private var texts = BoundBytes(capacity: places * length)

  /// Binds a day, a missing one as NULL.
  mutating func bind(_ day: Int32, to statement: SQLiteStatement, at parameter: Int32) {
    guard day != ResponseBatch.noDate else {
      sqlite3_bind_null(statement, parameter)
      return
    }
    let place = Int(day) & (BoundDates.places - 1)
    let start = place * BoundDates.length
    let text = texts.bytes[start..<start + BoundDates.length]
    if days[place] != day {
      days[place] = day
      let content = CalendarDate(daysSince1970: day).description
      precondition(content.utf8.count == BoundDates.length, "The day lies outside the years 1 to 9999.")
      for (index, byte) in zip(text.indices, content.utf8) { texts.bytes[index] = byte }
    }
    statement.bind(UnsafeBufferPointer(rebasing: text), at: parameter)
  }
}
