internal import SurveyModel

/// The letters of the column `missing`, which say per question why there is no answer.
///
/// `substr(missing, position, 1)` is the reason of the question at `position`: `s` skipped, `n` not shown,
/// `d` don't know; `.` or nothing where the question was answered.
enum MissingLetter {
  static let answered = UInt8(ascii: ".")
  static let skipped = UInt8(ascii: "s")
  static let notShown = UInt8(ascii: "n")
  static let dontKnow = UInt8(ascii: "d")

  /// The letter of a rating that is missing.
  static func letter(of rating: Rating) -> UInt8 {
    switch rating {
    case .notShown: notShown
    case .dontKnow: dontKnow
    default: skipped
    }
  }

  /// The letter of an entry of `ResponseBatch.categories` below zero.
  static func letter(ofCategory index: Int32) -> UInt8 {
    switch index {
    case ResponseBatch.missingCategory(.notShown): notShown
    case ResponseBatch.missingCategory(.dontKnow): dontKnow
    default: skipped
    }
  }

  /// The missing rating a letter stands for; a NULL without a letter was not shown.
  static func rating(of letter: UInt8) -> Rating {
    switch letter {
    case skipped: .skipped
    case dontKnow: .dontKnow
    default: .notShown
    }
  }
}
