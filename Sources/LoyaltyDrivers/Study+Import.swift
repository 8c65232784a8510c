import SurveyImport
public import SurveyModel
public import SurveyStore

extension Study {
  /// What an import of a file would do; nothing is stored.
  ///
  /// - Throws: `ImportError` where the file cannot be read.
  public func check(_ path: String, shownAs name: String? = nil, wave: String? = nil) throws -> ImportSummary
  {
    var sink = DiscardingSink()
    let file = try ResponseFile(at: path, shownAs: name)
    return try ResponseReader(for: survey, wave: wave).read(file, into: &sink)
  }

  /// Stores the responses of an export, all or none.
  ///
  /// - Parameters:
  ///   - path: The export.
  ///   - name: The path that messages name, where it is another.
  ///   - wave: The wave of all its responses; nil where a column or the file's name tells it.
  ///   - mode: What to do about responses of its waves that are stored already.
  ///   - isStrict: Whether a single rejected row makes the import fail.
  ///   - progress: Called now and then with the share of the file that has been read, 0…1.
  /// - Throws: `ImportError`, `StoreError`, or `StrictImportError` where rows were rejected and `isStrict` is set.
  @discardableResult
  public func importResponses(
    from path: String, shownAs name: String? = nil, wave: String? = nil,
    mode: ImportMode = .refuseChanges, isStrict: Bool = false, progress: ((Double) -> Void)? = nil
  ) throws -> ImportOutcome {
    let file = try ResponseFile(at: path, shownAs: name)
    let reader = ResponseReader(for: survey, wave: wave)
    return try store.importResponses(
      of: survey, fileName: file.name, digest: file.digest, mode: mode, waves: wave.map { [$0] } ?? []
    ) { writer in
      let summary = try reader.read(file, into: &writer, progress: progress)
      if isStrict, summary.rowsRejected > 0 { throw StrictImportError(summary: summary) }
      return summary
    }
  }
}

/// Rows were rejected where none was allowed; nothing was stored.
public struct StrictImportError: Error, Sendable, Equatable {
  /// What was read.
  public let summary: ImportSummary
}
