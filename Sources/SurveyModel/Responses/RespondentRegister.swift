/// The respondents whose responses were seen: those that are stored, and those met in the file that is being read.
///
/// A respondent in a wave stands in it as a number, and what the respondent answered as another; no answer is kept.
/// It takes some 30 bytes per response.
public struct RespondentRegister: Sendable {
  /// What a response is beside those seen before.
  public enum Verdict: Sendable, Equatable {
    /// The first of its respondent in its wave.
    case first
    /// The same respondent, wave and answers are stored.
    case stored
    /// The same respondent, wave and answers were met in the file before.
    case repeated
    /// The respondent is stored with other answers of the same wave.
    case conflicting
    /// The respondent was met in the file before, in the same wave and with other answers.
    case another
  }

  /// What was met first, per respondent and wave.
  ///
  /// In parts, since a table grows by being copied.
  private var parts = [[UInt64: UInt64]](repeating: [:], count: 64)
  /// What else was met.
  private var others: [UInt64: [UInt64]] = [:]
  /// The pseudonyms of respondents who were erased.
  public var erased: Set<String> = []

  /// Says of an answer's number that it is stored.
  private static let storedBit: UInt64 = 1

  /// A register without anybody.
  public init() {}

  /// Enters a response that is stored.
  public mutating func enterStored(respondent: UInt64, answers: UInt64) {
    enter(respondent, answers | RespondentRegister.storedBit)
  }

  /// Enters a response of the file and says what it is.
  public mutating func verdict(respondent: UInt64, answers: UInt64) -> Verdict {
    let content = answers & ~RespondentRegister.storedBit
    guard let first = parts[part(of: respondent)][respondent] else {
      enter(respondent, content)
      return .first
    }
    let known = [first] + (others[respondent] ?? [])
    if known.contains(content | RespondentRegister.storedBit) { return .stored }
    if known.contains(content) { return .repeated }
    if known.contains(where: { $0 & RespondentRegister.storedBit != 0 }) { return .conflicting }
    enter(respondent, content)
    return .another
  }

  private func part(of respondent: UInt64) -> Int { Int(respondent >> 58) }

  private mutating func enter(_ respondent: UInt64, _ content: UInt64) {
    if parts[part(of: respondent)][respondent] == nil {
      parts[part(of: respondent)][respondent] = content
    } else {
      others[respondent, default: []].append(content)
    }
  }
}
