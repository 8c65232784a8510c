import Foundation
import TestSupport
import Testing

@Suite struct ReportCommandTests {
  @Test func theSameSurveyGivesTheSameBytes() throws {
    try Fixture.withTemporaryFolder { folder in
      try SmallSurvey.write(into: folder)
      _ = try CommandRun(["import", ".", "2026-Q1.csv", "--quiet"], in: folder)
      for name in ["one", "two"] {
        let run = try CommandRun(["report", ".", "--output", name], in: folder)
        #expect(run.exitCode == 0, "\(run.messages)")
        #expect(run.messages == "Wrote \(name)/index.html\n")
      }
      let pages = try ["one", "two"].map { try Data(contentsOf: folder.appending(path: "\($0)/index.html")) }
      #expect(pages[0] == pages[1])
      #expect(pages[0].count > 10_000)
    }
  }

  @Test(arguments: ["en", "nl"])
  func anExportNeedsNoFolder(language: String) throws {
    try Fixture.withTemporaryFolder { folder in
      let export = SmallSurvey.export(rows: 120)
      try Data(export.utf8).write(to: folder.appending(path: "export.csv"))
      let run = try CommandRun(["report", "export.csv", "--language", language, "--quiet"], in: folder)
      #expect(run.exitCode == 0, "\(run.messages)")
      let page = try String(contentsOf: folder.appending(path: "reports/export/index.html"), encoding: .utf8)
      #expect(page.contains("lang=\"\(language)\""))
      #expect(page.contains("nps"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "responses.sqlite").path))
    }
  }

  @Test func initWritesADraftThatImports() throws {
    try Fixture.withTemporaryFolder { folder in
      let example = Fixture.url("surveys/voorbeeld/responses.csv")
      try FileManager.default.copyItem(at: example, to: folder.appending(path: "export.csv"))
      let draft = try CommandRun(["init", "export.csv", "--into", "acme"], in: folder)
      #expect(draft.exitCode == 0, "\(draft.messages)")
      let second = try CommandRun(["init", "export.csv", "--into", "acme"], in: folder)
      #expect(second.exitCode == 1 && second.messages.contains("already there"))
      let imported = try CommandRun(["import", "acme", "export.csv", "--strict"], in: folder)
      #expect(imported.exitCode == 0, "\(imported.messages)")
      let drivers = try CommandRun(["drivers", "acme", "--replicates", "0"], in: folder)
      for name in ["merkperceptie", "binding", "servicesnelheid", "meerwaarde", "prijs-kwaliteit"] {
        #expect(drivers.output.contains(name), "\(drivers.messages)")
      }
    }
  }

  @Test func nothingIsWrittenWhereTheSurveyIsWrong() throws {
    try Fixture.withTemporaryFolder { folder in
      let yaml = "title: T\noutcome: {column: nps, scale: 0-10}\ndirvers: {}\n"
      try Data(yaml.utf8).write(to: folder.appending(path: "survey.yaml"))
      let run = try CommandRun(["report", ".", "--output", "out"], in: folder)
      #expect(run.exitCode == 65)
      #expect(run.messages.contains("survey.yaml:3:1: error:") && run.messages.contains("drivers"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out").path))
    }
  }
}
