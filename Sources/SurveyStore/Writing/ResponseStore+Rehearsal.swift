internal import GRDB
public import SurveyModel

extension ResponseStore {
  /// Does all that `importResponses` does short of writing: the same refusals, the same account.
  ///
  /// - Parameters: As those of `importResponses`.
  public func rehearseImport(
    of survey: Survey, fileName: String, digest: String, mode: ImportMode = .refuseChanges,
    waves: [String] = [], pseudonymisation: Pseudonymisation? = nil,
    _ read: (inout ResponseWriter) throws -> ImportSummary
  ) throws -> ImportOutcome {
    let rehearsal = Rehearsal(
      survey: survey, fileName: fileName, digest: digest, mode: mode, pseudonymisation: pseudonymisation)
    var outcome: ImportOutcome?
    let isStored: Void? = try readingIfStored { database in
      outcome = try rehearsal.run(waves: waves, in: database, read)
    }
    if isStored != nil, let outcome { return outcome }
    let stored = StoredWaves(fileName: fileName, mode: mode)
    var writer = ResponseWriter(rehearsing: stored, register: RespondentRegister())
    return .imported(try read(&writer), replaced: 0)
  }
}

/// An import that writes nothing.
private struct Rehearsal {
  let survey: Survey
  let fileName: String
  let digest: String
  let mode: ImportMode
  let pseudonymisation: Pseudonymisation?

  func run(
    waves: [String], in database: Database, _ read: (inout ResponseWriter) throws -> ImportSummary
  ) throws -> ImportOutcome {
    if mode != .replace, let previous = try StoredImport.current(of: digest, in: database) {
      return .unchanged(previous)
    }
    try Codebook(database).check(survey)
    let stored = try StoredWaves(fileName: fileName, digest: digest, mode: mode, in: database)
    for wave in waves { try stored.check(wave: wave) }
    var search = RespondentSearch(survey: survey, fileName: fileName, digest: digest, mode: mode)
    if let pseudonymisation, try !StoredPrivacy(database).isPseudonymised {
      search.pseudonym = pseudonymisation.pseudonym
    }
    var writer = ResponseWriter(rehearsing: stored, register: try search.register(in: database))
    let summary = try read(&writer)
    guard mode == .replace else { return .imported(summary, replaced: 0) }
    let replaced = try ReplacedResponses(
      importID: 0, fileName: fileName, digest: digest, waves: writer.responsesPerWave.map { $0.wave })
    return .imported(summary, replaced: try replaced.count(in: database))
  }
}

/// Which stored respondents an import must not store a second time.
struct RespondentSearch {
  let survey: Survey
  let fileName: String
  let digest: String
  let mode: ImportMode
  /// Turns identifiers that are stored as they are into pseudonyms.
  var pseudonym: ((String) -> String)?

  /// The respondents of the responses that stay beside those of the file.
  ///
  /// Where the file's waves are refused or replaced none of its respondents can be there already.
  func register(in database: Database) throws -> RespondentRegister {
    let loader = RespondentLoader(database, for: survey, pseudonym: pseudonym)
    switch (mode, survey.wave) {
    case (.append, _), (.refuseChanges, nil):
      return try loader.register(where: "1", arguments: [])
    case (.replace, nil):
      return try loader.register(
        where: "import NOT IN (SELECT id FROM import WHERE fileName = ? OR sha256 = ?)",
        arguments: [fileName, digest])
    case (.refuseChanges, _), (.replace, _):
      return try loader.register(where: "0", arguments: [])
    }
  }
}
