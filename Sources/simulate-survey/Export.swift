import Statistics
import SurveyModel

/// The file as a Dutch survey tool exports it: semicolons, decimal commas, 99 for "don't know", −1 for "not shown".
struct Export {
  /// How many respondents answer in each wave.
  static let respondentsPerWave = 600
  static let seed: UInt64 = 2026

  private static let head = [
    "respondentnr", "datum", "kwartaal", "regio", "klanttype", "kanaal", "weging", "aanbevelen",
  ]
  private static let comments = [
    "Snel geholpen; top", "De app zegt \"storing\", maar er was niets aan de hand", "Te duur",
    "Al jaren klant,\ngeen klachten", "Wachttijd aan de telefoon was lang",
  ]

  private var generator = SeededGenerator(seed: Export.seed)

  /// The lines of the file, with the header.
  mutating func lines() -> [String] {
    let header = Export.head + Population.drivers.map(\.id) + ["opmerking"]
    var lines = [header.joined(separator: ";")]
    for wave in Population.waves.indices {
      for place in 0..<Export.respondentsPerWave {
        lines.append(line(of: Respondent(wave: wave, from: &generator), place: place))
      }
    }
    return lines
  }

  private mutating func line(of respondent: Respondent, place: Int) -> String {
    let wave = Population.waves[respondent.wave]
    let isChannelKnown = generator.uniform() >= Population.channelMissing
    var cells = [
      String(20_000 + respondent.wave * Export.respondentsPerWave + place), date(in: wave, place: place),
      wave.name, Population.regions[respondent.region].code,
      Population.customerTypes[respondent.customerType].code,
      isChannelKnown ? Population.channels[respondent.channel].code : "",
      Export.weight(respondent.hundredthsOfWeight),
      answer(
        respondent.score, notShown: 0, skipped: Population.outcomeSkipped,
        dontKnow: Population.outcomeDontKnow),
    ]
    for (driver, rating) in zip(Population.drivers, respondent.ratings) {
      cells.append(
        answer(rating, notShown: driver.notShown, skipped: driver.skipped, dontKnow: driver.dontKnow))
    }
    cells.append(comment())
    return cells.joined(separator: ";")
  }

  private mutating func answer(_ value: Int, notShown: Double, skipped: Double, dontKnow: Double) -> String {
    let draw = generator.uniform()
    if draw < notShown { return "-1" }
    if draw < notShown + skipped { return "" }
    return draw < notShown + skipped + dontKnow ? "99" : String(value)
  }

  private mutating func comment() -> String {
    guard generator.uniform() < 0.04 else { return "" }
    let text = Export.comments[generator.index(below: Export.comments.count)]
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// A day as 23-11-2026; the answers of a wave come in evenly over its days.
  private func date(in wave: Population.Wave, place: Int) -> String {
    guard let start = CalendarDate(year: wave.year, month: wave.month, day: 1) else { return "" }
    let offset = Int32(place * wave.days / Export.respondentsPerWave)
    let (year, month, day) = CalendarDate(daysSince1970: start.daysSince1970 + offset).components
    return "\(Export.twoDigits(day))-\(Export.twoDigits(month))-\(year)"
  }

  private static func weight(_ hundredths: Int) -> String {
    "\(hundredths / 100),\(twoDigits(hundredths % 100))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
