import Foundation
import TestSupport
import Testing

@Suite struct AnalysisCommandTests {
  /// Calls a function with a folder that holds a survey of two waves.
  private func withImportedSurvey(_ body: (URL) throws -> Void) throws {
    try Fixture.withTemporaryFolder { folder in
      try SmallSurvey.write(into: folder, rows: 60, wave: "2026-Q1")
      try SmallSurvey.write(into: folder, rows: 77, wave: "2026-Q2")
      let run = try CommandRun(["import", ".", "2026-Q1.csv", "2026-Q2.csv", "--quiet"], in: folder)
      #expect(run.exitCode == 0, "\(run.messages)")
      try body(folder)
    }
  }

  private func object(_ arguments: [String], in folder: URL) throws -> [String: Any] {
    let run = try CommandRun(arguments + ["--format", "json"], in: folder)
    #expect(run.exitCode == 0, "\(run.messages)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test func jsonHasTheKeysOthersRelyOn() throws {
    try withImportedSurvey { folder in
      let score = try object(["score", ".", "--by", "region"], in: folder)
      let total = try #require(score["total"] as? [String: Any])
      for key in ["nps", "interval", "promoters", "passives", "detractors", "baseSize", "effectiveBaseSize"] {
        #expect(total[key] != nil, "\(key)")
      }
      #expect((score["segments"] as? [[String: Any]])?.map { $0["value"] as? String } == ["N", "S"])
      #expect((score["waves"] as? [[String: Any]])?.map { $0["wave"] as? String } == ["2026-Q1", "2026-Q2"])

      let drivers = try object(["drivers", ".", "--replicates", "100"], in: folder)
      let ranked = try #require(drivers["drivers"] as? [[String: Any]])
      let shares = ranked.compactMap { $0["importance"] as? Double }
      #expect((shares.reduce(0, +) - 1).magnitude < 1e-12)
      let keys = [
        "id", "label", "importance", "interval", "rank", "rankInterval", "probabilityTop3",
        "promoterImportance", "detractorImportance", "correlation", "coefficient", "performance",
      ]
      for key in keys { #expect(ranked.allSatisfy { $0[key] != nil }, "\(key)") }

      let trend = try object(["trend", ".", "--by", "region"], in: folder)
      let periods = try #require(trend["periods"] as? [[String: Any]])
      for key in ["period", "nps", "interval", "baseSize", "change", "pValue", "significant"] {
        #expect(periods.allSatisfy { $0[key] != nil }, "\(key)")
      }
    }
  }

  @Test(arguments: ["score", "trend", "drivers"], ["table", "json", "csv", "markdown"])
  func everyFormatIsWritten(command: String, format: String) throws {
    try withImportedSurvey { folder in
      let arguments = [command, ".", "--by", "region", "--format", format]
      let run = try CommandRun(arguments + (command == "drivers" ? ["--replicates", "100"] : []), in: folder)
      #expect(run.exitCode == 0, "\(run.messages)")
      #expect(run.output.count > 100)
      #expect(run.messages.isEmpty)
    }
  }

  @Test func waveLastIsTheLatest() throws {
    try withImportedSurvey { folder in
      let score = try object(["score", ".", "--wave", "last"], in: folder)
      #expect((score["total"] as? [String: Any])?["baseSize"] as? Int == 77)
    }
  }

  @Test(
    arguments: [
      (["score", ".", "--by", "regoin"], 64, "Did you mean `region`?"),
      (["score", ".", "--wave", "2026-Q3"], 64, "Did you mean `2026-Q1`?"),
      (["trend", ".", "--period", "month"], 64, "no"),
      (["score", ".", "--confidence", "95"], 64, "0.95"),
      (["drivers", ".", "--method", "shapely"], 64, "shapley"),
      (["scroe", "."], 64, "Did you mean `score`?"),
    ] as [([String], Int32, String)])
  func mistakesAreAnsweredWithTheRepair(arguments: [String], code: Int32, words: String) throws {
    try withImportedSurvey { folder in
      let run = try CommandRun(arguments, in: folder)
      #expect(run.exitCode == code, "\(run.messages)")
      #expect(run.messages.contains(words), "\(run.messages)")
      #expect(run.output.isEmpty)
    }
  }

  @Test func aDamagedDatabaseIsNamed() throws {
    try withImportedSurvey { folder in
      let database = folder.appending(path: "responses.sqlite")
      try Data("no database at all, but long enough to be looked at".utf8).write(to: database)
      let run = try CommandRun(["score", "."], in: folder)
      #expect(run.exitCode == 74)
      #expect(run.messages.contains("is not an SQLite database"))
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func shellCompletionsAreWritten(shell: String) throws {
    let run = try CommandRun(["--generate-completion-script", shell])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("loyalty"))
  }
}
