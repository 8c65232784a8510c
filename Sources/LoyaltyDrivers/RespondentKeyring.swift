import Foundation
import SurveyImport
import SurveyModel
import SurveyStore

/// The key of a survey's pseudonyms: whether one is needed, and where it comes from.
struct RespondentKeyring {
  private let key: RespondentKey?
  private let isPseudonymised: Bool
  private let path: URL
  private let isNew: Bool

  /// The key for an import; none where neither `survey.yaml` nor the caller nor the database asks for one.
  ///
  /// - Throws: `RespondentKeyError` where the database was written with a key and that key is not there.
  init(of study: Study, pseudonymises: Bool) throws {
    let privacy = try study.store.privacy()
    let isAsked = study.survey.isPseudonymised || pseudonymises || privacy.isPseudonymised
    try self.init(study, privacy, isNeeded: isAsked, isPseudonymised: isAsked)
  }

  /// The key for an erasure, which is always needed.
  init(erasingIn study: Study) throws {
    let privacy = try study.store.privacy()
    try self.init(study, privacy, isNeeded: true, isPseudonymised: privacy.isPseudonymised)
  }

  private init(
    _ study: Study, _ privacy: StoredPrivacy, isNeeded: Bool, isPseudonymised: Bool
  ) throws {
    path = study.folder.appending(path: RespondentKey.fileName)
    self.isPseudonymised = isPseudonymised
    guard isNeeded || privacy.keyCheck != nil else {
      (key, isNew) = (nil, false)
      return
    }
    let stored = try RespondentKey(at: path)
    if let check = privacy.keyCheck {
      guard let stored else { throw RespondentKeyError.missing(path: path.path) }
      guard stored.check == check else { throw RespondentKeyError.wrong(path: path.path) }
    }
    (key, isNew) = (stored ?? RespondentKey(), stored == nil)
  }

  /// What the reader is to do, given who is stored.
  func treatment(with register: RespondentRegister) -> RespondentTreatment {
    var treatment = RespondentTreatment()
    treatment.register = register
    treatment.key = key
    treatment.isPseudonymised = isPseudonymised
    return treatment
  }

  /// What the store is to do; nil where respondents stay as they are.
  var pseudonymisation: Pseudonymisation? {
    guard isPseudonymised, let key else { return nil }
    return Pseudonymisation(keyCheck: key.check) { key.pseudonym(of: $0) }
  }

  /// The names under which a respondent may be stored, and what the key is known by.
  func names(of identifier: String) -> (identifier: String, pseudonym: String, check: String)? {
    key.map { (RespondentKey.trimmed(identifier), $0.pseudonym(of: identifier), $0.check) }
  }

  /// Writes a new key into its file before the database is written, and removes it again where the database has not come
  /// to use it.
  func keepingFile<Result>(_ body: () throws -> Result) throws -> Result {
    guard isNew, let key else { return try body() }
    try key.write(to: path)
    let outcome = Swift.Result { try body() }
    if isUnused { try FileManager.default.removeItem(at: path) }
    return try outcome.get()
  }

  /// Whether the database is known not to need the key; where it cannot be read it may.
  private var isUnused: Bool {
    do {
      return try Study.keyCheck(besides: path) == nil
    } catch {
      return false
    }
  }
}

extension Study {
  /// The text by which the database beside a key knows that key, or nil.
  fileprivate static func keyCheck(besides path: URL) throws -> String? {
    let database = path.deletingLastPathComponent().appending(path: databaseName)
    return try ResponseStore(path: database.path).privacy().keyCheck
  }
}
