import SurveyModel

/// Reads the cells of a record that the survey asks for and adds them to a batch as a response.
struct RowReader {
  /// A row that cannot be stored: the cell at fault, and why.
  struct Fault: Error {
    let cell: Int
    let fault: CellFault
  }

  private var ratings: [RatingColumn]
  private let ratingCells: [Int]
  /// The quick tables of all rating questions one after another, each followed by the rating of an empty cell.
  private let quick: [Int16]
  private var segments: [TextColumn]
  private let segmentCells: [Int]
  private let segmentIDs: [String]
  /// The id of the column that may have any number of values; nil where there is none.
  private let clusterID: String?
  private var waves = TextColumn()
  private let cells: ColumnMatching
  private let hasPlaces: Bool
  private let decimalMark: UInt8
  private let dates: DateText?
  /// Dates as cells of a workbook hold them, beside those in the order of the survey.
  private let cellDates: DateText?
  private let fixedWave: String?
  private let hasRespondents: Bool
  private let commentCells: [Int?]
  private let hasWeights: Bool

  private var answers: [Rating]
  private var categories: [Int32]

  private static let absent = -1
  private static let quickWidth = 101

  /// A reader for the columns that were found; `wave` is the wave of all rows where it is not in a column.
  init(for survey: Survey, _ cells: ColumnMatching, layout: FileLayout, wave: String?) {
    self.cells = cells
    decimalMark = layout.decimalMark
    hasPlaces = layout.hasPlaces
    cellDates = layout.isConverted ? DateText(order: .yearMonthDay) : nil
    ratings = survey.ratings.map(RatingColumn.init)
    ratingCells = cells.ratings.map { $0 ?? RowReader.absent }
    quick = ratings.flatMap { $0.quick + [$0.empty.code] }
    segments = survey.storedSegments.map { TextColumn(of: $0) }
    segmentCells = cells.segments.map { $0 ?? RowReader.absent }
    segmentIDs = survey.storedSegments.map(\.id)
    clusterID = survey.sampling.cluster?.id
    dates = survey.date.map { DateText(order: $0.order) }
    fixedWave = wave
    hasRespondents = survey.respondent != nil
    hasWeights = survey.weight != nil
    commentCells = cells.comments
    answers = survey.ratings.map { _ in .notShown }
    categories = survey.storedSegments.map { _ in ResponseBatch.missingCategory(.notShown) }
  }

  /// Adds the scanner's record to a batch, or leaves the batch's responses as they are and says why not.
  ///
  /// - Parameter respondent: The respondent as it is to be stored.
  mutating func read(
    _ scanner: borrowing DelimitedScanner, respondent: String, into batch: inout ResponseBatch
  ) throws(Fault) {
    try readRatings(scanner)
    let weight = try readWeight(scanner)
    let date = try readDate(scanner)
    try readSegments(scanner, into: &batch)
    if let wave = try readWave(scanner, into: &batch) { batch.waves.append(wave) }
    if let weight { batch.weights.append(weight) }
    if let date { batch.dates.append(date) }
    if hasRespondents { batch.respondents.append(respondent) }
    for cell in commentCells {
      batch.comments.append(cell.map { FoldedText.trimmed(scanner.text(of: $0)) } ?? "")
    }
    batch.ratings.append(contentsOf: answers)
    batch.categories.append(contentsOf: categories)
    batch.lines.append(scanner.lineOfRow(hasPlaces: hasPlaces))
    batch.count += 1
  }

  private mutating func readRatings(_ scanner: borrowing DelimitedScanner) throws(Fault) {
    for index in ratingCells.indices {
      let cell = ratingCells[index]
      if cell == RowReader.absent { continue }
      let bytes = scanner.bytes(of: cell)
      let code = quickCode(bytes, table: index * RowReader.quickWidth)
      if code != RatingColumn.unknown {
        answers[index] = Rating(code: code)
        continue
      }
      switch ratings[index].rating(in: bytes, text: scanner.text(of: cell)) {
      case .success(let rating): answers[index] = rating
      case .failure(let fault): throw Fault(cell: cell, fault: fault)
      }
    }
  }

