internal import SurveyModel

/// Days as ISO 8601 texts, kept by day since many responses share one.
struct DateTexts {
  /// How many days are kept, a power of two; days that far apart share a place.
  private static let places = 4096
  /// The length of a text.
  private static let length = 10

  private var days = [Int32](repeating: ResponseBatch.noDate, count: places)
  private var texts = [UInt8](repeating: 0, count: places * length)

  /// Appends a day to a row, NULL for a missing one.
  mutating func append(_ day: Int32, to row: inout RecordPart) {
    guard day != ResponseBatch.noDate else { return row.appendNull() }
    let place = Int(day) & (DateTexts.places - 1)
    let range = place * DateTexts.length..<(place + 1) * DateTexts.length
    if days[place] != day {
      days[place] = day
      let text = CalendarDate(daysSince1970: day).description
      precondition(text.utf8.count == DateTexts.length, "The day lies outside the years 1 to 9999.")
      texts.replaceSubrange(range, with: text.utf8)
    }
    texts.withUnsafeBufferPointer { row.append(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}
