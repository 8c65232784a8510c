import SurveyModel

/// A date written in a cell, with or without a time of day behind it.
struct DateText {
  /// The order in which year, month and day stand.
  let order: DateOrder

  /// The day, or nil where the cell holds none.
  ///
  /// Years of two digits are 1970…2069.
  func day(in bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    if order == .unixSeconds { return DateText.unixDay(in: bytes) }
    if order == .spreadsheetDays { return DateText.spreadsheetDay(in: bytes) }
    var place = 0
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    if order == .monthDayYear, let month = MonthName.month(in: bytes, at: &place) {
      return DateText.day(behind: month, in: bytes, at: &place)
    }
    guard let first = DateText.number(in: bytes, at: &place) else { return nil }
    if first.digits == 8 { return DateText.isEnd(bytes, place) ? compactDay(first.value) : nil }
    if order == .dayMonthYear, let day = DateText.day(first, beforeMonthIn: bytes, at: place) { return day }
    guard DateText.separator(in: bytes, at: &place), let second = DateText.number(in: bytes, at: &place),
      DateText.separator(in: bytes, at: &place), let third = DateText.number(in: bytes, at: &place),
      DateText.isEnd(bytes, place)
    else { return nil }
    switch order {
    case .yearMonthDay: return DateText.day(first, second, third)
    case .dayMonthYear: return DateText.day(third, second, first)
    case .monthDayYear: return DateText.day(third, first, second)
    case .unixSeconds, .spreadsheetDays: return nil
    }
  }

  private struct Part {
    var value: Int
    var digits: Int
  }

  private func compactDay(_ digits: Int) -> CalendarDate? {
    switch order {
    case .yearMonthDay:
      CalendarDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    case .dayMonthYear:
      CalendarDate(year: digits % 10_000, month: digits / 10_000 % 100, day: digits / 1_000_000)
    case .monthDayYear:
      CalendarDate(year: digits % 10_000, month: digits / 1_000_000, day: digits / 10_000 % 100)
    case .unixSeconds, .spreadsheetDays: nil
    }
  }

  /// The day of a number of days, whose fraction is a time of day; spreadsheets count from 1 March 1900 on as if
  /// they had begun on 30 December 1899, and up to the year 9999.
  private static func spreadsheetDay(in bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    let marks = [UInt8(ascii: "."), UInt8(ascii: ",")]
    let number = marks.lazy.compactMap { NumberText.decimal(bytes, mark: $0) }.first
    guard let number, number >= 61, number < 2_958_466 else { return nil }
    return CalendarDate(daysSince1970: Int32(number) - 25_569)
  }

  /// The day of a moment in seconds since 1970, or in thousandths of them where the number has 12 digits or more.
  private static func unixDay(in bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    guard let number = NumberText.decimal(bytes, mark: UInt8(ascii: ".")), number >= 0, number < 1e14 else {
      return nil
    }
    let seconds = number < 1e11 ? number : number / 1000
    return CalendarDate(daysSince1970: Int32(seconds / 86_400))
  }

  private static func day(_ year: Part, _ month: Part, _ day: Part) -> CalendarDate? {
    guard year.digits == 4 || year.digits == 2, month.digits <= 2, day.digits <= 2 else { return nil }
    let century = year.digits == 4 ? 0 : year.value < 70 ? 2000 : 1900
    return CalendarDate(year: century + year.value, month: month.value, day: day.value)
  }

  /// The day and year behind a month's name: `Mar 1, 2026`.
  private static func day(
    behind month: Int, in bytes: UnsafeBufferPointer<UInt8>, at place: inout Int
  ) -> CalendarDate? {
    skipMarks(in: bytes, at: &place)
    guard let day = number(in: bytes, at: &place) else { return nil }
    skipMarks(in: bytes, at: &place)
    guard let year = number(in: bytes, at: &place), isEnd(bytes, place) else { return nil }
    return DateText.day(year, Part(value: month, digits: 2), day)
  }

  /// The month's name and year behind a day: `1 maart 2026`, `1-mrt-26`, `1. März 2026`, `1 de marzo de 2026`.
  private static func day(
    _ day: Part, beforeMonthIn bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> CalendarDate? {
    var place = place
    skipMarks(in: bytes, at: &place)
    guard let month = MonthName.month(in: bytes, at: &place) else { return nil }
    skipMarks(in: bytes, at: &place)
    guard let year = number(in: bytes, at: &place), isEnd(bytes, place) else { return nil }
    return DateText.day(year, Part(value: month, digits: 2), day)
  }

  /// Reads over spaces, the marks around the parts of a date, and the Spanish `de`.
  private static func skipMarks(in bytes: UnsafeBufferPointer<UInt8>, at place: inout Int) {
    while place < bytes.count, [0x20, 0x2C, 0x2D, 0x2E, 0x2F].contains(bytes[place]) { place += 1 }
    guard place + 2 < bytes.count, bytes[place] == UInt8(ascii: "d"), bytes[place + 1] == UInt8(ascii: "e"),
      bytes[place + 2] == 0x20
    else { return }
    place += 3
  }

  private static func number(in bytes: UnsafeBufferPointer<UInt8>, at place: inout Int) -> Part? {
    var part = Part(value: 0, digits: 0)
    while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39, part.digits < 9 {
      part.value = part.value * 10 + Int(bytes[place] - 0x30)
      part.digits += 1
      place += 1
    }
    return part.digits > 0 ? part : nil
  }

  /// Reads over `-`, `/` or `.`, spaces around it included.
  private static func separator(in bytes: UnsafeBufferPointer<UInt8>, at place: inout Int) -> Bool {
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    guard place < bytes.count, [0x2D, 0x2F, 0x2E].contains(bytes[place]) else { return false }
    place += 1
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    return true
  }

  /// Whether the date is over: nothing follows, or a space, a no-break space, a comma or a `T`.
  private static func isEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard place < bytes.count else { return true }
    return [0x20, 0x09, 0x2C, 0x54, 0xC2].contains(bytes[place])
  }
}
