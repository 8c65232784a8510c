@testable import SurveyAnalysis
import SurveyModel
import SurveyReport

extension Sample {
  /// Thirty drivers with names of forty letters, forty branches, forty weeks with a gap, no weights.
  static func large() -> ReportContent {
    let ids = (1...30).map { "driver\($0)" }
    let survey = Survey(
      title: LocalizedText("A large survey"), outcome: question("score", "Score", "Score"),
      drivers: ids.enumerated().map {
        question($1, longName($0), longName($0), scale: Scale(minimum: 1, maximum: 5))
      },
      segments: [Segment(id: "branch", source: ColumnSource(name: "branch"), label: LocalizedText("Branch"))])
    return ReportContent(
      survey: survey,
      provenance: Provenance(files: [], dates: nil, answers: [], toolVersion: "0.1.0"), wave: nil,
      fieldwork: nil,
      score: largeScore, trend: largeTrend, drivers: .success(largeRanking(ids)),
      notes: ["Delimiter: semicolon."])
  }

  /// A name of forty letters or more.
  static func longName(_ index: Int) -> String {
    let starts = [
      "Friendliness and expertise of the staff at", "Speed with which a complaint is settled by",
      "Clarity of invoices and of the letters from", "Betaalbaarheidsgarantieverzekeringsmaatschappij",
    ]
    return "\(starts[index % 4]) \(index + 1)"
  }

  static func largeRanking(_ ids: [String]) -> DriverAnalysis {
    let raw = ids.indices.map { 1 / (Double($0) + 3) }
    let sum = raw.reduce(0, +)
    let drivers = ids.indices.map { index in
      driver(
        ids[index], rank: index + 1, importance: raw[index] / sum,
        ranks: max(1, index - 2)...min(30, index + 5),
        promoter: raw[(index * 7) % 30] / sum, detractor: raw[(index * 11) % 30] / sum,
        performance: 3.2 + Double((index * 37) % 17) / 17, half: 0.012)
    }
    let ties = stride(from: 1, through: 27, by: 2).map { $0...min(30, $0 + 4) }
    return ranking(drivers, ties: ties, findings: [.smallBase(size: 210, advised: 290)], n: 210)
  }

  static var largeScore: ScoreAnalysis {
    let groups = (1...40).map { index -> SegmentScore in
      let promoters = 0.30 + Double((index * 13) % 25) / 100
      let size = index % 9 == 0 ? 3 : index % 7 == 0 ? 18 : 60 + index * 11
      return group("branch", "Branch \(index)", 0.25, promoters, n: size, rest: (promoters - 0.42) * 160)
    }
    return ScoreAnalysis(
      groups: Sample.promoterGroups, total: score(0.25, 0.42, n: 9800),
      base: Base(responses: 9900, size: 9800, effectiveSize: 9800),
      segments: groups, waves: [], adjustment: .holm, confidence: 0.95)
  }

  static var largeTrend: TrendAnalysis {
    let weeks = (1...40).map { index -> (name: String, score: NetPromoterScore?) in
      let name = "2026-W\(index < 10 ? "0" : "")\(index)"
      if index == 17 || index == 18 { return (name, nil) }
      return (name, score(0.25, 0.38 + Double((index * 7) % 11) / 100, n: index % 10 == 3 ? 20 : 240))
    }
    let branches = (1...5).map { branch in
      SegmentTrend(
        segment: "branch", value: "Branch \(branch)", periods: periods(weeks.filter { $0.name != "2026-W30" })
      )
    }
    return TrendAnalysis(
      period: .week, periods: periods(weeks), segments: branches, undated: 0, adjustment: .benjaminiHochberg,
      confidence: 0.95)
  }

  /// One driver, no segments, no trend, a low base.
  static func single() -> ReportContent {
    let survey = Survey(
      title: LocalizedText("One driver"), outcome: question("score", "Score", "Score"),
      drivers: [question("speed", "Snelheid", "Speed")])
    let one = driver(
      "speed", rank: 1, importance: 1, ranks: 1...1, promoter: 1, detractor: 1, performance: 7.1, half: 0,
      top3: 1)
    return ReportContent(
      survey: survey, provenance: Provenance(files: [], dates: nil, answers: [], toolVersion: "0.1.0"),
      wave: nil,
      fieldwork: nil,
      score: ScoreAnalysis(
        groups: Sample.promoterGroups, total: score(0.3, 0.4, n: 27),
        base: Base(responses: 28, size: 27, effectiveSize: 27),
        segments: [],
        waves: [], adjustment: .holm, confidence: 0.95), trend: nil, drivers: .success(ranking([one], n: 27)))
  }

  /// No drivers, a withheld score.
  static func bare() -> ReportContent {
    let survey = Survey(title: LocalizedText("Bare"), outcome: question("score", "Score", "Score"))
    return ReportContent(
      survey: survey, provenance: Provenance(files: [], dates: nil, answers: [], toolVersion: "0.1.0"),
      wave: nil,
      fieldwork: nil,
      score: ScoreAnalysis(
        groups: Sample.promoterGroups, total: nil, base: Base(responses: 6, size: 3, effectiveSize: 3),
        segments: [],
        waves: [], adjustment: .holm, confidence: 0.95),
      trend: nil, drivers: .failure(.noUsableDriver))
  }
}
