import Foundation
import TestSupport
import Testing

@Suite("loyalty check") struct CheckCommandTests {
  /// A folder with a stored wave and another in which columns are named differently.
  private func withTwoWaves(_ header: String, _ body: (URL) throws -> Void) throws {
    try Fixture.withTemporaryFolder { folder in
      try SmallSurvey.write(into: folder, rows: 200)
      #expect(try CommandRun(["import", ".", "2026-Q1.csv"], in: folder).exitCode == 0)
      let text = SmallSurvey.export(rows: 210).replacing("nps,speed,price,region", with: header)
      try Data(text.utf8).write(to: folder.appending(path: "2026-Q2.csv"))
      try body(folder)
    }
  }

  @Test func givesTheAccountAsTableAndAsJSON() throws {
    try withTwoWaves("nps,speed,price_,region") { folder in
      let table = try CommandRun(["check", ".", "2026-Q2.csv"], in: folder)
      #expect(table.exitCode == 0)
      #expect(table.output.contains("210 rows read, 210 can be stored"))
      #expect(table.output.contains("Complete:"))
      let json = try CommandRun(["check", ".", "2026-Q2.csv", "--format", "json"], in: folder)
      let root = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect(root["rowsRead"] as? Int == 210)
      #expect((root["cells"] as? [Any])?.count == 4)
      #expect(root["straightLining"] is NSNull && root["speed"] is NSNull)
      for format in ["csv", "markdown"] {
        let run = try CommandRun(["check", ".", "2026-Q2.csv", "--format", format], in: folder)
        #expect(run.exitCode == 0 && run.output.contains("speed"))
      }
    }
  }

  @Test func proposesAnAliasAndWritesItWhenTold() throws {
    try withTwoWaves("nps,Speed of delivery,price,region") { folder in
      let file = folder.appending(path: "survey.yaml")
      let before = try String(contentsOf: file, encoding: .utf8)
      let proposed = try CommandRun(["check", ".", "2026-Q2.csv"], in: folder)
      #expect(proposed.output.contains("aliases: [Speed of delivery]"))
      #expect(try String(contentsOf: file, encoding: .utf8) == before)
      let accepted = try CommandRun(["check", ".", "2026-Q2.csv", "--accept-aliases"], in: folder)
      #expect(accepted.exitCode == 0)
      #expect(accepted.messages.contains("was written into survey.yaml"))
      #expect(!accepted.output.contains("renamed"))
      #expect(try CommandRun(["import", ".", "2026-Q2.csv", "--strict"], in: folder).exitCode == 0)
    }
  }

  @Test func findsTheOutcomeUnderAnotherNameThoughItCannotDoWithoutIt() throws {
    try withTwoWaves("NPS score,speed,price,region") { folder in
      let proposed = try CommandRun(["check", ".", "2026-Q2.csv"], in: folder)
      #expect(proposed.exitCode == 65 && proposed.output.isEmpty)
      #expect(proposed.messages.contains("aliases: [NPS score]"))
      #expect(proposed.messages.contains("[outcome-column-missing]"))
      let accepted = try CommandRun(["check", ".", "2026-Q2.csv", "--accept-aliases"], in: folder)
      #expect(accepted.exitCode == 0 && accepted.output.contains("210 rows read"))
    }
  }

  @Test func writesNoAliasWhereTwoFit() throws {
    try withTwoWaves("nps,x,y,region") { folder in
      let file = folder.appending(path: "2026-Q2.csv")
      let lines = SmallSurvey.export(rows: 210).split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: ",")
        return "\(cells[0]),\(cells[1]),\(cells[1]),\(cells[2]),\(cells[3])"
      }
      try Data((["nps,speed 1,speed 2,price,region"] + lines).joined(separator: "\n").utf8).write(to: file)
      let yaml = try Data(contentsOf: folder.appending(path: "survey.yaml"))
      let run = try CommandRun(["check", ".", "2026-Q2.csv", "--accept-aliases"], in: folder)
      #expect(run.exitCode == 0)
      #expect(run.output.contains("more than one reading fits about equally"))
      #expect(run.output.contains("\"speed 1\"") && run.output.contains("\"speed 2\""))
      #expect(run.messages.contains("no alias was written"))
      #expect(try Data(contentsOf: folder.appending(path: "survey.yaml")) == yaml)
    }
  }

  @Test func strictEndsWithOneWhereARowWouldBeRejected() throws {
    try withTwoWaves("nps,speed,price,region") { folder in
      let spoiled = SmallSurvey.export(rows: 40) + String(repeating: "11,3,3,N\n", count: 6)
      try Data(spoiled.utf8).write(to: folder.appending(path: "2026-Q3.csv"))
      let run = try CommandRun(["check", ".", "2026-Q3.csv", "--strict"], in: folder)
      #expect(run.exitCode == 1)
      #expect(run.output.contains("nps: 6 cells hold 11"))
    }
  }
  @Test func guessesTheColumnsOfAnExportAlone() throws {
    try withTwoWaves("nps,speed,price,region") { folder in
      let name = "NPS export Q2.csv"
      let file = folder.appending(path: "2026-Q2.csv")
      try FileManager.default.moveItem(at: file, to: folder.appending(path: name))
      let run = try CommandRun(["check", name, "--language", "en"], in: folder)
      #expect(run.exitCode == 0, "\(run.messages)")
      #expect(run.messages.contains("“nps” was taken for the recommendation question"))
      #expect(run.output.contains("210 rows read, 210 can be stored"))
      let quiet = try CommandRun(["check", name, "--quiet", "--format", "json"], in: folder)
      #expect(quiet.messages.isEmpty && quiet.output.contains("\"rowsRead\" : 210"))
      let piped = try CommandRun(["check", "-"], in: folder, input: SmallSurvey.export(rows: 50))
      #expect(piped.exitCode == 0 && piped.output.contains("50"))
      let other = try CommandRun(["check", name, "--outcome", "speed"], in: folder)
      #expect(other.messages.contains("“speed”"))
    }
  }
}
