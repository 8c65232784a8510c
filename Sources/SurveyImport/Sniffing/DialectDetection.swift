/// Finds the delimiter of a file, and whether quotes mean anything, by trying each on the first records.
///
/// The delimiter is right that cuts most records into the same number of cells, and into many: the square of
/// the share of records that agree, times the logarithm of their number of cells.
struct DialectDetection {
  /// What was found.
  let dialect: Dialect
  /// Whether any delimiter cut the records into more than one cell.
  let isCertain: Bool

  /// Tries the delimiters on a sample, or only the one that is given.
  init(of sample: FileSample, given delimiter: UInt8? = nil) {
    let candidates = (delimiter.map { [$0] } ?? Dialect.delimiters).map {
      DialectEvidence(for: Dialect(delimiter: $0), in: sample)
    }
    var best = candidates[0]
    for candidate in candidates.dropFirst() where candidate.score > best.score { best = candidate }
    isCertain = best.score > 0
    dialect = DialectDetection.withoutIdleQuotes(best, in: sample)
  }

  /// Tab-delimited files of spreadsheets often do not quote at all, and a quote in them is a letter.
  ///
  /// That is assumed where quotes are placed wrongly at least as often as rightly.
  private static func withoutIdleQuotes(_ evidence: DialectEvidence, in sample: FileSample) -> Dialect {
    let wrong = evidence.strayCells + (evidence.hasFailed ? 1 : 0)
    guard evidence.dialect.delimiter == Dialect.tab, wrong > 0, wrong >= evidence.quotedCells else {
      return evidence.dialect
    }
    let literal = DialectEvidence(for: Dialect(delimiter: Dialect.tab, hasQuotes: false), in: sample)
    return literal.score >= evidence.score ? literal.dialect : evidence.dialect
  }
}

/// How well a dialect fits a sample.
struct DialectEvidence {
  /// The dialect that was tried.
  let dialect: Dialect
  /// Share of agreeing records squared, times the binary logarithm of their number of cells.
  private(set) var score = 0.0
  /// Cells in quotes as they should be.
  private(set) var quotedCells = 0
  /// Records with a quote where it should not be.
  private(set) var strayCells = 0
  /// Whether the sample ends within quotes.
  private(set) var hasFailed = false

  private static let mostRecords = 400

  /// Tries a dialect.
  init(for dialect: Dialect, in sample: FileSample) {
    self.dialect = dialect
    var scanner = sample.scanner(dialect)
    var widths: [Int] = []
    do throws(ScanFailure) {
      while widths.count < DialectEvidence.mostRecords, try scanner.next() {
        if scanner.cellCount == 1, scanner.isBlank { continue }
        widths.append(scanner.cellCount)
        if scanner.strayQuote != nil { strayCells += 1 }
        quotedCells += (0..<scanner.cellCount).reduce(0) { $0 + (scanner.isQuoted($1) ? 1 : 0) }
      }
    } catch {
      hasFailed = true
    }
    let isCut = !sample.isWholeFile && widths.count < DialectEvidence.mostRecords && !hasFailed
    if isCut, widths.count > 1 { widths.removeLast() }
    score = DialectEvidence.score(of: widths)
  }

  private static func score(of widths: [Int]) -> Double {
    var counts: [Int: Int] = [:]
    for width in widths { counts[width, default: 0] += 1 }
    let commonest = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let (width, count) = commonest, width > 1 else { return 0 }
    let share = Double(count) / Double(widths.count)
    return share * share * binaryLogarithm(width)
  }

  /// log₂ of a whole number, linear between powers of two: exact enough to compare, the same everywhere.
  private static func binaryLogarithm(_ number: Int) -> Double {
    let power = Int.bitWidth - 1 - number.leadingZeroBitCount
    return Double(power) + Double(number) / Double(1 << power) - 1
  }
}
