public import SurveyModel

/// Reads `survey.yaml`, the file that says what the columns of the exports mean.
///
/// docs/survey-file.md describes it field by field.
public struct SurveyFileReader: Sendable {
  /// A survey and what was worth saying about its file.
  public struct Result: Sendable, Equatable {
    /// The survey.
    public let survey: Survey
    /// Warnings and notes.
    public let diagnostics: [Diagnostic]
  }

  private static let mostBytes = 4_000_000

  /// A reader.
  public init() {}

  /// The survey in a file.
  ///
  /// - Throws: `ImportError` with everything that is wrong in it, each with its line and column.
  public func read(at path: String) throws(ImportError) -> Result {
    let bytes: [UInt8]
    do throws(SystemFailure) {
      bytes = try SurveyFileReader.bytes(at: path)
    } catch {
      throw ImportError(.unreadableSurvey(path, error))
    }
    guard bytes.count <= SurveyFileReader.mostBytes, let text = String(validating: bytes, as: UTF8.self)
    else {
      throw ImportError(.noSurveyText(path))
    }
    return try read(text, file: path)
  }

  /// The survey in a text; `file` is named in diagnostics.
  ///
  /// - Throws: `ImportError` with everything that is wrong in it, each with its line and column.
  public func read(_ text: String, file: String) throws(ImportError) -> Result {
    var parser = SurveyFileParser(text, file: file)
    let survey = parser.survey()
    let diagnostics = parser.diagnostics.enumerated().sorted { first, second in
      let (place, other) = (first.element.location, second.element.location)
      return (place.line ?? 0, place.column ?? 0, first.offset)
        < (other.line ?? 0, other.column ?? 0, second.offset)
    }.map(\.element)
    guard let survey, diagnostics.allSatisfy({ $0.severity != .error }) else {
      throw ImportError(diagnostics)
    }
    return Result(survey: survey, diagnostics: diagnostics)
  }

  private static func bytes(at path: String) throws(SystemFailure) -> [UInt8] {
    var source = try ByteSource(path: path)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    while bytes.count <= mostBytes {
      let count = try source.read(into: buffer)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}

extension Diagnostic {
  fileprivate static func unreadableSurvey(_ path: String, _ failure: SystemFailure) -> Diagnostic {
    Diagnostic(
      .error, .surveyFileUnreadable, at: SourceLocation(file: path),
      "the survey file cannot be read (error \(failure.number) of the operating system)",
      fix: "check the path; `loyalty init` writes a survey.yaml from an export")
  }

  fileprivate static func noSurveyText(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, .surveyFileUnreadable, at: SourceLocation(file: path),
      "the survey file is not UTF-8 text of at most 4 MB",
      fix: "save it as UTF-8; `loyalty init` writes a survey.yaml from an export")
  }
}
