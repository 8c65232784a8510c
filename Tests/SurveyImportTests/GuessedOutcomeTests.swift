import SurveyModel
import Testing

@testable import SurveyImport

/// Which column is the outcome, and how long scales are, where names do not say it.
@Suite("Outcomes and scales that names do not tell")
struct GuessedOutcomeTests {
  private static let aspects = ["Quality", "Speed", "Price"]

  /// A rating from 1 to 10; that of the last aspect falls to 0 now and then.
  private func rating(_ row: Int, _ aspect: Int) -> Int {
    aspect == 2 && row % 40 == 0 ? 0 : max(1, min(10, 5 + (row * (aspect + 3)) % 7 - row % 3 + row % 2))
  }

  private func score(_ row: Int) -> Int { max(0, min(10, rating(row, 0) + row % 4 - 1)) }

  private func draft(
    _ header: [String], rows: Int = 240, tail: String = "", _ cells: (Int) -> [String]
  ) throws -> SurveyDraft {
    let lines = [header] + (0..<rows).map(cells)
    let text = lines.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n") + "\n"
    return try ExportFixture.withFile(Array((text + tail).utf8), name: "export.csv") { path in
      try SurveyDraft(of: ResponseFile(at: path))
    }
  }

  private func group(_ score: Int) -> String {
    score > 8 ? "Promoter" : score > 6 ? "Passief" : "Criticaster"
  }

  private func ratings(_ row: Int) -> [String] { (0..<3).map { String(rating(row, $0)) } }

  @Test("The scores that groups are made of are the outcome, and the groups follow from them")
  func scoresOfGroups() throws {
    let draft = try draft(["Nr", "Sterren", "Groep"] + Self.aspects) { row in
      [String(row), String(score(row)), group(score(row))] + ratings(row)
    }
    #expect(draft.survey.outcome.source.name == "Sterren")
    #expect(draft.survey.outcome.scale == .recommendation)
    #expect(draft.survey.drivers.map(\.source.name) == Self.aspects)
    #expect(draft.survey.segments.isEmpty)
    #expect(draft.guesses.contains { $0.header == "Groep" && $0.reason.contains("made from the outcome") })
  }

