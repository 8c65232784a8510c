public import SurveyModel

/// What is done about respondents while a file is read.
public struct RespondentTreatment: Sendable {
  /// Who was seen before.
  public var register = RespondentRegister()
  /// The key of pseudonyms; needed where respondents are pseudonymised, or some were erased.
  public var key: RespondentKey?
  /// Whether respondents are stored under pseudonyms.
  public var isPseudonymised = false
  /// Whether repeats and conflicts are counted and kept, as in a check, rather than left out.
  public var keepsRepeats = false

  /// Nothing is known of anybody, and identifiers stay as they are.
  public init() {}
}
