internal import SurveyModel

/// A week, month, quarter or year of the calendar.
struct CalendarPeriod: Hashable, Comparable {
  /// Counts the periods without a hole: the next one has the next number.
  let number: Int
  /// The name as in `Period`.
  let name: String

  /// The period a day lies in, or nil for `Period.wave`, which is no part of the calendar.
  init?(_ period: Period, containing date: CalendarDate) {
    let (year, month, _) = date.components
    switch period {
    case .wave: return nil
    case .week: self = CalendarPeriod.week(of: date)
    case .month: self.init(number: 12 * year + month - 1, name: String(date.description.prefix(7)))
    case .quarter:
      let quarter = (month - 1) / 3
      self.init(number: 4 * year + quarter, name: "\(date.description.prefix(4))-Q\(quarter + 1)")
    case .year: self.init(number: year, name: String(date.description.prefix(4)))
    }
  }

  private init(number: Int, name: String) {
    self.number = number
    self.name = name
  }

  /// The week belongs to the year in which its Thursday lies, and is the n-th with a Thursday there (ISO 8601).
  private static func week(of date: CalendarDate) -> CalendarPeriod {
    let monday = Int(date.daysSince1970) - date.weekday + 1
    let thursday = CalendarDate(daysSince1970: Int32(monday + 3))
    let newYear = CalendarDate(year: thursday.components.year, month: 1, day: 1) ?? thursday
    let week = (Int(thursday.daysSince1970) - Int(newYear.daysSince1970)) / 7 + 1
    let digits = week < 10 ? "0\(week)" : "\(week)"
    // 1 January 1970 was a Thursday: Mondays are −3 modulo 7.
    return CalendarPeriod(number: (monday + 3) / 7, name: "\(thursday.description.prefix(4))-W\(digits)")
  }

  static func < (first: CalendarPeriod, second: CalendarPeriod) -> Bool { first.number < second.number }
}
