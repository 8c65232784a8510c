import SurveyModel

extension RoleGuesses {
  /// Columns that share a scale with at least one other, and do not describe the respondent.
  mutating func chooseDrivers() {
    var open = choices.indices.filter { index in
      choices[index] == nil && scales[index] != nil && reachesItsEnd(index)
        && !DraftVocabulary.names(profile.columns[index], DraftVocabulary.demographic)
        && !DraftVocabulary.asksForAmount(profile.columns[index])
    }
    leaveOut(rankings(), reason: "one of a set of ranks: each rank is given once")
    leaveOut(
      aboutOtherOutcomes(),
      reason: "about what another recommendation question asks: choose it with --outcome")
    open = open.filter { choices[$0] == nil }
    open = open.filter { looksLikeRatings($0, among: open) }
    let ratings = open.filter { scales[$0]?.isYesOrNo == false }
    if !ratings.isEmpty { open = ratings }
    let groups = Dictionary(grouping: open) { scales[$0]?.scale.maximum ?? 0 }
    for index in open {
      guard let scale = scales[index], let group = groups[scale.scale.maximum] else { continue }
      guard group.count > (scale.isYesOrNo ? 2 : 1) || !scale.scale.labels.isEmpty || isTenPoint(index)
      else { continue }
      let shares = group.count > 1 ? ", a scale shared by \(group.count) columns" : ""
      choices[index] = Choice(
        role: .driver, reason: ([scale.reason + shares] + scale.remarks).joined(separator: "; "),
        confidence: group.count > 1 && !scale.isSlider ? .medium : .low)
    }
  }

  private mutating func leaveOut(_ indices: Set<Int>, reason: String) {
    for index in indices where choices[index] == nil && scales[index] != nil {
      choices[index] = Choice(role: .ignored, reason: reason, confidence: .high)
    }
  }

  /// Columns that name what another recommendation question asks about.
  ///
  /// With `recommend Alpha?` as the outcome, `Beta: price` is left out where there is `recommend Beta?`. The two questions
  /// must be the same but for one or two words in their places.
  private func aboutOtherOutcomes() -> Set<Int> {
    guard let outcome = choices.indices.first(where: { choices[$0]?.role == .outcome }) else { return [] }
    let own = profile.columns[outcome].textWords
    var (mine, foreign) = (Set<String>(), Set<String>())
    let others = Set(otherOutcomes)
    for other in profile.columns where others.contains(other.header) {
      let pairs = zip(own, other.textWords).filter { $0 != $1 }
      guard own.count == other.textWords.count, pairs.count <= 2 else { continue }
      mine.formUnion(pairs.map(\.0))
      foreign.formUnion(pairs.map(\.1))
    }
    return Set(
      choices.indices.filter { index in
        let words = profile.columns[index].textWords
        return words.contains(where: foreign.contains) && !words.contains(where: mine.contains)
      })
  }

  /// Whether somebody gave the best rating of the scale, as among a hundred respondents somebody does.
  ///
  /// In a column of words one of those who answer on the same scale; a scale that the question states has its end in any
  /// case.
  private func reachesItsEnd(_ index: Int) -> Bool {
    guard let guess = scales[index] else { return false }
    if guess.isStated { return true }
    let (scale, seen) = (guess.scale, guess.seen)
    let end = scale.isReversed ? scale.minimum : scale.maximum
    return profile.columns[index].filled < 100
      || (scale.isReversed ? seen.lowerBound : seen.upperBound) == end
      || scale.labels.contains { $0.value == end }
  }

  /// Whether the answers rise to one peak, or those in a column beside it on the same scale do.
  private func looksLikeRatings(_ index: Int, among open: [Int]) -> Bool {
    guard let guess = scales[index], !guess.isSmooth, guess.scale.labels.isEmpty else { return true }
    if guess.scale.maximum >= 7 || guess.isStated { return true }
    return [index - 1, index + 1].contains { other in
      guard open.contains(other), let neighbour = scales[other] else { return false }
      return neighbour.isSmooth && neighbour.scale.maximum == guess.scale.maximum
    }
  }
}
