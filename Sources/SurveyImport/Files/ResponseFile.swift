import Glibc
import SurveyModel

/// An export on disk that was found to be text: its name, size and fingerprint.
public struct ResponseFile: Sendable, Equatable {
  /// The path as the user gave it; diagnostics name it.
  public let path: String
  /// The file's name, without its folder.
  public let name: String
  /// The size in bytes.
  public let byteCount: Int
  /// The SHA-256 of the bytes in hexadecimal; of the part that is read where that is not all.
  public let digest: String
  /// How letters are written.
  let encoding: TextEncoding
  private let hasBrokenLetters: Bool
  /// The path under which the bytes are found.
  private let storedPath: String
  private let isPacked: Bool
  /// The rows of a file that is no text; nil for others.
  let converted: ConvertedText?
  /// How many bytes the text has, unpacked.
  let textByteCount: Int
  /// The part that is read, where that is not all.
  private(set) var beginning: FileBeginning?
  /// The file's objects as rows, where it is JSON.
  private(set) var json: JSONTable?
  /// The file's rows with those of a respondent together, where it has a row per answer and they are not.
  var sorted: SortedAnswers?
  /// The file's answers with a row per respondent, where it has a row per answer.
  private(set) var answers: AnswerTable?
  /// The file's answers with a column per question, where it has a column per option.
  private(set) var options: OptionTable?

  /// How much of a file is looked at.
  public enum Extent: Sendable, Equatable {
    /// All of it, in constant memory.
    case whole
    /// The first 4 MB of text; workbooks and SPSS files are read whole.
    case beginning
  }

  /// Looks at a file: reads it once from end to end, or the beginning of it.
  ///
  /// - Parameters:
  ///   - storedPath: Where the file is.
  ///   - shownPath: The path to name in diagnostics where that is another, as for a copy of the standard input.
  ///   - extent: How much of it is read, now and later; a beginning suffices for a draft, not for an import.
  /// - Throws: `ImportError` with `file-missing`, `file-not-regular`, `file-unreadable`, `file-empty` or
  ///   `file-binary`.
  public init(
    at storedPath: String, shownAs shownPath: String? = nil, extent: Extent = .whole
  ) throws(ImportError) {
    let path = shownPath ?? storedPath
    self.path = path
    self.storedPath = storedPath
    name = path.split(separator: "/").last.map(String.init) ?? path
    let size = try ResponseFile.sizeOfRegularFile(storedPath, shownAs: path)
    var inspection = try ResponseFile.inspected(extent, path) { () throws(SystemFailure) in
      try ByteSource(path: storedPath)
    }
    if inspection.byteCount == 0 { throw ImportError(.empty(path)) }
    byteCount = inspection.isWhole ? inspection.byteCount : size
    digest = inspection.digest
    let signature = FileSignature(of: inspection.start)
    isPacked = signature == .gzip
    converted = try ResponseFile.converted(signature, storedPath, shownAs: path)
    if isPacked {
      inspection = try ResponseFile.inspected(extent, path) { () throws(SystemFailure) in
        try ByteSource(gzip: storedPath)
      }
      if let inner = FileSignature(of: inspection.start) { throw ImportError(.binary(path, inner)) }
    } else if let signature, converted == nil {
      throw ImportError(.binary(path, signature))
    }
    guard let encoding = converted == nil ? inspection.encoding : .utf8 else {
      throw ImportError(.binary(path, nil))
    }
    textByteCount = converted?.bytes.count ?? inspection.byteCount
    self.encoding = encoding
    hasBrokenLetters = converted == nil && encoding == .utf8 && inspection.letters.invalid > 0
    let isJSON = converted == nil && JSONTable.isLikely(inspection.start)
    if converted == nil, !inspection.isWhole { beginning = try readBeginning(isJSON: isJSON) }
    if isJSON { json = try JSONTable(of: self) }
    guard let layout = try? FileLayout(of: self, format: FileFormat()) else { return }
    answers = try AnswerTable(of: self, layout)
    if answers == nil { options = try OptionTable(of: self, layout) }
  }

  private static func inspected(
    _ extent: Extent, _ path: String, _ source: () throws(SystemFailure) -> ByteSource
  ) throws(ImportError) -> FileInspection {
    do throws(SystemFailure) {
      return try FileInspection(of: source(), limit: extent == .whole ? .max : FileBeginning.size)
    } catch {
      throw ImportError(.unreadable(path, error))
    }
  }

  private func readBeginning(isJSON: Bool) throws(ImportError) -> FileBeginning {
    do throws(SystemFailure) {
      return try FileBeginning(of: storedText(), isJSON: isJSON)
    } catch {
      throw ImportError(.unreadable(path, error))
    }
  }

  /// Whether the rows are written while they are read, each with the places of its cells at its end.
  var hasPlaces: Bool { json != nil || sorted != nil || answers != nil || options != nil }

  /// What the file says about its columns; empty where it says nothing.
  var facts: [ColumnFacts] { options?.facts ?? answers?.facts ?? converted?.facts ?? [] }

