import SurveyImport
public import SurveyModel
public import SurveyStore

/// What an import is to do beyond reading a file.
public struct ImportOptions: Sendable, Equatable {
  /// The wave of all responses; nil where a column or the file's name tells it.
  public var wave: String?
  /// What to do about responses of the file's waves that are stored already.
  public var mode = ImportMode.refuseChanges
  /// Whether a single rejected row makes the import fail.
  public var isStrict = false
  /// Whether respondents get pseudonyms, though `survey.yaml` does not ask for it.
  public var pseudonymises = false
  /// Whether nothing is to be written.
  public var isRehearsal = false

  /// The usual import.
  public init(
    wave: String? = nil, mode: ImportMode = .refuseChanges, isStrict: Bool = false,
    pseudonymises: Bool = false, isRehearsal: Bool = false
  ) {
    self.wave = wave
    self.mode = mode
    self.isStrict = isStrict
    self.pseudonymises = pseudonymises
    self.isRehearsal = isRehearsal
  }
}

extension Study {
  /// Stores the responses of an export, all or none.
  ///
  /// Rows whose respondent, wave and answers are stored already are left out and counted, and so are those of
  /// respondents who were erased.
  ///
  /// - Parameters:
  ///   - path: The export.
  ///   - name: The path that messages name, where it is another.
  ///   - options: What to do beyond reading it.
  ///   - progress: Called now and then with the share of the file that has been read, 0…1.
  /// - Throws: `ImportError`, `StoreError`, `RespondentKeyError`, `RefusedImportError` where rows were rejected and
  ///   `isStrict` is set, or where respondents are stored with other answers.
  @discardableResult
  public func importResponses(
    from path: String, shownAs name: String? = nil, options: ImportOptions = ImportOptions(),
    progress: ((Double) -> Void)? = nil
  ) throws -> ImportOutcome {
    let file = try ResponseFile(at: path, shownAs: name)
    let key = try RespondentKeyring(of: self, pseudonymises: options.pseudonymises)
    let reader = ResponseReader(for: survey, wave: options.wave)
    let read = { (writer: inout ResponseWriter) throws -> ImportSummary in
      let summary = try reader.read(
        file, into: &writer, treatment: key.treatment(with: writer.register), progress: progress)
      if summary.rowsConflicting > 0 || (options.isStrict && summary.rowsRejected > 0) {
        throw RefusedImportError(summary: summary)
      }
      return summary
    }
    let waves = options.wave.map { [$0] } ?? []
    if options.isRehearsal {
      return try store.rehearseImport(
        of: survey, fileName: file.name, digest: file.digest, mode: options.mode, waves: waves,
        pseudonymisation: key.pseudonymisation, read)
    }
    return try key.keepingFile {
      try store.importResponses(
        of: survey, fileName: file.name, digest: file.digest, mode: options.mode, waves: waves,
        pseudonymisation: key.pseudonymisation, read)
    }
  }

  /// Stores the responses of an export, all or none, in a wave that is given.
  @discardableResult
  public func importResponses(
    from path: String, wave: String?
  ) throws -> ImportOutcome {
    try importResponses(from: path, options: ImportOptions(wave: wave))
  }
}

/// Nothing was stored: rows were rejected where none was allowed, or respondents are stored with other answers.
public struct RefusedImportError: Error, Sendable, Equatable {
  /// What was read.
  public let summary: ImportSummary
}
