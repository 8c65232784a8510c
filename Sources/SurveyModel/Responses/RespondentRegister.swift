/// The respondents whose responses were seen: those that are stored, and those met in the file that is being read.
///
/// A respondent in a wave stands in it as a number of 64 bits, and what the respondent answered as one of 31; no answer is
/// kept. It takes some 12 to 17 bytes per response. Two that differ are taken for one another once in 10⁹ times at most.
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
  private var parts = [FingerprintTable](repeating: FingerprintTable(), count: 64)
  /// Those who could not have been met before, not in the table yet; empty once it is in use.
  private var waiting = FingerprintList()
  /// Whether the table is in use.
  private var isSearched = false
  /// What else was met.
  private var others: [UInt64: [UInt32]] = [:]
  /// The pseudonyms of respondents who were erased.
  public var erased: Set<String> = []

  /// Says of an answer's number that it is stored.
  private static let storedBit: UInt32 = 1

  /// A register without anybody.
  public init() {}

  /// Enters a response that is stored.
  public mutating func enterStored(respondent: UInt64, answers: UInt64) {
    let content = RespondentRegister.content(of: answers) | RespondentRegister.storedBit
    isSearched = true
    if parts[Int(respondent >> 58)].enter(content, for: respondent) != nil {
      others[respondent, default: []].append(content)
    }
  }

  /// Enters a response of the file and says what it is.
  ///
  /// - Parameter isUnmet: Whether the respondent is known not to have been met in the file, as where it is in order; the
  ///   search, which costs a few hundred cycles, is then put off for as long as nobody else needs it.
  public mutating func verdict(respondent: UInt64, answers: UInt64, isUnmet: Bool = false) -> Verdict {
    let content = RespondentRegister.content(of: answers)
    if isUnmet, !isSearched {
      waiting.append(respondent, content)
      return .first
    }
    if !isSearched { enterWaiting() }
    guard let first = parts[Int(respondent >> 58)].enter(content, for: respondent) else { return .first }
    let known = [first] + (others[respondent] ?? [])
    if known.contains(content | RespondentRegister.storedBit) { return .stored }
    if known.contains(content) { return .repeated }
    if known.contains(where: { $0 & RespondentRegister.storedBit != 0 }) { return .conflicting }
    others[respondent, default: []].append(content)
    return .another
  }

  private mutating func enterWaiting() {
    isSearched = true
    var list = waiting
    waiting = FingerprintList()
    list.drain { key, content in _ = parts[Int(key >> 58)].enter(content, for: key) }
  }

  private static func content(of answers: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: answers >> 32) & ~storedBit
  }
}