  /// What the file is, where it is no delimited text with a row per respondent.
  var kind: String? {
    let format = converted?.kind ?? (json == nil ? nil : "JSON")
    let names = [format, answers == nil ? nil : "a row per answer"].compactMap(\.self)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private static func converted(
    _ signature: FileSignature?, _ storedPath: String, shownAs path: String
  ) throws(ImportError) -> ConvertedText? {
    switch signature {
    case .zip: try ConvertedText(workbook: storedPath, shownAs: path)
    case .spss, .spssCompressed: try ConvertedText(statisticsFile: storedPath, shownAs: path)
    default: nil
    }
  }

  private func source() throws(SystemFailure) -> ByteSource {
    if let converted { return ByteSource(converted.bytes) }
    return isPacked ? try ByteSource(gzip: storedPath) : try ByteSource(path: storedPath)
  }

  /// The text of the file as it is stored, from its beginning.
  func storedText() throws(SystemFailure) -> TextStream {
    if let beginning { return TextStream(ByteSource(beginning.bytes), encoding: .utf8) }
    return TextStream(try source(), encoding: encoding)
  }

  /// The delimited text of the file from its beginning, a row per respondent.
  func text() throws(ImportError) -> TextStream {
    do throws(SystemFailure) {
      guard let table = try table() else { return try storedText() }
      return TextStream(ByteSource(table), encoding: .utf8)
    } catch {
      throw ImportError(.unreadable(path, error))
    }
  }

  private func table() throws(SystemFailure) -> TableText? {
    if let answers { return try answers.text() }
    if let options { return try options.text() }
    if let sorted { return sorted.text() }
    return try json?.text(of: self)
  }

  /// The first part of the text.
  func sample() throws(ImportError) -> FileSample {
    let text = try text()
    do throws(SystemFailure) {
      return try FileSample(of: text)
    } catch {
      throw ImportError(.unreadable(path, error))
    }
  }

  /// What is to be said about the file before a row of it is read.
  func notes() throws(ImportError) -> [Diagnostic] {
    if let answers { return try answers.base.notes() + [answers.note] }
    if let options { return try options.base.notes() + [options.note] }
    if let converted { return converted.notes }
    if encoding == .windows1252 || encoding == .iso8859Part15 { return [.assumed(encoding, path)] }
    guard hasBrokenLetters else { return [] }
    do throws(SystemFailure) {
      return try BrokenLetters(in: source()).places.map { place in
        .brokenLetter(at: SourceLocation(file: path, line: place.line, column: place.column))
      }
    } catch {
      throw ImportError(.unreadable(path, error))
    }
  }

  private static func sizeOfRegularFile(
    _ storedPath: String, shownAs path: String
  ) throws(ImportError) -> Int {
    var status = stat()
    guard stat(storedPath, &status) == 0 else {
      throw ImportError(.unreadable(path, SystemFailure(number: errno)))
    }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG else { throw ImportError(.notRegular(path, isFolder: kind == S_IFDIR)) }
    return Int(status.st_size)
  }
}

extension Diagnostic {
  static func unreadable(_ path: String, _ failure: SystemFailure) -> Diagnostic {
    let place = SourceLocation(file: path)
    switch failure.number {
    case ENOENT, ENOTDIR:
      return Diagnostic(.error, .fileMissing, at: place, "there is no such file", fix: "check the path")
    case EBADMSG:
      return Diagnostic(
        .error, .fileDamaged, at: place, "the compressed file ends too early or is damaged",
        fix: "download or pack it again")
    case EACCES, EPERM:
      return Diagnostic(
        .error, .fileUnreadable, at: place, "the file may not be read by this user",
        fix: "give read permission: chmod u+r")
    default:
      return Diagnostic(
        .error, .fileUnreadable, at: place,
        "the operating system cannot read the file (error \(failure.number))",
        fix: "copy the file to another disk and try again")
    }
  }

  fileprivate static func notRegular(_ path: String, isFolder: Bool) -> Diagnostic {
    Diagnostic(
      .error, .fileNotRegular, at: SourceLocation(file: path),
      isFolder ? "this is a folder, not a file" : "this is a device or a pipe, not a file",
      fix: isFolder ? "name the export in it" : "save the answers in a file first")
  }

  fileprivate static func empty(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, .fileEmpty, at: SourceLocation(file: path), "the file is empty (0 bytes)",
      fix: "export the answers again")
  }

  fileprivate static func binary(_ path: String, _ signature: FileSignature?) -> Diagnostic {
    let kind = signature?.description ?? "not text: it holds zero bytes"
    return Diagnostic(
      .error, .fileBinary, at: SourceLocation(file: path), "the file is \(kind)",
      fix: signature?.fix ?? "export the answers as CSV")
  }

  fileprivate static func assumed(_ encoding: TextEncoding, _ path: String) -> Diagnostic {
    Diagnostic(
      .note, .encodingAssumed, at: SourceLocation(file: path),
      "the bytes are not UTF-8; letters beyond ASCII were read as \(encoding.name)",
      fix: "save the file as UTF-8 if letters look wrong")
  }
}
