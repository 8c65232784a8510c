import SurveyModel

/// A survey with a region and a product, and tables of its responses made from lists.
enum SampleSurvey {
  static func question(_ id: String, scale: Scale = .recommendation) -> Question {
    Question(id: id, source: ColumnSource(name: id), label: LocalizedText(id), scale: scale)
  }

  static func survey(scale: Scale = .recommendation) -> Survey {
    let segments = ["region", "product"].map { id in
      Segment(id: id, source: ColumnSource(name: id), label: LocalizedText(id))
    }
    return Survey(
      title: LocalizedText("Sample"), outcome: question("recommend", scale: scale), segments: segments,
      date: DateSource(source: ColumnSource(name: "date"), order: .yearMonthDay),
      wave: .column(ColumnSource(name: "wave")))
  }

  /// One response; nil is a missing answer, group, date or wave.
  struct Response {
    var score: Int?
    var region: String?
    var weight = 1.0
    var date: CalendarDate?
    var wave: String?
  }

  /// `promoters` tens, `passives` sevens and `detractors` zeros of one region and wave.
  static func group(
    _ promoters: Int, _ passives: Int, _ detractors: Int, region: String? = nil, wave: String? = nil,
    date: CalendarDate? = nil
  ) -> [Response] {
    [(10, promoters), (7, passives), (0, detractors)].flatMap { score, count in
      [Response](
        repeating: Response(score: score, region: region, date: date, wave: wave), count: count)
    }
  }

  static func table(_ responses: [Response], weighted: Bool = false) -> ResponseTable {
    let ratings = responses.map { $0.score.map { Rating($0) } ?? .skipped }
    let dates = responses.map { $0.date?.daysSince1970 ?? ResponseBatch.noDate }
    return ResponseTable(
      count: responses.count, ratings: ["recommend": ratings],
      segments: ["region": categories(responses.map(\.region))],
      weights: weighted ? responses.map(\.weight) : nil,
      dates: responses.contains { $0.date != nil } ? dates : nil,
      waves: responses.contains { $0.wave != nil } ? categories(responses.map(\.wave)) : nil)
  }

  private static func categories(_ texts: [String?]) -> ResponseTable.Categories {
    let levels = Set(texts.compactMap(\.self)).sorted()
    let indices = texts.map { text in text.flatMap { levels.firstIndex(of: $0) }.map(Int32.init) ?? -1 }
    return ResponseTable.Categories(levels: levels, indices: indices)
  }
}
