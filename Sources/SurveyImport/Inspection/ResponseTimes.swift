import SurveyModel

/// The durations in a column that says how long respondents took.
struct ResponseTimes {
  private let column: Int
  private let header: String
  private var durations: [Float] = []

  private static let headers: Set<String> = [
    "duration", "durationinseconds", "durationseconds", "durationinminutes", "interviewduration",
    "interviewtime", "totaltime", "timetaken", "timespent", "completiontime", "timetocomplete",
    "responsetime", "interviewlength", "lengthofinterview", "loi", "duur", "tijdsduur", "invultijd", "dauer",
    "bearbeitungszeit", "interviewdauer", "durée", "duree", "tempsderéponse", "duración", "duracion",
  ]
  /// A median of fewer says little.
  private static let fewest = 20

  /// The column of durations; nil where the file has none.
  init?(in headers: [String]) {
    let found = headers.firstIndex {
      ResponseTimes.headers.contains(ColumnProfile(header: $0).words.joined())
    }
    guard let found else { return nil }
    column = found
    header = headers[found]
  }

  /// Takes the duration in a record.
  mutating func add(_ scanner: borrowing DelimitedScanner, decimalMark: UInt8) {
    let cell = scanner.bytes(of: column)
    let duration = NumberText.decimal(cell, mark: decimalMark) ?? ResponseTimes.clock(cell)
    if let duration, duration > 0 { durations.append(Float(duration)) }
  }

  /// The seconds of `1:02:03` or `2:03`.
  private static func clock(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    let parts = String(decoding: cell, as: UTF8.self).split(
      separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard (2...3).contains(parts.count), numbers.count == parts.count else { return nil }
    return numbers.reduce(0) { $0 * 60 + Double($1) }
  }

  /// Who took less than a third of the median; nil where too few have a duration.
  var speed: ResponseSpeed? {
    guard durations.count >= ResponseTimes.fewest else { return nil }
    let sorted = durations.sorted()
    let middle = sorted.count / 2
    let median =
      sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    return ResponseSpeed(
      header: header, base: sorted.count, median: Double(median),
      speeders: sorted.prefix { $0 < median / 3 }.count)
  }
}
