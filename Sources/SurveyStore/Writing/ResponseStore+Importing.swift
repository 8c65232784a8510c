internal import GRDB
public import SurveyModel

extension ResponseStore {
  /// Stores the responses of a file, all or none.
  ///
  /// The file is read by `read`, which hands its responses to the writer as it goes, so that memory does not grow
  /// with the file. Whatever goes wrong — an error in `read`, a full disk, the end of the process — leaves the
  /// database as it was.
  ///
  /// - Parameters:
  ///   - survey: What the file's columns mean. New questions add columns.
  ///   - fileName: The file's name, without its folder.
  ///   - digest: The SHA-256 of the file's bytes in hexadecimal. A file that is there with the same digest is not
  ///     read again, unless `mode` is `.replace`.
  ///   - waves: The waves the file is known to hold, if that is known before reading; a conflict then shows at once.
  ///   - pseudonymisation: How respondents get their pseudonyms; nil to store them as they are. Identifiers that are
  ///     stored already are replaced as well, and the file is cleaned of them.
  /// - Throws: `StoreError`, or what `read` throws.
  public func importResponses(
    of survey: Survey, fileName: String, digest: String, mode: ImportMode = .refuseChanges,
    waves: [String] = [], pseudonymisation: Pseudonymisation? = nil,
    _ read: (inout ResponseWriter) throws -> ImportSummary
  ) throws -> ImportOutcome {
    var outcome: ImportOutcome?
    var adoption = Pseudonymisation.Adoption.none
    try writing(erasing: pseudonymisation != nil) { database in
      adoption = try pseudonymisation?.adopt(in: database) ?? .none
      if mode != .replace, let previous = try StoredImport.current(of: digest, in: database) {
        outcome = .unchanged(previous)
        return adoption == .none ? .rollback : .commit
      }
      var codebook = try Codebook(database)
      try codebook.adopt(survey, in: database)
      let search = RespondentSearch(survey: survey, fileName: fileName, digest: digest, mode: mode)
      let register = try search.register(in: database)
      let record = try ImportRecord(fileName: fileName, digest: digest, mode: mode, in: database)
      for wave in waves { try record.stored.check(wave: wave) }
      let inserter = ResponseInserter(
        for: survey, codebook: codebook, importID: record.id,
        into: try StagedResponses(in: database, at: path))
      var writer = try ResponseWriter(inserter, record: record, register: register, in: database)
      let summary = try read(&writer)
      try writer.finish()
      let replaced = try record.finish(summary, responsesPerWave: writer.responsesPerWave)
      outcome = .imported(summary, replaced: replaced)
      return .commit
    }
    if adoption == .replaced { try clean() }
    guard let outcome else { preconditionFailure("The transaction ended without an outcome.") }
    return outcome
  }
}
