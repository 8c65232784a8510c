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
      let place = folder.map { " --into \(ShellWord("\($0)-\(index + 2)"))" } ?? ""
      Console.message("  loyalty init \(ShellWord(export)) --outcome \(ShellWord(other))\(place)")
    }
  }
}
