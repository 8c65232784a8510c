import SurveyModel

/// How long respondents took, as a column of durations says it, or two columns of moments.
struct ResponseTimes {
  private enum Source {
    case duration(Int)
    case moments(beginning: Int, end: Int)
  }

  private let source: Source
  private let header: String
  private var durations: [Float] = []

  private static let headers = [
    "duration", "durationinseconds", "durationseconds", "durationinminutes", "interviewduration",
    "interviewtime", "totaltime", "timetaken", "timespent", "completiontime", "timetocomplete",
    "responsetime", "interviewlength", "lengthofinterview", "loi", "duur", "tijdsduur", "invultijd", "dauer",
    "bearbeitungszeit", "interviewdauer", "durée", "duree", "tempsderéponse", "duración", "duracion",
  ]
  /// Names of the moment at which a respondent began, the likeliest first.
  private static let beginnings = [
    "startdate", "startdateutc", "starttime", "datestarted", "startedat", "started", "begintijd", "starttijd",
    "begindatum", "startdatum", "startzeit", "heurededébut", "horadeinicio",
  ]
  /// Names of the moment at which one was done; Microsoft Forms calls it the completion time.
  private static let ends = [
    "enddate", "submitdate", "submitdateutc", "completiontime", "endtime", "datesubmitted", "submittedat",
    "completedat", "completed", "datelastaction", "datestamp", "tijdvanvoltooien", "eindtijd", "einddatum",
    "endzeit", "heuredefin", "horadefinalización",
  ]
  /// A median of fewer says little.
  private static let fewest = 20

  /// The column of durations, or those of the beginning and the end; nil where the file has neither.
  init?(in headers: [String]) {
    let names = headers.map { header -> [String] in
      let words = ColumnProfile(header: header).words
      return [words.joined(), words.first ?? ""]
    }
    let beginning = ResponseTimes.place(of: ResponseTimes.beginnings, in: names)
    let end = ResponseTimes.place(of: ResponseTimes.ends, in: names)
    let whole = names.indices.first { index in
      ResponseTimes.headers.contains(names[index][0]) && (beginning == nil || index != end)
    }
    if let whole {
      (source, header) = (.duration(whole), headers[whole])
    } else if let beginning, let end {
      source = .moments(beginning: beginning, end: end)
      header = "\(headers[beginning]) – \(headers[end])"
    } else {
      return nil
    }
  }

  /// The column with the likeliest of some names, as a whole or as its first word (`startdate. Date started`).
  private static func place(of likely: [String], in names: [[String]]) -> Int? {
    likely.lazy.compactMap { name in names.firstIndex { $0.contains(name) } }.first
  }

  /// Takes the duration in a record.
  mutating func add(_ scanner: borrowing DelimitedScanner, decimalMark: UInt8) {
    let duration: Double?
    switch source {
    case .duration(let column):
      let cell = scanner.bytes(of: column)
      duration = NumberText.decimal(cell, mark: decimalMark) ?? ResponseTimes.clock(cell)
    case .moments(let beginning, let end):
      duration = ResponseTimes.seconds(from: scanner.bytes(of: beginning), to: scanner.bytes(of: end))
    }
    if let duration, duration > 0 { durations.append(Float(duration)) }
  }

  private static func seconds(
    from beginning: UnsafeBufferPointer<UInt8>, to end: UnsafeBufferPointer<UInt8>
  ) -> Double? {
    guard let first = MomentText(beginning), let last = MomentText(end) else { return nil }
    return MomentText.seconds(from: first, to: last).map(Double.init)
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
