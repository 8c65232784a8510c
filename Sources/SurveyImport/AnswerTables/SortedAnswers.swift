import Glibc
import SurveyModel

/// The rows of a table with a row per answer, the rows of each respondent together, kept on disk.
///
/// They are dealt out to files by respondent, which have no name and vanish with this object. Each is small enough to
/// be put in order in memory.
final class SortedAnswers: Sendable {
  private let descriptors: [Int32]
  private let header: [UInt8]

  private static let partSize = 1 << 24
  private static let mostParts = 256

  /// Reads all rows of a file.
  init(of file: ResponseFile, _ layout: FileLayout, _ columns: AnswerColumns) throws(ImportError) {
    let parts = min(SortedAnswers.mostParts, 1 + file.textByteCount / SortedAnswers.partSize)
    var opened: [Int32] = []
    for _ in 0..<parts {
      guard let descriptor = SortedAnswers.openNameless() else {
        for descriptor in opened { close(descriptor) }
        throw ImportError(.unreadable(file.path, SystemFailure(number: errno)))
      }
      opened.append(descriptor)
    }
    descriptors = opened
    var text: [UInt8] = []
    TableText().write(layout.headers, layout.headers.map { _ in (0, 0) }, to: &text)
    header = text
    var scanner = try file.scanner(layout.dialect)
    try layout.skipHeader(&scanner, in: file)
    var buffers = [[UInt8]](repeating: [], count: parts)
    let writer = TableText()
    while try scanner.next(in: file) {
      if scanner.isBlank || scanner.cellCount < layout.headers.count { continue }
      let cells = layout.headers.indices.map { scanner.text(of: $0) }
      let places = layout.headers.indices.map { index -> (Int, Int) in
        let place = scanner.location(of: index, in: file)
        return (place.line ?? 0, place.column ?? 0)
      }
      let part = AnswerScan.hash(cells[columns.respondent]) % parts
      var respondent = cells[columns.respondent]
      respondent.withUTF8 { DelimitedText.write($0, to: &buffers[part]) }
      buffers[part].append(0)
      writer.write(cells, places, to: &buffers[part])
      if buffers[part].count > 1 << 16 { try flush(&buffers[part], to: part, of: file) }
    }
    for part in buffers.indices { try flush(&buffers[part], to: part, of: file) }
  }

  deinit { for descriptor in descriptors { close(descriptor) } }

  /// The rows as delimited text, a header above them.
  func text() -> TableText { SortedText(self) }

  private static func openNameless() -> Int32? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/loyalty-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { return nil }
    unlink(path)
    return descriptor
  }

  private func flush(_ buffer: inout [UInt8], to part: Int, of file: ResponseFile) throws(ImportError) {
    var written = 0
    while written < buffer.count {
      let count = buffer[written...].withUnsafeBytes {
        Glibc.write(descriptors[part], $0.baseAddress, $0.count)
      }
      guard count > 0 else { throw ImportError(.unreadable(file.path, SystemFailure(number: errno))) }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// The rows of a part, those of each respondent together, in the order in which respondents first occur.
  fileprivate func part(_ number: Int) throws(SystemFailure) -> [[UInt8]] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(descriptors[number], &chunk, chunk.count, off_t(bytes.count))
      guard count >= 0 else { throw SystemFailure(number: errno) }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    var groups: [[UInt8]] = []
    for line in bytes.split(separator: Dialect.lineFeed) {
      guard let end = line.firstIndex(of: 0) else { continue }
      let respondent = line[..<end]
      let group = numbers[respondent] ?? groups.count
      if group == groups.count {
        numbers[respondent] = group
        groups.append([])
      }
      groups[group] += line[(end + 1)...] + [Dialect.lineFeed]
    }
    return groups
  }

  fileprivate var partCount: Int { descriptors.count }
  fileprivate var headerText: [UInt8] { header }
}

/// Writes sorted answers one respondent after another.
private final class SortedText: TableText {
  private let answers: SortedAnswers
  private var part = -1
  private var groups: [[UInt8]] = []
  private var next = 0

  init(_ answers: SortedAnswers) { self.answers = answers }

  override func writeRow(to text: inout [UInt8]) throws(SystemFailure) -> Bool {
    if part < 0 {
      part = 0
      text += answers.headerText
      groups = try answers.part(0)
      return true
    }
    while next == groups.count {
      part += 1
      guard part < answers.partCount else { return false }
      groups = try answers.part(part)
      next = 0
    }
    text += groups[next]
    next += 1
    return true
  }
}

extension SortedAnswers: Equatable {
  static func == (first: SortedAnswers, second: SortedAnswers) -> Bool { first === second }
}
