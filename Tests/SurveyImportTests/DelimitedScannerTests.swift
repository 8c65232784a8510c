import Testing

@testable import SurveyImport

/// RFC 4180 by the letter on a whole text: one character after another, no buffer, no speed.
private struct ReferenceReader {
  struct Cell: Equatable {
    var text: [UInt8] = []
    var line: Int
    var column: Int
  }

  var records: [[Cell]] = []
  var unclosed: (line: Int, column: Int)?

  init(_ bytes: [UInt8], delimiter: UInt8) {
    var index = 0
    var (line, column) = (1, 1)
    func peek(_ ahead: Int = 0) -> UInt8? { index + ahead < bytes.count ? bytes[index + ahead] : nil }
    func isBreak(_ byte: UInt8?) -> Bool { byte == 10 || byte == 13 }
    func advance() {
      let byte = bytes[index]
      index += 1
      column += 1
      if byte == 10 || (byte == 13 && peek() != 10) { (line, column) = (line + 1, 1) }
    }
    while index < bytes.count {
      var record: [Cell] = []
      var isRecordOpen = true
      while isRecordOpen {
        var cell = Cell(line: line, column: column)
        let start = index
        if peek() == 34 {
          advance()
          while let byte = peek(), !(byte == 34 && peek(1) != 34) {
            cell.text.append(byte)
            if byte == 34 { advance() }
            advance()
          }
          if peek() == nil {
            unclosed = (cell.line, cell.column)
            return
          }
          advance()
          if peek() != nil, peek() != delimiter, !isBreak(peek()) {
            while peek() != nil, peek() != delimiter, !isBreak(peek()) { advance() }
            cell.text = Array(bytes[start..<index])
          }
        } else {
          while peek() != nil, peek() != delimiter, !isBreak(peek()) {
            cell.text.append(bytes[index])
            advance()
          }
        }
        record.append(cell)
        if peek() == delimiter {
          advance()
        } else {
          isRecordOpen = false
          if peek() == 13, peek(1) == 10 { advance() }
          if peek() != nil { advance() }
        }
      }
      records.append(record)
    }
  }
}

@Suite("Scanner of delimited text")
struct DelimitedScannerTests {
  private struct Scan {
    var records: [[ReferenceReader.Cell]] = []
    var failure: ScanFailure?

    init(_ bytes: [UInt8], chunk: Int, bufferSize: Int, delimiter: UInt8) {
      let stream = TextStream(ByteSource(bytes, largestRead: chunk), encoding: .utf8)
      var scanner = DelimitedScanner(stream, dialect: Dialect(delimiter: delimiter), bufferSize: bufferSize)
      do throws(ScanFailure) {
        while try scanner.next() {
          if scanner.isCut {
            let place = scanner.place(of: scanner.cellCount - 1)
            failure = .unclosedQuote(line: place.line, column: place.column)
            return
          }
          records.append(
            (0..<scanner.cellCount).map { cell in
              let place = scanner.place(of: cell)
              return ReferenceReader.Cell(
                text: Array(scanner.text(of: cell).utf8), line: place.line, column: place.column)
            })
        }
      } catch {
        failure = error
      }
    }
  }

  private static func randomText(_ generator: inout SplitMix) -> [UInt8] {
    let letters = Array("ab1,,,\"\"\"\n\n\r\r\n;é".utf8)
    let whole = generator.next() % 2 == 0
    if !whole { return (0..<(generator.next() % 60)).map { _ in letters[generator.next() % letters.count] } }
    var text: [UInt8] = []
    for _ in 0..<(1 + generator.next() % 6) {
      for column in 0..<(1 + generator.next() % 5) {
        if column > 0 { text += Array(",".utf8) }
        let body = (0..<(generator.next() % 8)).map { _ in "ab\n\r,;é".utf8.map { $0 }[generator.next() % 8] }
        let isQuoted = generator.next() % 2 == 0
        let plain = body.filter { ![10, 13, 44].contains($0) }
        text += isQuoted ? [34] + body + (generator.next() % 3 == 0 ? [34, 34] : []) + [34] : plain
      }
      text += [[10], [13, 10], [13]][generator.next() % 3]
    }
    return text
  }

