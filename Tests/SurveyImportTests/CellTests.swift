import SurveyModel
import Testing

@testable import SurveyImport

@Suite("Cells")
struct CellTests {
  private func withBytes<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result)
    rethrows
    -> Result
  {
    try Array(text.utf8).withUnsafeBufferPointer(body)
  }

  @Test(
    "Whole numbers",
    arguments: [
      ("8", .value(8)), ("08", .value(8)), ("8,0", .value(8)), ("8.00", .value(8)), ("-3", .value(-3)),
      ("+5", .value(5)), ("7.5", .fractional), ("7,25", .fractional), ("ten", .text), ("8.", .text),
      (".5", .text), ("8 0", .text), ("", .text), ("-", .text), ("1e1", .text), ("٣", .text),
      ("99999999999999999999", .value(1_000_000_000_000)), ("-2147483648", .value(-2_147_483_648)),
    ] as [(String, NumberText.Whole)])
  func whole(text: String, expected: NumberText.Whole) {
    #expect(NumberText.whole(text) == expected)
  }

  @Test(
    "Numbers in steps of their last decimal",
    arguments: [
      ("7,5", 1, .value(75)), ("7.5", 2, .value(750)), ("7", 1, .value(70)), ("-0.25", 2, .value(-25)),
      ("7.50", 1, .value(75)), ("7.25", 1, .fractional), ("73.5%", 1, .value(735)), ("7.", 1, .text),
      ("99999999999999999999.5", 1, .value(1_000_000_000_000)),
    ] as [(String, Int, NumberText.Whole)])
  func steps(text: String, decimals: Int, expected: NumberText.Whole) {
    #expect(NumberText.whole(text, decimals: decimals) == expected)
  }

  @Test("Decimal numbers equal those of the standard library, with both marks", arguments: 0..<200)
  func decimals(seed: Int) {
    var generator = SplitMix(seed: UInt64(seed))
    func digits(_ most: Int) -> String {
      String((0..<(1 + generator.next() % most)).map { _ in Character(String(generator.next() % 10)) })
    }
    let (whole, fraction) = (digits(9), digits(10))
    let expected = Double("\(whole).\(fraction)")
    #expect(withBytes("\(whole).\(fraction)") { NumberText.decimal($0, mark: 0x2E) } == expected)
    #expect(withBytes(" \(whole),\(fraction)\u{A0}") { NumberText.decimal($0, mark: 0x2C) } == expected)
  }

  @Test("No numbers", arguments: ["", ".", "1,5", "1.5.2", "nan", "inf", "0x10", "1 5", "1e999", "e", "--1"])
  func noDecimals(text: String) {
    #expect(withBytes(text) { NumberText.decimal($0, mark: 0x2E) } == nil)
  }

  @Test(
    "Thousands are told apart from fractions by a second mark",
    arguments: [
      ("1.234,5", 0x2C, 1234.5), ("1,234.5", 0x2E, 1234.5), ("1.234.567", 0x2C, 1_234_567),
      ("1'234'567.25", 0x2E, 1_234_567.25),
      ("-12\u{A0}345,75", 0x2C, -12345.75), ("1.234", 0x2C, nil), ("1,234", 0x2E, nil),
      ("12.34,5", 0x2C, nil),
      ("1.2345,6", 0x2C, nil), (".234,5", 0x2C, nil), ("1.234,5,6", 0x2C, nil), ("1.234,-5", 0x2C, nil),
      ("1.234.", 0x2C, nil),
    ] as [(String, UInt8, Double?)])
  func thousands(text: String, mark: UInt8, expected: Double?) {
    #expect(withBytes(text) { NumberText.decimal($0, mark: mark) } == expected)
  }

  @Test("Numbers with exponents and signs")
  func exponents() {
    #expect(withBytes("1.5E-3") { NumberText.decimal($0, mark: 0x2E) } == 0.0015)
    #expect(withBytes("-0,25") { NumberText.decimal($0, mark: 0x2C) } == -0.25)
  }

  @Test(
    "Dates in three orders, and days as spreadsheets count them",
    arguments: [
      ("2026-11-23", .yearMonthDay, "2026-11-23"), ("2026/1/2", .yearMonthDay, "2026-01-02"),
      ("20261123", .yearMonthDay, "2026-11-23"), ("23-11-2026", .dayMonthYear, "2026-11-23"),
      ("3.2.26", .dayMonthYear, "2026-02-03"), ("11/23/2026 10:05:00 PM", .monthDayYear, "2026-11-23"),
      ("2026-11-23T10:00:00Z", .yearMonthDay, "2026-11-23"), (" 23 / 11 / 2026", .dayMonthYear, "2026-11-23"),
      ("1-1-70", .dayMonthYear, "1970-01-01"), ("1-1-69", .dayMonthYear, "2069-01-01"),
      ("29-02-2024", .dayMonthYear, "2024-02-29"), ("23112026", .dayMonthYear, "2026-11-23"),
      ("46349", .spreadsheetDays, "2026-11-23"), ("46349.999", .spreadsheetDays, "2026-11-23"),
      ("46349,5", .spreadsheetDays, "2026-11-23"), ("61", .spreadsheetDays, "1900-03-01"),
      ("2958465", .spreadsheetDays, "9999-12-31"), ("60", .spreadsheetDays, nil),
      ("2958466", .spreadsheetDays, nil), ("2026-11-23", .spreadsheetDays, nil),
    ] as [(String, DateOrder, String?)])
  func dates(text: String, order: DateOrder, expected: String?) {
    #expect(withBytes(text) { DateText(order: order).day(in: $0) }?.description == expected)
  }

  @Test(
    "Dates with the names of months",
    arguments: [
      ("1 maart 2026", .dayMonthYear, "2026-03-01"), ("1-mrt-26", .dayMonthYear, "2026-03-01"),
      ("01 Mar 2026 10:00", .dayMonthYear, "2026-03-01"), ("1. März 2026", .dayMonthYear, "2026-03-01"),
      ("3 février 2026", .dayMonthYear, "2026-02-03"), ("1 de mayo de 2026", .dayMonthYear, "2026-05-01"),
      ("31 AUG. 2026", .dayMonthYear, "2026-08-31"), ("12-dez-2026", .dayMonthYear, "2026-12-12"),
      ("Mar 1, 2026 09:00:00 AM", .monthDayYear, "2026-03-01"),
      ("September 30 2026", .monthDayYear, "2026-09-30"),
    ] as [(String, DateOrder, String)])
  func namedMonths(text: String, order: DateOrder, expected: String) {
    #expect(withBytes(text) { DateText(order: order).day(in: $0) }?.description == expected)
    for other in DateOrder.allCases where other != order {
      #expect(withBytes(text) { DateText(order: other).day(in: $0) } == nil)
    }
  }

  @Test(
    "Words beside numbers that are no dates",
    arguments: ["30 Febr. 2026", "1 Maastricht", "Mar", "May be 5", "12 apples 2026", "1 mrt", "5 de 2026"])
  func noNamedMonths(text: String) {
    for order in DateOrder.allCases {
      #expect(withBytes(text) { DateText(order: order).day(in: $0) } == nil)
    }
  }

  @Test(
    "No dates",
    arguments: [
      "", "2026", "2026-13-01", "2026-02-30", "29-02-2026", "1-2", "2026-1-2-3", "2026-11-23x", "--",
      "226-01-01", "2026-011-01", "morgen", "999999999999",
    ])
  func noDates(text: String) {
    #expect(withBytes(text) { DateText(order: .yearMonthDay).day(in: $0) } == nil)
  }

  @Test("Texts are compared without case, spaces of all kinds and typographic marks")
  func folding() {
    #expect(FoldedText("  Zeer\u{A0}\u{202F}EENS\u{200B} ") == FoldedText("zeer eens"))
    #expect(FoldedText("Don’t know – “x”") == FoldedText("don't know - \"x\""))
    #expect(FoldedText("Cafe\u{301}") == FoldedText("CAFÉ"))
    #expect(FoldedText(" \u{A0}\t").text == "")
    #expect(FoldedText.trimmed("\u{A0} a  b\u{FEFF} ") == "a  b")
    #expect(FoldedText.trimmed(" ") == "")
  }

  @Test("Texts of ASCII are folded as others are, which an invisible character makes of them")
  func foldingASCII() {
    let ascii = (UInt8(0)..<0x80).map { String(Unicode.Scalar($0)) }
    for first in ascii {
      for second in ascii {
        let text = first + "aB" + first + second + "C" + second
        #expect(FoldedText(text) == FoldedText(text + "\u{200B}"))
      }
    }
  }

  @Test("The table of short texts remembers thousands, apart from each other")
  func byteTable() {
    var table = ByteTable()
    for number in 0..<3000 { withBytes("text \(number)") { table.remember(Int32(number), for: $0) } }
    for number in 0..<3000 { #expect(withBytes("text \(number)") { table.value(for: $0) } == Int32(number)) }
    #expect(withBytes("text") { table.value(for: $0) } == nil)
    #expect(withBytes("") { table.value(for: $0) } == nil)
  }

  @Test("A rating column: numbers, words, missing codes as texts and as numbers")
  func ratingColumn() {
    let question = Question(
      id: "q", source: ColumnSource(name: "q"), label: LocalizedText("q"),
      scale: Scale(minimum: 0, maximum: 10, labels: [Scale.Label(value: 0, text: "Not at all likely - 0")]),
      missingCodes: [
        MissingCode(text: "11", reason: .dontKnow), MissingCode(text: "-99", reason: .notShown),
        MissingCode(text: "", reason: .notShown), MissingCode(text: "N/A", reason: .dontKnow),
      ])
    var column = RatingColumn(of: question)
    #expect(column.quick[0...10].elementsEqual((0...10).map { Int16($0) }))
    #expect(column.quick[11] == Rating.dontKnow.code)
    #expect(column.quick[12] == RatingColumn.unknown)
    #expect(column.empty == .notShown)
    let cells: [(String, Rating)] = [
      (" 9 ", Rating(9)), ("09", Rating(9)), ("10.0", Rating(10)), ("-99", .notShown), ("-99,0", .notShown),
      ("11.0", .dontKnow), ("n/a", .dontKnow), ("not at all likely – 0", Rating(0)), ("\u{A0}", .notShown),
      ("Extremely likely - 10", Rating(10)), ("5 = neutral", Rating(5)),
    ]
    for (cell, expected) in cells + cells {
      let rating = withBytes(cell) { column.rating(in: $0, text: cell) }
      #expect(rating == .success(expected))
    }
    for cell in ["0 - not applicable", "12 - beyond", "likely"] {
      let rating = withBytes(cell) { column.rating(in: $0, text: cell) }
      #expect(throws: (any Error).self) { try rating.get() }
    }
  }

  @Test("Words that are not listed are read where those listed are from a known list of answers")
  func unlistedWords() {
    func column(_ words: [Int: String], to maximum: Int = 5) -> RatingColumn {
      let labels = words.map { Scale.Label(value: $0.key, text: $0.value) }
      return RatingColumn(
        of: Question(
          id: "q", source: ColumnSource(name: "q"), label: LocalizedText("q"),
          scale: Scale(minimum: 1, maximum: maximum, labels: labels)))
    }
    func rating(_ cell: String, _ column: RatingColumn) -> Rating? {
      var column = column
      return try? withBytes(cell) { column.rating(in: $0, text: cell) }.get()
    }
    let satisfaction = column([2: "Dissatisfied", 4: "Satisfied"])
    #expect(rating("Very dissatisfied", satisfaction) == Rating(1))
    #expect(rating("very satisfied ", satisfaction) == Rating(5))
    #expect(rating("Splendid", satisfaction) == nil)
    #expect(rating("Very dissatisfied", column([2: "Satisfied", 4: "Dissatisfied"])) == nil)
    #expect(rating("Very dissatisfied", column([2: "Dissatisfied", 4: "Fine"])) == nil)
    #expect(rating("Very dissatisfied", column([2: "Dissatisfied", 4: "Satisfied"], to: 6)) == nil)
  }

  @Test(
    "Waves in file names",
    arguments: [
      ("{wave}_survey*.csv", "2026-Q1_survey_final.csv", "2026-Q1"), ("{wave}_*.csv", "a_b_c.csv", "a"),
      ("*_{wave}.csv", "x_y_2026.csv", "y_2026"), ("{wave}", "x", "x"), ("{wave}.csv", ".csv", nil),
      ("survey {wave}.csv", "Survey 1.csv", nil), ("*{wave}2018*", "SFO2018.csv", "SFO"),
    ] as [(String, String, String?)])
  func wavePattern(pattern: String, name: String, expected: String?) {
    #expect(WavePattern(pattern)?.wave(in: name) == expected)
  }

  @Test("Patterns without a wave, or with two", arguments: ["", "*", "{wave}{wave}", "{Wave}"])
  func noPattern(pattern: String) {
    #expect(WavePattern(pattern) == nil)
  }

  @Test(
    "A period in a file's name makes a pattern; a day or two periods do not",
    arguments: [
      ("export_2026-Q1.csv", "export_{wave}.csv"),
      ("2014_SFO_Customer_Survey.csv", "{wave}_SFO_Customer_Survey.csv"),
      ("nps 2025h2.xlsx", "nps {wave}.xlsx"), ("meting-2025_03.sav", "meting-{wave}.sav"),
      ("k2024.csv", "k{wave}.csv"),
      ("results-2026-11-26.csv", nil), ("20200326-other.csv", nil), ("2024 against 2025.csv", nil),
      ("survey.csv", nil),
      ("no 12024.csv", nil), ("2024*.csv", nil),
    ] as [(String, String?)])
  func patternOfName(name: String, expected: String?) {
    let pattern = WavePattern.pattern(of: name)
    #expect(pattern == expected)
    if let pattern { #expect(WavePattern(pattern)?.wave(in: name).map { name.contains($0) } == true) }
  }
}
