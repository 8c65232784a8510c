import SurveyModel

extension RoleGuesses {
  /// Whether a column is on a scale up to 8 or more, or from −5 to 5.
  func isTenPoint(_ index: Int) -> Bool { (scales[index]?.seen.upperBound ?? 0) >= 8 }

  private func asks(_ index: Int) -> Bool {
    DraftVocabulary.asksForRecommendation(profile.columns[index])
  }

  private func isNamed(_ index: Int) -> Bool {
    DraftVocabulary.names(profile.columns[index], DraftVocabulary.outcomeNames)
  }

  /// Whether the whole name is a word such as `Score`.
  private func isBarelyNamed(_ index: Int) -> Bool {
    DraftVocabulary.bareOutcomeNames.contains(FoldedText(profile.columns[index].header).text)
  }

  /// The columns that hold groups of the score.
  var groupColumns: [Int] {
    profile.columns.indices.filter { ScoreGroups(in: profile.columns[$0]) != nil }
  }

  /// Chooses the column whose answers make up a column of groups; false where there is none.
  private mutating func chooseMade(of groups: [Int], among ten: [Int]) -> Bool {
    for group in groups {
      guard let made = ScoreGroups(in: profile.columns[group]),
        let index = ten.first(where: { made.areMade(of: profile.columns[$0]) })
      else { continue }
      let header = DiagnosticText.oneLine(profile.columns[group].header)
      choices[index] = Choice(
        role: .outcome, reason: withRemarks("its answers make up the groups in \"\(header)\"", index),
        confidence: .high)
      return true
    }
    return false
  }

  /// Chooses the recommendation question; false where none, or more than one, looks like it.
  mutating func chooseOutcome(named name: String?) -> Bool {
    let rated = profile.columns.indices.filter { index in
      scales[index]?.scale.decimals == 0 && !profile.columns[index].header.isEmpty
        && profile.countOfHeaders(like: profile.columns[index].header) == 1
        && !DraftVocabulary.isParadata(profile.columns[index])
    }
    if let name {
      guard let index = rated.first(where: { FoldedText(profile.columns[$0].header) == FoldedText(name) })
      else {
        return false
      }
      choices[index] = Choice(
        role: .outcome, reason: withRemarks("named by the user", index), confidence: .high)
      return true
    }
    let ten = rated.filter(isTenPoint)
    let asked = ten.filter(asks)
    if let index = asked.first ?? ten.first(where: isNamed) {
      choices[index] = recommendation(index, isAsked: !asked.isEmpty, others: Array(asked.dropFirst()))
      return true
    }
    let groups = groupColumns
    if chooseMade(of: groups, among: ten) { return true }
    // Where there are groups and no score, any guess is wrong.
    guard groups.isEmpty,
      let (index, choice) = secondBest(of: rated.filter({ scales[$0]?.isYesOrNo == false }))
    else {
      return false
    }
    choices[index] = choice
    return true
  }

  /// An outcome that is not the recommendation question on 0–10, and a reason that says so.
  private func secondBest(of rated: [Int]) -> (index: Int, choice: Choice)? {
    let free = rated.filter { !DraftVocabulary.names(profile.columns[$0], DraftVocabulary.demographic) }
    let high = free.filter { scales[$0]?.isOftenHigh == true }
    let rules: [(String, (Int) -> Bool)] = [
      ("its wording or name is that of the recommendation question", { asks($0) || isNamed($0) }),
      ("its name, and", { isTenPoint($0) && isBarelyNamed($0) }),
      (
        "the only column with",
        {
          high.contains($0) && isTenPoint($0) && scales[$0]?.seen.lowerBound == 0
            && isSetApart($0, among: free)
        }
      ),
      ("the only column with", { scales[$0]?.scale.minimum == -5 }),
      (
        "the only column with",
        { isTenPoint($0) && scales[$0]?.scale.maximum == 10 && reachesTop($0) && high.contains($0) }
      ),
      ("it rates what the other questions are about", { isSubject($0, among: free) }),
      ("its name says that it is the satisfaction as a whole", { isOverall($0) }),
      ("it rates the whole of which the others are parts", { isWhole($0, among: free) }),
      ("the only one outside a grid of", { isTenPoint($0) && isAlone($0, among: free) }),
    ]
    for (reason, rule) in rules {
      let found = free.filter(rule)
      guard found.count == 1, let index = found.first, let guess = scales[index] else { continue }
      let joint = ["with", "of", "and"].contains { reason.hasSuffix($0) } ? " " : ", and "
      let note = guess.scale.maximum == 10 && guess.scale.minimum == 0 ? "" : "; not the net promoter scale"
      let choice = Choice(
        role: .outcome, reason: withRemarks(reason + joint + guess.reason + note, index), confidence: .low)
      return (index, choice)
    }
    return nil
  }

  /// Whether a column is in no grid, and other ten-point columns are seen to begin at 1: their lowest answers are not
  /// so rare that 0 is missing by chance.
  private func isSetApart(_ index: Int, among rated: [Int]) -> Bool {
    let others = rated.filter { $0 != index && isTenPoint($0) && scales[$0]?.scale.minimum == 1 }
    let ones = others.reduce(0) { $0 + (profile.columns[$1].counts["1"] ?? 0) }
    return names.grids[index] == nil && (others.isEmpty || ones >= 10)
  }

