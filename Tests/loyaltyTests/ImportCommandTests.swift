import Foundation
import TestSupport
import Testing

@Suite struct ImportCommandTests {
  @Test func storesOnceAndSaysSoTheSecondTime() throws {
    try Fixture.withTemporaryFolder { folder in
      try SmallSurvey.write(into: folder)
      let first = try CommandRun(["import", ".", "2026-Q1.csv"], in: folder)
      #expect(first.exitCode == 0)
      #expect(first.output.contains("60"))
      let before = try Data(contentsOf: folder.appending(path: "responses.sqlite"))
      let second = try CommandRun(["import", ".", "2026-Q1.csv"], in: folder)
      #expect(second.exitCode == 0)
      #expect(second.messages.contains("stored already"))
      #expect(try Data(contentsOf: folder.appending(path: "responses.sqlite")) == before)
    }
  }

  @Test func refusesAChangedFileOfTheSameWaveUnlessToldTo() throws {
    try Fixture.withTemporaryFolder { folder in
      try SmallSurvey.write(into: folder)
      _ = try CommandRun(["import", ".", "2026-Q1.csv"], in: folder)
      try SmallSurvey.write(into: folder, rows: 70)
      let refused = try CommandRun(["import", ".", "2026-Q1.csv"], in: folder)
      #expect(refused.exitCode == 1)
      #expect(refused.messages.contains("--replace"))
      let replaced = try CommandRun(["import", ".", "2026-Q1.csv", "--replace"], in: folder)
      #expect(replaced.exitCode == 0)
      let score = try CommandRun(["score", ".", "--format", "json"], in: folder)
      #expect(score.output.contains("\"baseSize\" : 70"))
    }
  }

  @Test func strictStoresNothingWhenARowIsRejected() throws {
    try Fixture.withTemporaryFolder { folder in
      try SmallSurvey.write(into: folder)
      let spoiled = SmallSurvey.export(rows: 40) + "11,3,3,N\n"
      try Data(spoiled.utf8).write(to: folder.appending(path: "2026-Q2.csv"))
      let run = try CommandRun(["import", ".", "2026-Q2.csv", "--strict"], in: folder)
      #expect(run.exitCode == 1)
      #expect(run.messages.contains("2026-Q2.csv:42:1: error:"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "responses.sqlite").path))
    }
  }

  @Test func readsStandardInput() throws {
    try Fixture.withTemporaryFolder { folder in
      try SmallSurvey.write(into: folder)
      let run = try CommandRun(
        ["import", ".", "-", "--wave", "2026-Q1"], in: folder, input: SmallSurvey.export(rows: 33))
      #expect(run.exitCode == 0, "\(run.messages)")
      let score = try CommandRun(["score", ".", "--format", "json"], in: folder)
      #expect(score.output.contains("\"baseSize\" : 33"))
    }
  }

  @Test(
    arguments: [
      (["import", ".", "absent.csv"], 66, "no such file"),
      (["import", "absent", "2026-Q1.csv"], 66, "There is no survey.yaml in `absent`"),
      (["import", ".", "empty.csv", "--wave", "x"], 65, "empty"),
      (["score", "."], 66, "holds no responses yet"),
      (["import"], 64, "Missing expected argument"),
      (["import", "."], 64, "Name the exports as well: loyalty import . export.csv"),
      (["import", "an export.csv"], 66, "loyalty init 'an export.csv' --into 'surveys/an export'"),
      (["score", "an export.csv"], 66, "loyalty import 'surveys/an export' 'an export.csv'"),
      (["score", "./survey.yaml"], 66, "give the folder it lies in, `.`"),
      (["check", "."], 64, "Name the exports as well: loyalty check . export.csv"),
      (["check", "absent.csv"], 66, "no such file"),
      (["improt", "."], 64, "Did you mean"),
    ] as [([String], Int32, String)])
  func endsWithTheExitCodeAndSaysWhy(arguments: [String], code: Int32, words: String) throws {
    try Fixture.withTemporaryFolder { folder in
      try SmallSurvey.write(into: folder)
      try Data().write(to: folder.appending(path: "empty.csv"))
      try Data(SmallSurvey.export(rows: 40).utf8).write(to: folder.appending(path: "an export.csv"))
      let run = try CommandRun(arguments, in: folder)
      #expect(run.exitCode == code)
      #expect(run.messages.contains(words), "\(run.messages)")
      #expect(run.output.isEmpty)
    }
  }

  @Test func aKilledImportLeavesWhatWasThere() throws {
    try Fixture.withTemporaryFolder { folder in
      try SmallSurvey.write(into: folder)
      _ = try CommandRun(["import", ".", "2026-Q1.csv"], in: folder)
      let large = SmallSurvey.export(rows: 400_000)
      try Data(large.utf8).write(to: folder.appending(path: "2026-Q2.csv"))
      let process = Process()
      process.executableURL = CommandRun.program
      process.arguments = ["import", ".", "2026-Q2.csv", "--quiet"]
      process.currentDirectoryURL = folder
      try process.run()
      let journal = folder.appending(path: "responses.sqlite-journal").path
      let deadline = Date(timeIntervalSinceNow: 60)
      while process.isRunning, !FileManager.default.fileExists(atPath: journal), Date() < deadline {
        usleep(500)
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal, "The import ended before it could be killed.")
      let score = try CommandRun(["score", ".", "--format", "json"], in: folder)
      #expect(score.exitCode == 0)
      #expect(score.output.contains("\"baseSize\" : 60"))
    }
  }
}
