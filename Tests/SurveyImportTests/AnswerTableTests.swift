import Foundation
import SurveyModel
import Testing
import TestSupport

@testable import SurveyImport

/// Files with a row per answer.
@Suite("A row per answer")
struct AnswerTableTests {
  private static let yaml = """
    title: T
    outcome: {column: Q0}
    defaults: {scale: 1-10}
    drivers: {price: {column: Q1}, service: {column: Q2}}
    respondent: ResultID
    """

  /// Three questions of each of forty respondents; every seventh did not answer the last.
  private static func rows(_ respondent: Int) -> [String] {
    (0..<3).compactMap { question in
      if question == 2, respondent % 7 == 0 { return nil }
      let answer = question == 0 ? respondent % 11 : 1 + (respondent + question) % 10
      return
        "\(1000 * respondent + question),\(100 + respondent),2026-02-0\(1 + respondent % 9),Q\(question),\(answer)"
    }
  }

  private static let header = "AnswerID,ResultID,ResultDate,Question,Answer\n"

  static let export = header + (0..<40).flatMap(rows).joined(separator: "\n") + "\n"

  private func expect(_ sink: RecordingSink, _ summary: ImportSummary) {
    #expect(summary.rowsStored == 40)
    let expected = (0..<40).map { respondent in
      [
        Rating(respondent % 11), Rating(1 + (respondent + 1) % 10),
        respondent % 7 == 0 ? Rating.skipped : Rating(1 + (respondent + 2) % 10),
      ]
    }
    #expect(sink.ratings == expected)
    #expect(sink.respondents == (0..<40).map { String(100 + $0) })
  }

  @Test("Answers of a respondent that stand together become a row, while they are read")
  func adjacent() throws {
    let (summary, sink) = try ExportFixture.read(Self.export, with: Self.yaml)
    expect(sink, summary)
    let note = try #require(summary.diagnostics.first { $0.code == "layout-long" })
    #expect(note.severity == .note)
    #expect(note.summary.contains("40 respondents with 3 questions"))
    #expect(note.fix?.contains("AnswerID") == true)
    #expect(summary.ignoredHeaders == ["ResultDate"])
  }

  @Test("Answers in the order of the questions are put in order on disk first")
  func scattered() throws {
    let rows = (0..<3).flatMap { question in
      (0..<40).flatMap { respondent in Self.rows(respondent).filter { $0.contains(",Q\(question),") } }
    }
    let text = Self.header + rows.joined(separator: "\n") + "\n"
    let (summary, sink) = try ExportFixture.read(text, with: Self.yaml)
    expect(sink, summary)
    #expect(summary.diagnostics.first { $0.code == "layout-long" }?.summary.contains("on disk") == true)
  }

  @Test("A wrong answer is placed where it stands in the file")
  func placed() throws {
    var rows = (0..<40).flatMap(Self.rows)
    rows[4] = rows[4].split(separator: ",").dropLast().joined(separator: ",") + ",17"
    let (summary, sink) = try ExportFixture.read(Self.header + rows.joined(separator: "\n"), with: Self.yaml)
    #expect(summary.rowsStored == 39)
    let error = try #require(summary.diagnostics.first { $0.code == "value-off-scale" })
    let line = rows[4]
    #expect(error.location.line == 6)
    #expect(error.location.column == line.count - 1)
    #expect(sink.rejected.map(\.line) == [6])
  }

  @Test("Several answers to a question are joined, wordings become labels, and the draft needs no edit")
  func draft() throws {
    let wordings = ["How likely are you to recommend us?", "Rate our price", "What did you use?"]
    let rows = (0..<60).flatMap { respondent in
      [(0, "\(respondent % 11)"), (1, "\(1 + respondent % 5)"), (2, "Shop"), (2, "Web")].map {
        question, answer in
        "\(respondent),\(question + 1),\(wordings[question]),\(answer)"
      }
    }
    let text = "RespondentID,QuestionID,QuestionText,Answer\n" + rows.joined(separator: "\n")
    try ExportFixture.withFile(Array(text.utf8)) { path in
      let file = try ResponseFile(at: path)
      let draft = try SurveyDraft(of: file)
      #expect(draft.survey.outcome.source.name == "1")
      #expect(draft.survey.outcome.label == LocalizedText(wordings[0]))
      #expect(draft.layout.contains("a row per answer"))
      var sink = RecordingSink()
      let summary = try ResponseReader(for: draft.survey).read(file, into: &sink)
      #expect(summary.rowsStored == 60 && summary.rowsRejected == 0)
      var scanner = try file.scanner(Dialect(delimiter: Dialect.comma))
      #expect(try scanner.next())
      #expect(try scanner.next())
      #expect(scanner.text(of: 3) == "Shop; Web")
    }
  }

  @Test("Rate.nl: results marked as invalid or ignored are left out, and the tool is named")
  func rate() throws {
    let rows = (0..<30).flatMap { result in
      (0..<3).map { question in
        let status = result == 3 ? "2" : "1"
        let ignored = result == 5 ? "2026-03-01 10:00:00" : ""
        return "\(result),2026-02-01 09:00:00,\(status),\(ignored),anonymous,Q\(question),\(1 + result % 10)"
      }
    }
    let text =
      "ResultID,ResultDate,ConfirmStatus,ResultIgnoredWhen,Respondent,Question,Answer\n"
      + rows.joined(separator: "\n")
    let (summary, _) = try ExportFixture.read(text, with: Self.yaml)
    #expect(summary.rowsStored == 28)
    #expect(summary.diagnosticCounts["rows-left-out"] == 2)
    try ExportFixture.withFile(Array(text.utf8)) { path in
      let draft = try SurveyDraft(of: ResponseFile(at: path), outcome: "Q0")
      #expect(draft.layout.hasPrefix("an export of Rate.nl, a row per answer"))
    }
  }

  @Test("A row per respondent with such headers stays as it is")
  func wide() throws {
    let rows = (0..<40).map { "\($0),Q\($0 % 3),\($0 % 11)" }
    try ExportFixture.withFile(Array(("id,item,score\n" + rows.joined(separator: "\n")).utf8)) { path in
      let file = try ResponseFile(at: path)
      #expect(file.answers == nil)
    }
  }

  @Test("Many respondents in a scattered file: each keeps all answers, whatever part of the disk it went to")
  func parts() throws {
    let count = 3000
    let filler = String(repeating: "x", count: 4000)
    let rows = ["Q0", "Q1", "Q2"].flatMap { question in
      (0..<count).map { "\($0),\(question),\(1 + ($0 * 7) % 10),\(filler)" }
    }
    let text = "ResultID,Question,Answer,Note\n" + rows.joined(separator: "\n")
    let (summary, sink) = try ExportFixture.read(text, with: Self.yaml)
    #expect(summary.rowsStored == count)
    #expect(Set(sink.respondents).count == count)
    for (row, respondent) in sink.respondents.enumerated() {
      let value = Rating(1 + (Int(respondent) ?? 0) * 7 % 10)
      #expect(sink.ratings[row] == [value, value, value])
    }
  }
}
