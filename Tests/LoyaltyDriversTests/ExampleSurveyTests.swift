import Foundation
import LoyaltyDrivers
import TestSupport
import Testing

/// The example of surveys/voorbeeld, of which the truth is known: what was built in is found again.
@Suite struct ExampleSurveyTests {
  private static let folder = Fixture.url("surveys/voorbeeld")

  /// The truth, from very many respondents drawn with another seed.
  private static func truth() throws -> Oracle {
    try Oracle(folder.appending(path: "truth.json"))
  }

  /// Calls a function with the example, imported into a temporary folder.
  private func withExample(_ body: (Study) throws -> Void) throws {
    try Fixture.withTemporaryFolder { folder in
      let yaml = folder.appending(path: Study.surveyFileName)
      try FileManager.default.copyItem(at: Self.folder.appending(path: Study.surveyFileName), to: yaml)
      let study = try Study(at: folder.path)
      try study.importResponses(from: Self.folder.appending(path: "responses.csv").path)
      try body(study)
    }
  }

  @Test func everyRowIsStoredWithAllKindsOfMissingAnswers() throws {
    try withExample { study in
      let table = try study.responses()
      #expect(table.count == 2400)
      let reasons = { (id: String) in Set((table.ratings[id] ?? []).compactMap(\.missingReason)) }
      #expect(reasons("servicesnelheid") == [.notShown, .skipped, .dontKnow])
      #expect(reasons("aanbevelen") == [.skipped, .dontKnow])
    }
  }

  /// A share of 0…1 may be off by 0.025, three quarters of the half-width of the widest interval.
  @Test func theTrueImportanceIsRecovered() throws {
    try withExample { study in
      let truth = try Self.truth()
      let ranking = try study.drivers()
      #expect(ranking.drivers.count == 7)
      var inside = 0
      for driver in ranking.drivers {
        let share = truth["importance", driver.id].number
        #expect((driver.importance - share).magnitude < 0.025, "\(driver.id)")
        if try #require(driver.interval).contains(share) { inside += 1 }
      }
      #expect(inside >= 6)
      #expect((ranking.rSquared - truth["rSquared"].number).magnitude < 0.03)
      try expectTrueOrder(of: ranking, truth)
      #expect(ranking.drivers.last?.id == "merkperceptie")
      #expect(truth["coefficients", "merkperceptie"].number == 0)
      expectAsymmetry(of: ranking)
    }
  }

  /// Drivers whose intervals do not overlap stand in the true order, and every true rank is a possible one.
  private func expectTrueOrder(of ranking: DriverAnalysis, _ truth: Oracle) throws {
    let order = truth["order"].list.map(\.text)
    var compared = 0
    for (place, first) in ranking.drivers.enumerated() {
      let trueRank = 1 + (try #require(order.firstIndex(of: first.id)))
      #expect(try #require(first.rankInterval).contains(trueRank), "\(first.id)")
      for second in ranking.drivers[(place + 1)...] {
        guard let upper = first.interval, let lower = second.interval, upper.lowerBound > lower.upperBound
        else { continue }
        compared += 1
        #expect(
          truth["importance", first.id].number > truth["importance", second.id].number,
          "\(first.id) before \(second.id)")
      }
    }
    #expect(compared >= 12)
  }

  /// Slowness makes detractors and speed no promoters; added value the reverse.
  private func expectAsymmetry(of ranking: DriverAnalysis) {
    let lead = { (id: String) -> Double? in
      ranking.drivers.first { $0.id == id }.flatMap { driver in
        driver.promoterImportance.flatMap { promoter in driver.detractorImportance.map { promoter - $0 } }
      }
    }
    #expect((lead("servicesnelheid") ?? 0) < -0.04)
    #expect((lead("meerwaarde") ?? 0) > 0.04)
  }

  @Test func theTrueScoresLieInTheirIntervals() throws {
    try withExample { study in
      let truth = try Self.truth()
      let score = try study.score(by: ["regio", "klanttype"])
      #expect(try #require(score.total).interval.contains(truth["nps"].number))
      #expect(score.waves.count == 4)
      for wave in score.waves {
        #expect(
          try #require(wave.score).interval.contains(truth["npsOfWave", wave.wave].number), "\(wave.wave)")
      }
      let group = { (segment: String, value: String) in
        try #require(score.segments.first { $0.segment == segment && $0.value == value })
      }
      let east = try group("regio", "2")
      #expect(try #require(east.score).interval.contains(truth["npsOfRegion", "2"].number))
      #expect(try #require(east.againstRest).isSignificant)
      #expect(try group("klanttype", "Z").score != nil)
      #expect(try group("klanttype", "V").withheld == .complement)
      #expect(try group("klanttype", "G").withheld == .fewAnswers)
    }
  }

  @Test func onlyTheRiseOfTheLastWaveIsSignificant() throws {
    try withExample { study in
      let truth = try Self.truth()
      let periods = try study.trend().periods
      #expect(periods.map(\.period) == ["2025-K3", "2025-K4", "2026-K1", "2026-K2"])
      for (before, period) in zip(periods, periods.dropFirst()) {
        let change = try #require(period.change)
        #expect(change.isSignificant == (period.period == "2026-K2"), "\(period.period)")
        let rise = truth["npsOfWave", period.period].number - truth["npsOfWave", before.period].number
        #expect(change.interval.contains(rise), "\(period.period)")
      }
    }
  }
}
