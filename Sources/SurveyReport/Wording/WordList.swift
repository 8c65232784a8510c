/// Lists of words as a language joins them.
struct WordList {
  let language: ReportLanguage

  /// The words with commas and a final "and".
  func and(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + language(" and ", " en ") + last
  }
}