  /// The rating of an empty cell or of a number of one or two digits, else `unknown`.
  @inline(__always)
  private func quickCode(_ bytes: UnsafeBufferPointer<UInt8>, table: Int) -> Int16 {
    switch bytes.count {
    case 0: return quick[table + 100]
    case 1:
      let digit = bytes[0] &- 0x30
      return digit < 10 ? quick[table + Int(digit)] : RatingColumn.unknown
    case 2:
      let (tens, units) = (bytes[0] &- 0x30, bytes[1] &- 0x30)
      guard tens > 0, tens < 10, units < 10 else { return RatingColumn.unknown }
      return quick[table + Int(tens) * 10 + Int(units)]
    default: return RatingColumn.unknown
    }
  }

  private mutating func readSegments(
    _ scanner: borrowing DelimitedScanner, into batch: inout ResponseBatch
  ) throws(Fault) {
    for index in segmentCells.indices {
      let cell = segmentCells[index]
      if cell == RowReader.absent { continue }
      switch segments[index].read(scanner.bytes(of: cell), text: scanner.text(of: cell)) {
      case .known(let code): categories[index] = code
      case .unknown(let fault): throw Fault(cell: cell, fault: fault)
      case .new(let level):
        guard batch.levels[index].count < TextColumn.mostLevels || segmentIDs[index] == clusterID else {
          throw Fault(cell: cell, fault: .tooManyValues(segmentIDs[index]))
        }
        categories[index] = Int32(batch.levels[index].count)
        batch.levels[index].append(level)
      }
    }
  }

  private mutating func readWave(
    _ scanner: borrowing DelimitedScanner, into batch: inout ResponseBatch
  ) throws(Fault) -> Int32? {
    if let fixedWave {
      if batch.waveLevels.isEmpty { batch.waveLevels = [fixedWave] }
      return 0
    }
    guard let cell = cells.wave else { return nil }
    switch waves.read(scanner.bytes(of: cell), text: scanner.text(of: cell)) {
    case .known(let code) where code >= 0: return code
    case .known, .unknown: throw Fault(cell: cell, fault: .emptyWave)
    case .new(let level):
      guard batch.waveLevels.count < TextColumn.mostLevels else {
        throw Fault(cell: cell, fault: .tooManyWaves)
      }
      batch.waveLevels.append(level)
      return Int32(batch.waveLevels.count - 1)
    }
  }

  private func readWeight(_ scanner: borrowing DelimitedScanner) throws(Fault) -> Double? {
    guard hasWeights, let cell = cells.weight else { return nil }
    let bytes = scanner.bytes(of: cell)
    guard let weight = NumberText.decimal(bytes, mark: decimalMark) else {
      let text = scanner.text(of: cell)
      let isEmpty = FoldedText.trimmed(text).isEmpty
      throw Fault(cell: cell, fault: isEmpty ? .emptyWeight : .noWeight(text, mark: decimalMark))
    }
    guard weight >= 0 else { throw Fault(cell: cell, fault: .negativeWeight(scanner.text(of: cell))) }
    return weight
  }

  private func readDate(_ scanner: borrowing DelimitedScanner) throws(Fault) -> Int32? {
    guard let dates else { return nil }
    guard let cell = cells.date else { return ResponseBatch.noDate }
    let bytes = scanner.bytes(of: cell)
    if let day = cellDates?.day(in: bytes) ?? dates.day(in: bytes) { return day.daysSince1970 }
    let text = scanner.text(of: cell)
    guard FoldedText.trimmed(text).isEmpty else {
      throw Fault(cell: cell, fault: .invalidDate(text, order: dates.order))
    }
    return ResponseBatch.noDate
  }
}
