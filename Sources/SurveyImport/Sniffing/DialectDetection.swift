/// Finds the delimiter of a file by trying each on the first records.
///
/// The delimiter is right that cuts most records into the same number of cells, and into many: the square of
/// the share of records that agree, times the logarithm of their number of cells.
struct DialectDetection {
  /// What was found.
  let dialect: Dialect
  /// How many cells most records have.
  let columns: Int
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
    dialect = best.dialect
    columns = best.columns
  }
}

/// How well a dialect fits a sample.
struct DialectEvidence {
  /// The dialect that was tried.
  let dialect: Dialect
  /// Share of agreeing records squared, times the binary logarithm of their number of cells.
  private(set) var score = 0.0
  /// How many cells most records have; 1 where no delimiter was found.
  private(set) var columns = 1
  private static let mostRecords = 400

  /// Tries a dialect.
  init(for dialect: Dialect, in sample: FileSample) {
    self.dialect = dialect
    var scanner = sample.scanner(dialect)
    var widths: [Int] = []
    var isCut = !sample.isWholeFile
    do throws(ScanFailure) {
      while widths.count < DialectEvidence.mostRecords, try scanner.next() {
        if !scanner.isBlank { widths.append(scanner.cellCount) }
      }
    } catch {
      isCut = false
    }
    if isCut, widths.count > 1, widths.count < DialectEvidence.mostRecords { widths.removeLast() }
    weigh(widths)
  }

  private mutating func weigh(_ widths: [Int]) {
    var counts: [Int: Int] = [:]
    for width in widths { counts[width, default: 0] += 1 }
    let commonest = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let (width, count) = commonest, width > 1 else { return }
    columns = width
    let share = Double(count) / Double(widths.count)
    score = share * share * DialectEvidence.binaryLogarithm(width)
  }

  /// log₂ of a whole number, linear between powers of two: exact enough to compare, the same everywhere.
  private static func binaryLogarithm(_ number: Int) -> Double {
    let power = Int.bitWidth - 1 - number.leadingZeroBitCount
    return Double(power) + Double(number) / Double(1 << power) - 1
  }
}
