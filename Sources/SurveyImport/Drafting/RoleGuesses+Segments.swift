import SurveyModel

extension RoleGuesses {
  private static let mostSegments = 12

  /// Columns with few different values, those first whose name says what they are.
  mutating func chooseSegments() {
    let open = choices.indices.filter { choices[$0] == nil }
    let named = open.filter { DraftVocabulary.names(profile.columns[$0], DraftVocabulary.demographic) }
    var count = 0
    for index in named + open where choices[index] == nil {
      if let choice = multipleAnswers(index, besides: count) {
        choices[index] = choice
        if case .options(let options) = choice.role { count += options.count }
        continue
      }
      let isNamed = named.contains(index)
      if let obstacle = obstacleToSegment(index, isNamed: isNamed, count: count) {
        choices[index] = Choice(role: .ignored, reason: obstacle, confidence: .medium)
        continue
      }
      count += 1
      choices[index] = segment(index, isNamed: isNamed)
    }
  }

  private func segment(_ index: Int, isNamed: Bool) -> Choice {
    if let mark = tickMark(of: index) {
      return Choice(
        role: .tickBox(mark), reason: "holds `\(mark)` or nothing, like a box to tick", confidence: .medium)
    }
    let reason = "\(profile.columns[index].valueCount) different values" + (isNamed ? ", and its name" : "")
    return Choice(role: .segment, reason: reason, confidence: isNamed ? .high : .medium)
  }

  /// The only text in a column that is empty otherwise, where it is a mark or the column's own name.
  ///
  /// LimeSurvey writes `Y` for an option that was chosen, SurveyMonkey and Typeform the option itself.
  func tickMark(of index: Int) -> String? {
    let column = profile.columns[index]
    guard column.emptyCells > 0, column.filled >= 5, column.valueCount == 1,
      let text = column.counts.keys.first
    else { return nil }
    let isName = [names.names[index], column.header].contains { FoldedText($0) == FoldedText(text) }
    return isName || DraftVocabulary.tickMarks.contains(FoldedText(text).text) ? text : nil
  }

  /// An indicator for each common option of a question with several answers, as far as there is room for segments.
  private func multipleAnswers(_ index: Int, besides count: Int) -> Choice? {
    guard let answers = MultipleAnswers(in: profile.columns[index]) else { return nil }
    let options = Array(answers.options.prefix(RoleGuesses.mostSegments - count))
    guard !options.isEmpty else {
      return Choice(
        role: .ignored, reason: "several answers in one cell; no room for segments", confidence: .medium)
    }
    let share = options.count < answers.optionCount ? "the first \(options.count) of " : ""
    return Choice(
      role: .options(options),
      reason: "several answers in one cell, joined with `\(answers.separator)`: yes or no for "
        + "\(share)\(answers.optionCount) options", confidence: .medium)
  }

  /// Why a column is no segment, or nil where it is one.
  private func obstacleToSegment(_ index: Int, isNamed: Bool, count: Int) -> String? {
    let column = profile.columns[index]
    if column.hasManyValues || column.valueCount > 30 { return "many different values" }
    if column.fractions > 0 {
      return "numbers with a fraction: if they are ratings, add it as a driver with `decimals:` in its scale"
    }
    if column.valueCount < 2, tickMark(of: index) == nil { return "one value throughout" }
    if column.filled < 5 * column.valueCount, !isNamed { return "too few rows per value" }
    return count < RoleGuesses.mostSegments ? nil : "a segment beyond the first \(RoleGuesses.mostSegments)"
  }
}
