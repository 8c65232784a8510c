@testable import SurveyAnalysis
import SurveyModel
import SurveyReport

extension Sample {
  /// Seven drivers, three segments, six quarterly waves: the usual case.
  static func dutch(isSimulated: Bool = true) -> ReportContent {
    ReportContent(
      survey: dutchSurvey(isSimulated: isSimulated), provenance: dutchProvenance, wave: "2026-Q2",
      fieldwork: day(2026, 6, 1)...day(2026, 6, 30), score: dutchScore, trend: dutchTrend,
      drivers: .success(dutchRanking), driverWave: nil)
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(daysSince1970: 0)
  }

  static func text(_ dutch: String, _ english: String) -> LocalizedText {
    LocalizedText(translations: [("nl", dutch), ("en", english)])
  }

  static func question(_ id: String, _ dutch: String, _ english: String, scale: Scale = .recommendation)
    -> Question
  {
    Question(id: id, source: ColumnSource(name: id), label: text(dutch, english), scale: scale)
  }

  static func dutchSurvey(isSimulated: Bool = true) -> Survey {
    Survey(
      title: text("Klantonderzoek Voorbeeld BV", "Customer survey Example Ltd"), language: "nl",
      outcome: question("aanbeveling", "Aanbeveling", "Recommendation"),
      drivers: [
        question("merkperceptie", "Merkperceptie", "Brand perception"),
        question("binding", "Binding", "Commitment"),
        question("productkwaliteit", "Productkwaliteit", "Product quality"),
        question("servicesnelheid", "Servicesnelheid", "Service speed"),
        question("meerwaarde", "Meerwaarde", "Added value"),
        question("communicatie", "Communicatie", "Communication"),
        question("prijs-kwaliteit", "Prijs-kwaliteit", "Price–quality"),
      ],
      segments: [
        Segment(
          id: "regio", source: ColumnSource(name: "regio"), label: text("Regio", "Region"),
          values: ["noord", "oost", "zuid", "west"].map { code in
            Segment.Value(code: code, label: LocalizedText(code.prefix(1).uppercased() + code.dropFirst()))
          }),
        Segment(id: "klantduur", source: ColumnSource(name: "klantduur"), label: text("Klantduur", "Tenure")),
      ], weight: ColumnSource(name: "weging"), isSimulated: isSimulated)
  }

  static var dutchProvenance: Provenance {
    let answers = dutchSurvey().ratings.enumerated().map { index, question in
      Provenance.Answers(
        question: question.id, answered: 6890 - 40 * index,
        missing: [.notShown: 12 * index, .skipped: 18 * index, .dontKnow: 10 * index])
    }
    let file = Provenance.File(
      name: "golf-6.csv", digest: String(repeating: "0a1b2c3d", count: 8), rowsRead: 1271, rowsStored: 1268,
      rowsRejected: 3)
    return Provenance(
      files: [file], dates: day(2025, 1, 6)...day(2026, 6, 30), answers: answers, toolVersion: "0.1.0")
  }

  static var dutchScore: ScoreAnalysis {
    let total = score(0.2161, 0.4598, n: 1204, effective: 1050)
    return ScoreAnalysis(
      groups: Sample.promoterGroups, total: total,
      base: Base(responses: 1268, size: 1204, effectiveSize: 1050),
      segments: [
        group("regio", "noord", 0.29, 0.38, n: 301, rest: -20),
        group("regio", "oost", 0.24, 0.40, n: 25, rest: -9),
        group("regio", "zuid", 0.17, 0.53, n: 402, rest: 18),
        group("regio", "west", 0.21, 0.46, n: 476, rest: 1.4),
        group("klantduur", "0-1 jaar", 0.25, 0.41, n: 420, rest: -11),
        group("klantduur", "2-5 jaar", 0.20, 0.48, n: 780, rest: 12),
        group("klantduur", "onbekend", 0.5, 0.25, n: 4),
      ], waves: [], adjustment: .holm, confidence: 0.95)
  }

  static var dutchTrend: TrendAnalysis {
    let names = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"]
    func trend(_ promoters: [Double], n: Int) -> [PeriodScore] {
      periods(zip(names, promoters).map { ($0, score(0.62 - $1, $1, n: n)) })
    }
    let regions: [(String, [Double], Int)] = [
      ("noord", [0.36, 0.37, 0.36, 0.39, 0.37, 0.36], 240),
      ("oost", [0.38, 0.40, 0.41, 0.38, 0.42, 0.40], 25),
      ("zuid", [0.38, 0.39, 0.41, 0.43, 0.42, 0.51], 320),
      ("west", [0.39, 0.38, 0.40, 0.40, 0.41, 0.43], 380),
    ]
    return TrendAnalysis(
      period: .wave, periods: trend([0.38, 0.395, 0.39, 0.41, 0.40, 0.431], n: 1204),
      segments: regions.map { SegmentTrend(segment: "regio", value: $0.0, periods: trend($0.1, n: $0.2)) },
      undated: 0,
      adjustment: .holm, confidence: 0.95)
  }

  static var dutchRanking: DriverAnalysis {
    ranking(
      [
        driver(
          "servicesnelheid", rank: 1, importance: 0.24, ranks: 1...2, promoter: 0.17, detractor: 0.31,
          performance: 6.2, top3: 0.991),
        driver(
          "prijs-kwaliteit", rank: 2, importance: 0.20, ranks: 1...3, promoter: 0.21, detractor: 0.19,
          performance: 6.7, top3: 0.93),
        driver(
          "meerwaarde", rank: 3, importance: 0.17, ranks: 2...4, promoter: 0.26, detractor: 0.10,
          performance: 7.3, half: 0.045, top3: 0.78),
        driver(
          "productkwaliteit", rank: 4, importance: 0.14, ranks: 3...5, promoter: 0.11, detractor: 0.17,
          performance: 7.9, half: 0.04, top3: 0.25),
        driver(
          "communicatie", rank: 5, importance: 0.11, ranks: 4...6, promoter: 0.11, detractor: 0.10,
          performance: 6.9, half: 0.04, top3: 0.04),
        driver(
          "binding", rank: 6, importance: 0.09, ranks: 5...7, promoter: 0.09, detractor: 0.06,
          performance: 7.6, half: 0.035, top3: 0.003),
        driver(
          "merkperceptie", rank: 7, importance: 0.05, ranks: 6...7, promoter: 0.05, detractor: 0.07,
          performance: 7.4, half: 0.03, top3: 0.001),
      ], ties: [1...2, 2...3, 5...6])
  }

  /// The ranking in one region, a region too small for one, and one too small to be told of.
  static var dutchGroups: [SegmentDrivers] {
    [
      SegmentDrivers(
        segment: "regio", value: "zuid", outcome: .ranked(ranking(dutchRanking.drivers, n: 402))),
      SegmentDrivers(
        segment: "regio", value: "oost", outcome: .impossible(.tooFewRespondents(have: 25, need: 40))),
      SegmentDrivers(segment: "regio", value: "west", outcome: .suppressed(size: 3)),
    ]
  }
}
