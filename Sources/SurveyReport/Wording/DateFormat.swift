import SurveyModel

/// Days as readers of a language write them.
struct DateFormat {
  let language: ReportLanguage

  /// A day, `3 June 2026` or `3 juni 2026`.
  func day(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return "\(day) \(name(ofMonth: month)) \(year)"
  }

  /// A stretch of days with nothing said twice: `1–30 June 2026`, `1 April – 30 June 2026`.
  func range(_ dates: ClosedRange<CalendarDate>) -> String {
    let (first, last) = (dates.lowerBound.components, dates.upperBound.components)
    if dates.lowerBound == dates.upperBound { return day(dates.lowerBound) }
    if first.year != last.year { return "\(day(dates.lowerBound)) – \(day(dates.upperBound))" }
    if first.month != last.month {
      return "\(first.day) \(name(ofMonth: first.month)) – \(day(dates.upperBound))"
    }
    return "\(first.day)–\(day(dates.upperBound))"
  }

  private func name(ofMonth month: Int) -> String {
    let english = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    let dutch = [
      "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
      "november", "december",
    ]
    return language(english[month - 1], dutch[month - 1])
  }
}
