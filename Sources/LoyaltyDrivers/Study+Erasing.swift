import SurveyImport
public import SurveyStore

extension Study {
  /// Erases a respondent from the database for good, free pages and journal included.
  ///
  /// Later imports leave the respondent's rows out. Exports that the responses came from are not touched.
  ///
  /// - Parameter respondent: The identifier as exports have it, also where respondents are stored under pseudonyms; or the
  ///   pseudonym.
  /// - Returns: What was erased; `foundAnything` is false where nothing of the respondent was there.
  /// - Throws: `StoreError`, or `RespondentKeyError`.
  public func forget(respondent: String) throws -> Erasure {
    guard store.exists else { throw StoreError.nothingStored(path: databasePath) }
    let keyring = try RespondentKeyring(erasingIn: self)
    guard let names = keyring.names(of: respondent) else { return Erasure() }
    return try keyring.keepingFile {
      try store.erase(names.identifier, pseudonym: names.pseudonym, keyCheck: names.check)
    }
  }
}