  @Test("Reads as the reference does, at every size of chunk and buffer", arguments: 0..<300)
  func agreesWithReference(seed: Int) {
    var generator = SplitMix(seed: UInt64(seed))
    // The text is what a decoder makes of the bytes, so that broken letters compare equal.
    let bytes = Array(String(decoding: Self.randomText(&generator), as: UTF8.self).utf8)
    let reference = ReferenceReader(bytes, delimiter: 44)
    for chunk in 1...max(1, min(bytes.count, 70)) {
      let scan = Scan(bytes, chunk: chunk, bufferSize: 1 + (chunk * 7) % 64, delimiter: 44)
      #expect(scan.records == reference.records)
      let failure = reference.unclosed.map { ScanFailure.unclosedQuote(line: $0.line, column: $0.column) }
      #expect(scan.failure == failure)
    }
  }

  @Test("A text that ends within a quoted cell is cut; one that holds records behind the quote is not closed")
  func cutText() throws {
    func last(_ text: String) throws -> [String]? {
      var scanner = DelimitedScanner(
        TextStream(ByteSource(Array(text.utf8)), encoding: .utf8), dialect: Dialect(delimiter: 44))
      while try scanner.next() { if scanner.isCut { return scanner.texts() } }
      return nil
    }
    #expect(try last("a,b\n1,\"x\"\n2,\"not \"\"all\nof it") == ["2", "not \"all\nof it"])
    #expect(try last("a,b\n1,\"x\"\n2,\"") == ["2", ""])
    #expect(try last("a,b\n1,\"x\"\n2,y") == nil)
    #expect(throws: ScanFailure.unclosedQuote(line: 2, column: 3)) { try last("a,b\n1,\"x\n2,y\n3,z\n") }
    #expect(throws: ScanFailure.unclosedQuote(line: 1, column: 3)) { try last("a,\"b\n") }
  }

  @Test("Without quotes in the dialect a quote is a letter")
  func literalQuotes() throws {
    let text = "a\tb\n\"R\" is fine\t\"\n\"open\tx\n"
    let stream = TextStream(ByteSource(Array(text.utf8)), encoding: .utf8)
    var scanner = DelimitedScanner(stream, dialect: Dialect(delimiter: 9, hasQuotes: false))
    var records: [[String]] = []
    while try scanner.next() { records.append(scanner.texts()) }
    #expect(records == [["a", "b"], ["\"R\" is fine", "\""], ["\"open", "x"]])
  }

  @Test("More cells than there was room for")
  func manyCells() throws {
    let cells = (0..<1000).map(String.init)
    let stream = TextStream(ByteSource(Array(cells.joined(separator: "|").utf8)), encoding: .utf8)
    var scanner = DelimitedScanner(stream, dialect: Dialect(delimiter: Dialect.bar), bufferSize: 64)
    #expect(try scanner.next())
    #expect(scanner.texts() == cells)
    #expect(try scanner.next() == false)
  }

  @Test("A record beyond the limit is refused by its line, an open quote by its place")
  func recordLimit() {
    func failure(_ text: String) -> ScanFailure? {
      let stream = TextStream(ByteSource(Array(text.utf8)), encoding: .utf8)
      var scanner = DelimitedScanner(
        stream, dialect: Dialect(delimiter: 44), bufferSize: 64, recordLimit: 1024)
      do throws(ScanFailure) {
        while try scanner.next() {}
        return nil
      } catch {
        return error
      }
    }
    let long = String(repeating: "x", count: 5000)
    #expect(failure("a,b\n1," + long + "\n") == .recordTooLong(line: 2))
    #expect(failure("a,b\n1,\"" + long + "\n") == .unclosedQuote(line: 2, column: 3))
    #expect(failure("a,b\n1,\"" + String(long.prefix(500)) + "\"\n") == nil)
  }
}

/// The generator SplitMix64 of Vigna (2015), for the same random texts everywhere.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) >> 33)
  }
}
