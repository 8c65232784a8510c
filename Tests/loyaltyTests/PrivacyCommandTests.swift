import Foundation
import TestSupport
import Testing

@Suite("Commands that guard personal data") struct PrivacyCommandTests {
  private func write(_ text: String, _ name: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  @Test func forgetErasesAndSaysWhat() throws {
    try Fixture.withTemporaryFolder { folder in
      try write(SmallSurvey.yaml + "\nrespondent: customer\n", "survey.yaml", in: folder)
      let rows = (0..<20).map { "c\($0),\($0 % 11),5,5,N" }.joined(separator: "\n")
      try write("customer,nps,speed,price,region\n\(rows)\n", "2026-Q1.csv", in: folder)
      #expect(try CommandRun(["forget", ".", "--respondent", "c7"], in: folder).exitCode == 66)
      _ = try CommandRun(["import", ".", "2026-Q1.csv", "--pseudonymise"], in: folder)
      let erased = try CommandRun(["forget", ".", "--respondent", "c7"], in: folder)
      #expect(erased.exitCode == 0, "\(erased.messages)")
      #expect(erased.messages.contains("Erased: responses 1,"))
      #expect(erased.output.isEmpty)
      let again = try CommandRun(["forget", ".", "--respondent", "c7"], in: folder)
      #expect(again.exitCode == 0 && again.messages.contains("erased before"))
      let stranger = try CommandRun(["forget", ".", "--respondent", "c70"], in: folder)
      #expect(stranger.exitCode == 1 && stranger.messages.contains("Nothing of respondent `c70`"))
      let score = try CommandRun(["score", ".", "--format", "json"], in: folder)
      #expect(score.output.contains("\"baseSize\" : 19"))
      let back = try CommandRun(["import", ".", "2026-Q1.csv", "--replace"], in: folder)
      #expect(back.messages.contains("[respondent-erased]"))
      try FileManager.default.removeItem(at: folder.appending(path: "respondents.key"))
      let keyless = try CommandRun(["import", ".", "2026-Q1.csv", "--replace"], in: folder)
      #expect(keyless.exitCode == 74 && keyless.messages.contains("respondents.key is not there"))
    }
  }

  @Test func aDryRunEndsAsTheImportWould() throws {
    try Fixture.withTemporaryFolder { folder in
      try SmallSurvey.write(into: folder)
      let dry = try CommandRun(["import", ".", "2026-Q1.csv", "--dry-run"], in: folder)
      #expect(dry.exitCode == 0 && dry.messages.contains("A dry run"))
      let database = folder.appending(path: "responses.sqlite")
      #expect(!FileManager.default.fileExists(atPath: database.path))
      let real = try CommandRun(["import", ".", "2026-Q1.csv"], in: folder)
      #expect(real.output == dry.output)
      let before = try Data(contentsOf: database)
      try write(SmallSurvey.export(rows: 30) + "11,3,3,N\n", "2026-Q1.csv", in: folder)
      for (arguments, code) in [([], 1), (["--replace"], 0), (["--replace", "--strict"], 1)]
        as [([String], Int32)]
      {
        let run = try CommandRun(["import", ".", "2026-Q1.csv", "--dry-run"] + arguments, in: folder)
        #expect(run.exitCode == code, "\(arguments)")
      }
      #expect(try Data(contentsOf: database) == before)
    }
  }

  @Test func textsOfTheSurveyAreNoFormulasInSpreadsheets() throws {
    try Fixture.withTemporaryFolder { folder in
      let values = ["=HYPERLINK(\"\"http://x\"\")", "+1+1", "-2+3", "@SUM(A1)", "＝1+1", "-12.5", "+31", "N"]
      let rows = (0..<160).map { row in "\((row * 7) % 11),\(row % 10 + 1),5,\"\(values[row % 8])\"" }
      try write(SmallSurvey.yaml, "survey.yaml", in: folder)
      try write((["nps,speed,price,region"] + rows).joined(separator: "\n") + "\n", "=1+1.csv", in: folder)
      #expect(try CommandRun(["import", ".", "=1+1.csv"], in: folder).exitCode == 0)
      for command in ["score", "trend", "drivers"] {
        let run = try CommandRun([command, ".", "--by", "region", "--format", "csv"], in: folder)
        #expect(run.exitCode == 0, "\(run.messages)")
        let cells = run.output.split { $0 == "," || $0.isNewline }.map { $0.drop { $0 == "\"" } }
        #expect(cells.contains { $0.hasPrefix("'=HYPERLINK") } && cells.contains("'＝1+1"))
        for cell in cells where "=+-@＝".contains(cell.first ?? " ") {
          #expect(Double(cell) != nil, "\(command): \(cell)")
        }
        #expect(cells.contains { (Double($0) ?? 0) < 0 }, "\(command) has no negative number to tell apart.")
      }
    }
  }
}
