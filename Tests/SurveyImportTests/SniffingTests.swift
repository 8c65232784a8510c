import Testing

@testable import SurveyImport

@Suite("How a file is written")
struct SniffingTests {
  private func sample(_ text: String) throws -> FileSample {
    try FileSample(of: TextStream(ByteSource(Array(text.utf8)), encoding: .utf8))
  }

  @Test(
    "Delimiters by evidence",
    arguments: [
      ("a,b,c\n1,2,3\n4,5,6\n", ","), ("a;b;c\n1,5;2;3\n4,5;5;6\n", ";"), ("a\tb\nx, y\tz\n", "\t"),
      ("a|b|c\n1|2|3\n", "|"), ("id;weging\n1;0,95\n2;1,05\n3;1,00\n", ";"),
      ("\"a,b\";c\n\"1,2\";3\n\"1,2\";3\n", ";"), ("a,b\n\"x;y;z\",1\n\"x;y;z\",2\n", ","),
      ("nps\n9\n10\n", ","), ("a,b\n1,2\n", ","),
      ("vraag, met komma;b\n1;een, twee, drie\n2;vier\n3;vijf, zes\n", ";"),
    ])
  func delimiter(text: String, expected: String) throws {
    let dialect = DialectDetection(of: try sample(text)).dialect
    #expect(String(UnicodeScalar(dialect.delimiter)) == expected)
    #expect(dialect.hasQuotes)
  }

  @Test("A given delimiter is taken as it is")
  func givenDelimiter() throws {
    #expect(
      DialectDetection(of: try sample("a,b\n1,2\n"), given: Dialect.bar).dialect.delimiter == Dialect.bar)
  }

  @Test("Quotes mean nothing in a tab-delimited file that places them as letters")
  func idleQuotes() throws {
    let literal = "a\tb\nsize 5\"\t1\n\"R\" is fine\t2\n\"unclosed\t3\nx\t4\n"
    let quoted = "a\tb\n\"x\ty\"\t1\n\"z\"\t2\n\"u\"v\t3\n"
    for (text, isIdle) in [(literal, true), (quoted, false), ("a\tb\n1\t2\n", false)] {
      var scanner = try sample(text).scanner(Dialect(delimiter: Dialect.tab))
      #expect(QuoteUse(in: &scanner).isIdle == isIdle)
    }
  }

  @Test(
    "Decimal marks by evidence",
    arguments: [
      ("w\n0.95\n1.05\n", ".", ","), ("a;w\n1;0,95\n2;1,05\n", ",", ";"), ("a;w\n1;0.95\n", ".", ";"),
      ("a;w\n1;2\n", ",", ";"), ("a,w\n1,2\n", ".", ","), ("a,w\n1,\"0,5\"\n", ",", ","),
    ])
  func decimalMark(text: String, expected: String, delimiter: String) throws {
    let dialect = Dialect(delimiter: delimiter.utf8.first ?? 0)
    let detection = DecimalDetection(of: try sample(text), dialect: dialect)
    #expect(String(UnicodeScalar(detection.mark)) == expected)
  }

  @Test("A sample that ends within a record does not count that record")
  func cutSample() throws {
    let rows = String(repeating: "1;2;3\n", count: 20) + "1;2"
    let text = TextStream(ByteSource(Array(rows.utf8)), encoding: .utf8)
    let sample = try FileSample(of: text, limit: rows.utf8.count - 2)
    #expect(!sample.isWholeFile)
    let evidence = DialectEvidence(for: Dialect(delimiter: Dialect.semicolon), in: sample)
    #expect(evidence.score == 1.5)
  }
}
