import Foundation
import LoyaltyDrivers
import TestSupport
import Testing

@Suite("The whole account of an export") struct CheckTests {
  private static let yaml = """
    title: Small survey
    outcome: {id: nps, column: nps, scale: 0-10, missing: {skipped: "-99"}}
    defaults: {scale: 1-5, missing: {dont-know: [n/a], not-shown: "9"}}
    drivers: {a: , b: , c: , d: , e: {scale: {from: 1, to: 5, reversed: true}}}
    segments:
      region: {missing: {dont-know: "?"}}
    respondent: id
    """

  private static let header = "id,nps,a,b,c,d,e,region,Duration (in seconds),Name,Comment"
  private static let rows = [
    "1,9,4,4,4,4,2,N,300,Ann,fine",  // straight: e is reversed, and 2 is as good as a 4
    "2,10,4,4,4,4,4,N,310,Bob,test drive was great",  // not straight, for the same reason
    "3,-99,1,2,n/a,9,,S,320,Cid,",  // coded three times, skipped once, no outcome
    "3,-99,1,2,n/a,9,,S,320,Cid,",  // the same in every cell
    "3,0,1,2,n/a,9,,S,320,Cid,",  // the same respondent, other answers
    "4,,,,,,,?,330,,",  // nothing but a segment that is unknown
    "5,8,3,3,3,3,3,N,99,Dee Tester,",  // too fast, a test, and straight: 3 is the middle
    "6,8,3,3,3,3,n/a,N,101,Eve,Test!",  // only four drivers rated; a test by its comment
    "7,11,3,3,3,3,3,N,300,Flo,",  // off the scale
    "8,11,3,3,3,3,3,N,300,Gus,", "9,11,3,3,3,3,3,N,300,Hal,", "10,11,3,3,3,3,3,N,300,Ivy,",
    "11,11,3,3,3,3,3,N,300,Jim,", "12,12,3,3,3,3,3,N,300,Kim,",
  ]

  private func check(_ rows: [String], yaml: String = yaml, header: String = header) throws -> ExportAccount {
    try RespondentSurvey.with { survey in
      try survey.describe(yaml)
      let file = survey.folder.appending(path: "export.csv")
      try Data(([header] + rows).joined(separator: "\n").utf8).write(to: file)
      return try #require(try survey.study.check(file.path).account)
    }
  }

  @Test func countsWhatItIsMadeOf() throws {
    let account = try check(Self.rows)
    #expect(account.summary.rowsRead == 14)
    #expect(account.summary.rowsStored == 8, "Repeats stay in the account of a file.")
    #expect(account.summary.rowsRejected == 6)
    #expect(account.summary.rowsRepeated == 1 && account.summary.respondentsRepeated == 1)
    #expect(account.identicalRows == 1)
    #expect(account.rowsWithoutOutcome == 3)
    #expect(account.testRows == 2)
  }

  @Test func tellsCodedFromEmptyCells() throws {
    let account = try check(Self.rows)
    let cells = Dictionary(uniqueKeysWithValues: account.cells.map { ($0.id, $0) })
    #expect(account.cells.map(\.id) == ["nps", "a", "b", "c", "d", "e", "region"])
    #expect(cells["nps"]?.coded == 2 && cells["c"]?.coded == 3 && cells["d"]?.coded == 3)
    #expect(cells["e"]?.coded == 1 && cells["a"]?.coded == 0 && cells["region"]?.coded == 1)
    #expect(cells["nps"]?.range == 0...10 && cells["b"]?.range == 2...4 && cells["region"]?.range == nil)
    #expect(cells["nps"]?.distinctAnswers == 4 && cells["region"]?.distinctAnswers == 2)
  }

  @Test func tellsNumbersOffTheScaleThatRecurAndNoOthers() throws {
    let cells = try #require(try check(Self.rows).cells.first)
    #expect(cells.offScale == 6)
    #expect(cells.spikes == [CellAccount.Spike(value: 11, count: 5)])
  }

  @Test func tellsCompleteFromIncompleteRows() throws {
    let account = try check(Self.rows)
    // Rows 1, 2, 5 (id 5) and 6 skipped nothing; id 4 skipped all; id 3 skipped one of six or less.
    #expect(account.completeRows == 4)
    #expect(account.incompleteRows == 1)
  }

  @Test func findsStraightLinesInTheDirectionOfEachScale() throws {
    let lining = try #require(try check(Self.rows).straightLining)
    // Rated all five: ids 1, 2, 5; a 3 is the middle of both directions.
    #expect(lining == StraightLining(count: 2, base: 3, fewestItems: 5))
    let short = Self.yaml.replacing("b: , ", with: "")
    #expect(try check(Self.rows, yaml: short).straightLining == nil)
  }

