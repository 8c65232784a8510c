/// Where the name of a response's wave comes from.
public enum WaveSource: Sendable, Equatable {
  /// A column of the export.
  case column(ColumnSource)
  /// The file's name, by a pattern in which `{wave}` is the wave and `*` is anything: `{wave}_survey*.csv`.
  case fileName(pattern: String)
}

/// The order of the parts of a date in an export.
public enum DateOrder: String, Sendable, CaseIterable {
  /// 2026-11-23, 2026/11/23 or 20261123.
  case yearMonthDay = "year-month-day"
  /// 23-11-2026, 23/11/2026 or 23.11.2026.
  case dayMonthYear = "day-month-year"
  /// 11/23/2026.
  case monthDayYear = "month-day-year"
  /// Seconds since the beginning of 1970, or thousandths of them: 1795651200, 1795651200000.
  case unixSeconds = "unix-seconds"
  /// Days as spreadsheets count them, 1 being the first of January 1900: 46349, 46349.75.
  case spreadsheetDays = "spreadsheet-days"
}

/// Where the date of a response comes from.
///
/// A time of day behind the date is read over.
public struct DateSource: Sendable, Equatable {
  /// The column of the export.
  public let source: ColumnSource
  /// The order of year, month and day.
  public let order: DateOrder

  /// A date column and the order of its parts.
  public init(source: ColumnSource, order: DateOrder) {
    self.source = source
    self.order = order
  }
}
