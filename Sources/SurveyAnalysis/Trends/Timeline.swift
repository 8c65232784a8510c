internal import SurveyModel

/// The periods of a survey in order, and the period of each response.
struct Timeline {
  /// The periods' names, in order; each has at least one response.
  let names: [String]
  /// A number per period; consecutive ones differ by 1 unless periods without a response lie between.
  let numbers: [Int]
  /// An index into `names` per response, −1 without a date or wave.
  let indices: [Int32]

  /// How many responses belong to no period.
  var undated: Int { indices.count { $0 < 0 } }

  init(_ period: Period, of table: ResponseTable) throws(AnalysisError) {
    if period == .wave {
      guard let waves = table.waves else { throw .noPeriods(period) }
      self.init(waves: waves)
    } else {
      guard let dates = table.dates else { throw .noPeriods(period) }
      self.init(period, dates: dates)
    }
    guard !names.isEmpty else { throw .noPeriods(period) }
  }

  /// Waves without a response are left out; they are no gap, since nobody says that they took place.
  private init(waves: ResponseTable.Categories) {
    var isUsed = [Bool](repeating: false, count: waves.levels.count)
    for index in waves.indices where index >= 0 { isUsed[Int(index)] = true }
    let used = isUsed.indices.filter { isUsed[$0] }
    var places = [Int32](repeating: -1, count: waves.levels.count)
    for (place, level) in used.enumerated() { places[level] = Int32(place) }
    names = used.map { waves.levels[$0] }
    numbers = Array(used.indices)
    indices = waves.indices.map { $0 < 0 ? -1 : places[Int($0)] }
  }

  private init(_ period: Period, dates: [Int32]) {
    let days = Set(dates).subtracting([ResponseBatch.noDate])
    var periodOfDay: [Int32: CalendarPeriod] = [:]
    for day in days {
      periodOfDay[day] = CalendarPeriod(period, containing: CalendarDate(daysSince1970: day))
    }
    let periods = Set(periodOfDay.values).sorted()
    let places = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($0.element, Int32($0.offset)) })
    let placeOfDay = periodOfDay.compactMapValues { places[$0] }
    names = periods.map(\.name)
    numbers = periods.map(\.number)
    indices = dates.map { placeOfDay[$0] ?? -1 }
  }
}