  @Test(
    arguments: [
      ("Duration (in seconds)", "300", "99", "101"), ("interviewtime", "300.5", "99.5", "101"),
      ("Invultijd", "5:00", "1:39", "1:41"), ("Time taken", "1:00:00", "0:19:59", "0:20:00"),
    ])
  func findsSpeedersByAThirdOfTheMedian(header: String, usual: String, fast: String, slow: String) throws {
    let rows = (0..<21).map { "\($0),5,1,2,3,4,5,N,\($0 == 3 ? fast : $0 == 4 ? slow : usual),x,y" }
    let name = Self.header.replacing("Duration (in seconds)", with: header)
    let speed = try #require(try check(rows, header: name).speed)
    #expect(speed.header == header && speed.base == 21 && speed.speeders == 1)
    #expect(try check(Array(rows.prefix(19)), header: name).speed == nil, "Too few for a median.")
  }

  /// SurveyMonkey, Microsoft Forms, Typeform, LimeSurvey: two moments in place of a duration.
  @Test(
    arguments: [
      ("Start Date", "End Date"), ("Start time", "Completion time"),
      ("Start Date (UTC)", "Submit Date (UTC)"),
      ("startdate. Date started", "submitdate. Date submitted"), ("Begintijd", "Tijd van voltooien"),
    ])
  func findsSpeedersBetweenTwoMoments(beginning: String, end: String) throws {
    let rows = (0..<21).map { row in
      let time = row == 3 ? "01:39" : row == 4 ? "01:41" : "05:00"
      return "\(row),5,1,2,3,4,5,N,3/17/24 17:00:00,3/17/24 17:\(time),y"
    }
    let header = Self.header.replacing("Duration (in seconds),Name", with: "\(beginning),\(end)")
    let speed = try #require(try check(rows, header: header).speed)
    #expect(speed == ResponseSpeed(header: "\(beginning) – \(end)", base: 21, median: 300, speeders: 1))
    let whole = header.replacing("Comment", with: "Duration")
    let durations = rows.map { String($0.dropLast()) + "60" }
    #expect(try check(durations, header: whole).speed?.header == "Duration", "It is said outright.")
  }

  @Test(
    arguments: [
      ("Name", "test", true), ("Name", "Testa Rossa", false), ("E-mail", "test@acme.nl", true),
      ("E-mail", "ann@test.acme.nl", true), ("E-mail", "ann@example.com", true),
      ("E-mail", "ann@acme.nl", false),
      ("E-mail", "contest@acme.nl", false), ("Comments", "test test", true), ("Comments", "testing", true),
      ("Comments", "The test was hard", false), ("Toelichting", "TEST.", true), ("Speed", "test", false),
    ])
  func knowsTestRowsByTheirWords(header: String, text: String, isTest: Bool) throws {
    let account = try check(
      ["5,\(text)", "6,Ann"], yaml: "title: x\noutcome: {column: nps}\n", header: "nps,\(header)")
    #expect(account.testRows == (isTest ? 1 : 0))
  }

  @Test func countsRowsThatTheToolLeavesOut() throws {
    let header = "Status,Finished,nps"
    let lines = [
      "Status,Finished,How likely?",
      "{\"ImportId\":\"status\"},{\"ImportId\":\"finished\"},{\"ImportId\":\"QID1\"}",
      "IP Address,True,9", "Survey Preview,True,8", "IP Address,False,7", "IP Address,False,6", ",,",
    ]
    let account = try check(lines, yaml: "title: x\noutcome: {column: nps}\n", header: header)
    #expect(account.summary.rowsLeftOut.map(\.count) == [1, 2])
    #expect(account.summary.rowsLeftOut.map(\.header) == ["Status", "Finished"])
    #expect(account.summary.rowsRead == 1)
  }

  @Test func tellsWhatIsStoredAlready() throws {
    try RespondentSurvey.with { survey in
      try survey.importing(["a,Q1,9,8,N,", "b,Q1,5,,S,"])
      let before = try survey.bytes()
      let file = survey.folder.appending(path: "survey.csv")
      let rows = "customer,quarter,nps,speed,region,Why?\na,Q1,9,8,N,\nb,Q1,4,,S,\nc,Q1,1,1,S,\n"
      try Data(rows.utf8).write(to: file)
      let account = try #require(try survey.study.check(file.path).account)
      #expect(account.summary.rowsStoredBefore == 1 && account.summary.rowsConflicting == 1)
      #expect(account.summary.rowsStored == 3)
      try FileManager.default.removeItem(at: file)
      #expect(try survey.bytes() == before)
    }
  }

  @Test func showsNoAnswerOfOneRespondent() throws {
    let account = try check(Self.rows)
    let survey = try SurveyFileReader().read(Self.yaml, file: "survey.yaml").survey
    for format in ResultFormat.allCases {
      for language in [ReportLanguage.english, .dutch] {
        let text = try CheckOutput.text(
          of: account, WaveComparison(), survey: survey, language: language, as: format)
        for secret in ["Ann", "Tester", "test drive", "12 ", " 12,"] where format != .json {
          #expect(!text.contains(secret), "\(format)")
        }
      }
    }
  }
}