  @Test("Groups without the scores are told, and no other column is taken for the outcome")
  func groupsAlone() throws {
    let error = try #require(throws: ImportError.self) {
      try draft(["Nr", "Groep"] + Self.aspects) { [String($0), group(score($0))] + ratings($0) }
    }
    let found = try #require(error.diagnostics.first)
    #expect(found.code == "outcome-not-found" && found.summary.contains("\"Groep\" holds the groups"))
  }

  @Test("A column is not the outcome because it is the only one in which somebody said 0")
  func aZeroByChance() {
    #expect(throws: ImportError.self) {
      try draft(["Nr"] + Self.aspects) { [String($0)] + ratings($0) }
    }
  }

  @Test("Counts from 0 to 10, and the numbers of rows without a name, are no outcome")
  func countsAndRowNumbers() {
    #expect(throws: ImportError.self) {
      try draft(["Nr", "Kinderen"]) { [String($0), String(min(10, $0 % 5 * ($0 % 3) + $0 / 235))] }
    }
    #expect(throws: ImportError.self) {
      try draft(["", "Length"], rows: 11) { [String($0), "\($0 * 7 + 100)"] }
    }
  }

  @Test("A bare name tells the outcome; `score` in the names of several does not")
  func bareNames() throws {
    let bare = try draft(["Nr", "Answer"] + Self.aspects) {
      [String($0), String(score($0))] + ratings($0)
    }
    #expect(bare.survey.outcome.source.name == "Answer")
    let many = try draft(["Nr"] + Self.aspects.map { "\($0) score" } + ["NPS score"]) {
      [String($0)] + ratings($0) + [String(score($0))]
    }
    #expect(many.survey.outcome.source.name == "NPS score" && many.survey.drivers.count == 3)
  }

  @Test("The rows of a grid, and ten-point columns side by side, are on one scale")
  func sharedRange() throws {
    for names in [Self.aspects.map { "Rate us [\($0)]" }, Self.aspects] {
      let draft = try draft(["Nr", "NPS"] + names) { [String($0), String(score($0))] + ratings($0) }
      #expect(draft.survey.drivers.map(\.scale) == [.recommendation, .recommendation, .recommendation])
    }
    let stated = try draft(["Nr", "NPS"] + Self.aspects.map { "\($0) (1-10)" }) { row in
      [String(row), String(score(row))] + (0..<3).map { String(max(1, rating(row, $0))) }
    }
    #expect(stated.survey.drivers.allSatisfy { $0.scale == Scale(minimum: 1, maximum: 10) })
    #expect(stated.survey.drivers.map(\.id) == ["quality", "speed", "price"])
  }

  @Test("`8/10` is 8, stars are counted, and a slip does not hide a column")
  func otherSpellings() throws {
    let parts = try draft(["Nr", "NPS"] + Self.aspects) { row in
      [String(row), "\(score(row))/10"] + (0..<3).map { "\(rating(row, $0)) out of 10" }
    }
    #expect(parts.survey.outcome.scale.labels.contains { $0.value == 8 && $0.text == "8/10" })
    #expect(parts.survey.drivers.count == 3)
    let stars = try draft(["Nr", "NPS"] + Self.aspects) { row in
      [String(row), String(score(row))]
        + (0..<3).map { String(repeating: "★", count: max(1, rating(row, $0) / 2)) }
    }
    #expect(stars.survey.drivers.count == 3)
    #expect(stars.survey.drivers.allSatisfy { $0.scale.maximum == 5 })
    let slip = try draft(["Nr", "NPS"] + Self.aspects) { row in
      [String(row), String(score(row))] + (row == 9 ? ["55", "5", "5"] : ratings(row))
    }
    #expect(slip.survey.drivers.count == 3)
    #expect(slip.guesses.contains { $0.header == "Quality" && $0.reason.contains("a slip?: 55") })
  }

  @Test("Totals and means below the answers are left out, and no respondents")
  func totals() throws {
    let tail = "Totaal,1600,1700,1500,1400\nGemiddelde,6.8,7.1,6.3,5.9\n"
    let draft = try draft(["Klantnr", "NPS"] + Self.aspects, tail: tail) {
      ["K\($0)", String(score($0))] + ratings($0)
    }
    #expect(draft.rowsSeen == 240 && draft.survey.drivers.count == 3)
    let brand = try self.draft(["Merk", "NPS"] + Self.aspects) {
      [$0 % 2 == 0 ? "Total" : "Shell", String(score($0))] + ratings($0)
    }
    #expect(brand.rowsSeen == 240)
  }

  @Test("Half marks beside each other, and numbers on a scale that the question states, are ratings")
  func halfMarks() throws {
    let marks = try draft(["Nr", "NPS"] + Self.aspects) { row in
      [String(row), String(score(row))]
        + (0..<3).map {
          row % 30 == 7
            ? "99" : "\(max(1, rating(row, $0)))" + (row % 5 == $0 && rating(row, $0) < 10 ? ",5" : "")
        }
    }
    #expect(
      marks.survey.drivers.map(\.scale)
        == Self.aspects.map { _ in Scale(minimum: 1, maximum: 10, decimals: 1) })
    #expect(marks.survey.drivers.allSatisfy { $0.missingCodes.map(\.text) == ["99"] })
    let stated = try draft(["Nr", "NPS", "Price (0-100)"]) { row in
      [String(row), String(score(row)), "\(rating(row, 0) * 10 - 5).\(row % 100)"]
    }
    #expect(stated.survey.drivers.map(\.scale) == [Scale(minimum: 0, maximum: 100, decimals: 2)])
    let hours = try draft(["Nr", "NPS", "Hours", "Distance"]) { row in
      [String(row), String(score(row)), "\(row % 9).\(1 + row % 9)", "\(row % 8).\(1 + row % 7)"]
    }
    #expect(hours.survey.drivers.isEmpty)
    let means = try draft(["Nr", "NPS", "Mean", "Mean too"]) { row in
      [String(row), String(score(row)), "\(rating(row, 0) / 2).333", "4.6667"]
    }
    #expect(means.survey.drivers.isEmpty)
  }

  @Test("Numbers with a fraction are no segment, and one column of them alone is no rating")
  func fractions() throws {
    let draft = try draft(["Nr", "NPS", "Cijfer"]) { row in
      [String(row), String(score(row)), row % 2 == 0 ? "7.5" : "8"]
    }
    #expect(draft.survey.segments.isEmpty && draft.survey.drivers.isEmpty)
  }
}
