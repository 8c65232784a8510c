import LoyaltyDrivers
import Testing

@Suite("Rows that are stored already") struct RepeatedRespondentTests {
  private static let first = ["a,Q1,9,8,N,good", "b,Q1,5,,S,", "c,Q1,,3,,"]
  private static let append = ImportOptions(mode: .append)

  @Test func areNotStoredASecondTimeWhenAppending() throws {
    try RespondentSurvey.with { survey in
      try survey.importing(Self.first)
      let more = Self.first + ["d,Q1,7,7,N,", "a,Q2,9,8,N,good"]
      let summary = try survey.summary(more, name: "more.csv", options: Self.append)
      #expect(summary.rowsRead == 5)
      #expect(summary.rowsRepeated == 3)
      #expect(summary.rowsStored == 2)
      #expect(summary.columns.first { $0.id == "nps" }?.answered == 2)
      #expect(summary.diagnosticCounts == ["rows-repeated": 1])
      #expect(try survey.study.responses().count == 5)
      #expect(try survey.query("SELECT sum(responses) FROM importWave") == "5")
    }
  }

  @Test(arguments: ["a,Q1,8,8,N,good", "a,Q1,9,8,S,good", "a,Q1,9,8,,good", "a,Q1,9,8,N,bad", "b,Q1,5,,,"])
  func areAConflictWithOtherAnswers(row: String) throws {
    try RespondentSurvey.with { survey in
      try survey.importing(Self.first)
      let before = try survey.bytes()
      let error = #expect(throws: RefusedImportError.self) {
        try survey.importing([row, "e,Q1,1,1,N,"], name: "more.csv", options: Self.append)
      }
      #expect(error?.summary.rowsConflicting == 1)
      #expect(error?.summary.diagnosticCounts == ["respondent-conflict": 1])
      #expect(try survey.bytes() == before)
    }
  }

  @Test func areTakenWithOtherAnswersWhereTheWaveIsReplaced() throws {
    try RespondentSurvey.with { survey in
      try survey.importing(Self.first)
      let options = ImportOptions(mode: .replace)
      let summary = try survey.summary(["a,Q1,1,1,N,", "b,Q1,5,,S,"], name: "new.csv", options: options)
      #expect(summary.rowsStored == 2 && summary.rowsConflicting == 0)
      #expect(try survey.study.responses().count == 2)
      #expect(try survey.query("SELECT count(*) FROM comment") == "0")
    }
  }

  @Test func withinAFileAreStoredOnceAndKeptWithOtherAnswers() throws {
    try RespondentSurvey.with { survey in
      let rows = [
        "a,Q1,9,8,N,x", "a,Q1,9,8,N,x", "a,Q1,2,8,N,x", "a,Q2,9,8,N,x", ",Q1,9,8,N,x", ",Q1,9,8,N,x",
      ]
      let summary = try survey.summary(rows)
      #expect(summary.rowsRepeated == 1)
      #expect(summary.respondentsRepeated == 1)
      #expect(summary.rowsStored == 5)
      #expect(summary.diagnosticCounts == ["rows-repeated": 1, "respondent-repeated": 1])
      let again = try survey.summary(rows + ["z,Q1,3,3,N,"], name: "more.csv", options: Self.append)
      #expect(again.rowsRepeated == 4 && again.rowsConflicting == 0)
      #expect(again.rowsStored == 3, "Nobody can know whether rows without a respondent are stored.")
    }
  }

  @Test func areFoundWithWeightsDatesAndMissingAnswersOfAllKinds() throws {
    let yaml = """
      title: Small survey
      outcome: {id: nps, column: nps, scale: 0-10, missing: {dont-know: "99", not-shown: ["-1", ""]}}
      segments:
        region: {column: region, missing: {dont-know: "?", not-shown: "-"}}
      weight: speed
      date: {column: quarter, order: day-month-year}
      respondent: customer
      """
    let rows = ["a,03-02-2026,99,1.5,?,", "b,04-02-2026,-1,0,-,", "c,,,2,,", "d,04-02-2026,9,1,N,"]
    try RespondentSurvey.with { survey in
      try survey.describe(yaml)
      try survey.importing(rows)
      let again = try survey.summary(rows + ["e,,1,1,,"], name: "more.csv", options: Self.append)
      #expect(again.rowsRepeated == 4 && again.rowsStored == 1)
      #expect(try survey.study.responses().count == 5)
    }
  }

  @Test func areFoundWithoutWavesInFilesOfAnyName() throws {
    try RespondentSurvey.with { survey in
      try survey.describe(RespondentSurvey.yaml.replacing("wave: quarter\n", with: ""))
      try survey.importing(Self.first, name: "one.csv")
      let other = try survey.summary(Self.first + ["d,Q2,1,1,N,"], name: "two.csv")
      #expect(other.rowsRepeated == 3 && other.rowsStored == 1)
    }
  }

  @Test func aDryRunSaysTheSameAndWritesNothing() throws {
    try RespondentSurvey.with { survey in
      let dry = ImportOptions(mode: .append, isRehearsal: true)
      let rehearsed = try survey.summary(Self.first, options: dry)
      #expect(try survey.bytes().isEmpty)
      #expect(try survey.summary(Self.first) == rehearsed)
      let before = try survey.bytes()
      let more = Self.first + ["d,Q1,7,7,N,", "e,Q1,eleven,7,N,"]
      let second = try survey.summary(more, name: "more.csv", options: dry)
      #expect(second.rowsRepeated == 3 && second.rowsStored == 1 && second.rowsRejected == 1)
      #expect(throws: StoreError.waveAlreadyStored(wave: "Q1", file: "export.csv")) {
        try survey.importing(more, name: "more.csv", options: ImportOptions(isRehearsal: true))
      }
      #expect(throws: RefusedImportError.self) {
        try survey.importing(["a,Q1,1,1,N,"], name: "more.csv", options: dry)
      }
      #expect(throws: RefusedImportError.self) {
        let strict = ImportOptions(mode: .append, isStrict: true, isRehearsal: true)
        try survey.importing(more, name: "more.csv", options: strict)
      }
      let replacing = ImportOptions(mode: .replace, isRehearsal: true)
      #expect(try survey.importing(more, name: "more.csv", options: replacing).replaced == 3)
      guard case .unchanged = try survey.importing(Self.first, options: dry) else {
        Issue.record("The file was not recognised.")
        return
      }
      #expect(try survey.bytes() == before)
      let stored = try survey.summary(more, name: "more.csv", options: Self.append)
      #expect(stored.columns == second.columns && stored.diagnosticCounts == second.diagnosticCounts)
      #expect(stored.rowsStored == second.rowsStored && stored.rowsRepeated == second.rowsRepeated)
    }
  }
}

extension ImportOutcome {
  /// How many responses were replaced.
  fileprivate var replaced: Int? {
    if case .imported(_, let replaced) = self { replaced } else { nil }
  }
}