  /// Whether the top of the scale was given; among fifty respondents and more somebody does.
  private func reachesTop(_ index: Int) -> Bool {
    profile.columns[index].filled < 50 || scales[index]?.seen.upperBound == scales[index]?.scale.maximum
  }

  private func isOverall(_ index: Int) -> Bool {
    DraftVocabulary.names(profile.columns[index], DraftVocabulary.overall)
  }

  /// Whether the words in the brackets of a header begin those of at least two others of its grid.
  private func isWhole(_ index: Int, among rated: [Int]) -> Bool {
    guard let (stem, item) = RoleGuesses.gridItem(profile.columns[index].header) else { return false }
    let others = rated.filter { $0 != index }.compactMap { RoleGuesses.gridItem(profile.columns[$0].header) }
      .filter { $0.stem == stem }
    return others.count > 1 && others.allSatisfy { $0.item.hasPrefix(item + " ") }
  }

  /// Whether what a question on 0–10 asks about, the beginning it shares with others aside, is named in most others.
  private func isSubject(_ index: Int, among rated: [Int]) -> Bool {
    let headers = rated.filter { isTenPoint($0) && scales[$0]?.scale.minimum == 0 }
      .map { profile.columns[$0].header }
    let prefix = DraftIDs.sharedPrefix(of: headers)
    guard !prefix.isEmpty, headers.contains(profile.columns[index].header) else { return false }
    let subject = FoldedText(
      String(profile.columns[index].header.dropFirst(prefix.count).filter { $0 != "?" }))
    let others = profile.columns.indices.filter { $0 != index && !profile.columns[$0].header.isEmpty }
    let naming = others.filter { FoldedText(profile.columns[$0].header).text.contains(subject.text) }
    return subject.text.count >= 4 && naming.count * 2 >= others.count
  }

  /// Whether a column belongs to no grid while at least three others belong to one: `V1` beside `V2_A1` to `V2_A5`.
  private func isAlone(_ index: Int, among rated: [Int]) -> Bool {
    let stems = rated.map { index in
      let header = profile.columns[index].header
      let stem = header.prefix { $0 != "_" && $0 != "[" }
      return stem.count < header.count ? String(stem) : ""
    }
    let sizes = Dictionary(stems.map { ($0, 1) }, uniquingKeysWith: +)
    guard let place = rated.firstIndex(of: index) else { return false }
    return stems[place].isEmpty && sizes.contains { !$0.key.isEmpty && $0.value >= 3 }
  }

  private static func gridItem(_ header: String) -> (stem: String, item: String)? {
    let text = FoldedText(header).text
    guard text.last == "]", let open = text.lastIndex(of: "[") else { return nil }
    return (String(text[..<open]), String(text[text.index(after: open)...].dropLast()))
  }

  private func withRemarks(_ reason: String, _ index: Int) -> String {
    ([reason] + (scales[index]?.remarks ?? [])).joined(separator: "; ")
  }

  /// The choice of a column as outcome, with what speaks against it.
  private func recommendation(_ index: Int, isAsked: Bool, others: [Int]) -> Choice {
    var reason = isAsked ? "its wording asks for a recommendation" : "its name"
    reason = withRemarks(reason + ", and \(scales[index]?.reason ?? "")", index)
    var confidence = SurveyDraft.Guess.Confidence.high
    if scales[index]?.seen.lowerBound != 0, profile.columns[index].filled >= 200 {
      reason += "; nobody gave 0: check whether the scale was 1-10"
      confidence = .medium
    }
    for other in others {
      let header = DiagnosticText.oneLine(profile.columns[other].header)
      reason += "; \"\(header)\" asks for one too: choose with --outcome"
      confidence = .low
    }
    return Choice(role: .outcome, reason: reason, confidence: confidence)
  }

  /// The headers of further recommendation questions on the scale of the chosen one.
  var otherOutcomes: [String] {
    guard let outcome = choices.indices.first(where: { choices[$0]?.role == .outcome }), asks(outcome) else {
      return []
    }
    return choices.indices.filter { $0 != outcome && isTenPoint($0) && asks($0) }.map {
      profile.columns[$0].header
    }
  }

  /// Leaves out the groups that the outcome's answers make up.
  mutating func leaveOutGroups() {
    guard let outcome = choices.indices.first(where: { choices[$0]?.role == .outcome }) else { return }
    for index in groupColumns where choices[index] == nil {
      guard ScoreGroups(in: profile.columns[index])?.areMade(of: profile.columns[outcome]) == true else {
        continue
      }
      choices[index] = Choice(
        role: .ignored, reason: "groups made from the outcome", confidence: .high)
    }
  }

  /// Leaves out further recommendation questions: they ask for an outcome, and explain none.
  mutating func leaveOutOtherOutcomes() {
    guard let outcome = choices.indices.first(where: { choices[$0]?.role == .outcome }), asks(outcome) else {
      return
    }
    for index in choices.indices where choices[index] == nil && isTenPoint(index) && asks(index) {
      choices[index] = Choice(
        role: .ignored, reason: "a second recommendation question: choose it with --outcome",
        confidence: .high)
    }
  }
}
