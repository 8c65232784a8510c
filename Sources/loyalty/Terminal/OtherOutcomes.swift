import LoyaltyDrivers

/// Tells that a file has more than one recommendation question, and how to get at the others.
struct OtherOutcomes {
  private let chosen: String
  private let others: [String]

  /// The recommendation questions of a draft.
  init(of draft: SurveyDraft) {
    chosen = draft.survey.outcome.source.name
    others = draft.otherOutcomes
  }

  /// Prints a command for each of the others.
  func tell(of export: String, into folder: String?) {
    guard !others.isEmpty else { return }
    Console.message("\(1 + others.count) questions ask for a recommendation. This draft is about: \(chosen)")
    for (index, other) in others.enumerated() {
      let place = folder.map { " --into \($0)-\(index + 2)" } ?? ""
      Console.message("  loyalty init \(quoted(export)) --outcome \(quoted(other))\(place)")
    }
  }

  private func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "./_-".contains($0) }
    return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
