import SurveyModel

/// Finds out what each column of an export is.
struct RoleGuesses {
  /// What a column was taken for.
  enum Role: Equatable {
    case outcome, driver, segment, options([String]), weight, date(DateOrder), wave, respondent, personal,
      ignored
  }

  /// A role and why.
  struct Choice {
    var role: Role
    var reason: String
    var confidence: SurveyDraft.Guess.Confidence
  }

  let profile: FileProfile
  /// The scale of each column that looks like ratings.
  var scales: [ScaleGuess?]
  /// What was chosen so far, per column.
  var choices: [Choice?]

  private static let mostSegments = 12

  /// Guesses for the columns of a file, none of them made yet.
  init(of profile: FileProfile) {
    self.profile = profile
    scales = profile.columns.map(ScaleGuess.init)
    choices = profile.columns.map { _ in nil }
    shareCodeBook()
  }

  /// Chooses the roles of all other columns.
  mutating func chooseOthers() {
    leaveOutOtherOutcomes()
    for index in choices.indices where choices[index] == nil { choices[index] = special(index) }
    chooseOne(of: .weight)
    chooseOne(of: .wave)
    chooseOne(of: .respondent)
    chooseDate()
    chooseDrivers()
    chooseSegments()
  }

  /// Why there is nothing to choose for a column; nil for any other.
  private func emptiness(of column: ColumnProfile) -> String? {
    if column.header.isEmpty { return "a column without a name" }
    if profile.countOfHeaders(like: column.header) > 1 {
      return "another column has the same name; `name (2)` is the second of them"
    }
    return column.filled > 0 ? nil : "empty"
  }

  /// Personal data, weight, date, wave or respondent, where a column is one of them.
  private func special(_ index: Int) -> Choice? {
    let column = profile.columns[index]
    if let reason = emptiness(of: column) {
      return Choice(role: .ignored, reason: reason, confidence: .high)
    }
    if DraftVocabulary.isParadata(column) {
      return Choice(role: .ignored, reason: "made by the survey tool, not asked", confidence: .high)
    }
    if DraftVocabulary.names(column, DraftVocabulary.comment) {
      return Choice(role: .ignored, reason: "its name says open text", confidence: .medium)
    }
    if let content = personalContent(of: column) {
      return Choice(role: .personal, reason: content, confidence: .high)
    }
    if DraftVocabulary.names(column, DraftVocabulary.personal) {
      return Choice(role: .personal, reason: "its name says personal data", confidence: .medium)
    }
    let mayWeigh = column.numbers == column.filled && column.smallest >= 0 && column.mean < 1e9
    if mayWeigh, DraftVocabulary.names(column, DraftVocabulary.weight) {
      return Choice(
        role: .weight, reason: "its name, and numbers with mean \(mean(column))", confidence: .high)
    }
    if mayWeigh, column.fractions * 2 > column.filled, abs(column.mean - 1) < 0.05 {
      return Choice(role: .weight, reason: "numbers with mean \(mean(column))", confidence: .medium)
    }
    if let order = dateOrder(of: column) { return order }
    if column.valueCount <= 40, DraftVocabulary.names(column, DraftVocabulary.wave) {
      return Choice(
        role: .wave, reason: "its name, and \(column.valueCount) different values", confidence: .high)
    }
    let isUnique = column.hasManyValues || column.valueCount == column.filled
    if isUnique, DraftVocabulary.names(column, DraftVocabulary.respondent) {
      return Choice(role: .respondent, reason: "its name, and no value twice", confidence: .high)
    }
    return nil
  }

  /// What is personal about the cells themselves, or nil.
  private func personalContent(of column: ColumnProfile) -> String? {
    let most = column.filled / 2
    if column.addresses > most { return "holds e-mail or IP addresses" }
    if column.phones > most { return "holds telephone numbers" }
    return column.accounts > most ? "holds bank account numbers" : nil
  }

  /// The mean with two digits behind the point.
  private func mean(_ column: ColumnProfile) -> String {
    let hundredths = Int((column.mean * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private func dateOrder(of column: ColumnProfile) -> Choice? {
    let fitting = [DateOrder.yearMonthDay, .dayMonthYear, .monthDayYear].filter {
      (column.dates[$0] ?? 0) * 20 >= column.filled * 19
    }
    guard let first = fitting.first, column.numbers < column.filled else { return nil }
    let isNamed = DraftVocabulary.names(column, DraftVocabulary.date)
    guard fitting.count > 1 else {
      return Choice(
        role: .date(first), reason: "dates that only fit \(first.rawValue)",
        confidence: isNamed ? .high : .medium)
    }
    let order: DateOrder = column.hasTwelveHourClock ? .monthDayYear : shortest(fitting, column)
    return Choice(
      role: .date(order),
      reason: "dates that fit \(fitting.map(\.rawValue).joined(separator: " and ")): check",
      confidence: .low)
  }

  /// The first order unless the dates lie four times closer together in another: fieldwork is short.
  private func shortest(_ orders: [DateOrder], _ column: ColumnProfile) -> DateOrder {
    var best = orders[0]
    for order in orders.dropFirst() {
      let (own, other) = (column.dateSpans[order]?.count ?? .max, column.dateSpans[best]?.count ?? .max)
      if own * 4 <= other { best = order }
    }
    return best
  }

  /// Keeps the surest column of a role and leaves the others out.
  private mutating func chooseOne(of role: Role) {
    let all = choices.indices.filter { choices[$0]?.role == role }
    let best = all.first { choices[$0]?.confidence == .high } ?? all.first
    for index in all where index != best {
      choices[index] = Choice(role: .ignored, reason: "a second column of its kind", confidence: .medium)
    }
  }

  private mutating func chooseDate() {
    func isDate(_ index: Int) -> Bool {
      if case .date = choices[index]?.role { return true }
      return false
    }
    let all = choices.indices.filter(isDate)
    let named = all.filter { DraftVocabulary.names(profile.columns[$0], DraftVocabulary.date) }
    let best = named.last ?? all.first
    for index in all where index != best {
      choices[index] = Choice(role: .ignored, reason: "a second date", confidence: .medium)
    }
  }

  /// Whether somebody gave the highest rating, as among a hundred respondents somebody does.
  private func reachesItsEnd(_ index: Int) -> Bool {
    guard let guess = scales[index] else { return false }
    return profile.columns[index].filled < 100 || guess.seen.upperBound == guess.scale.maximum
  }

  /// Columns that share a scale with at least one other, and do not describe the respondent.
  private mutating func chooseDrivers() {
    var open = choices.indices.filter { index in
      choices[index] == nil && scales[index] != nil && reachesItsEnd(index)
        && !DraftVocabulary.names(profile.columns[index], DraftVocabulary.demographic)
        && !DraftVocabulary.asksForAmount(profile.columns[index])
    }
    let ranked = rankings()
    for index in open where ranked.contains(index) {
      choices[index] = Choice(
        role: .ignored, reason: "one of a set of ranks: each rank is given once", confidence: .high)
    }
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
        confidence: group.count > 1 ? .medium : .low)
    }
  }

  /// Whether the answers rise to one peak, or those in a column beside it on the same scale do.
  private func looksLikeRatings(_ index: Int, among open: [Int]) -> Bool {
    guard let guess = scales[index], !guess.isSmooth, guess.scale.labels.isEmpty else { return true }
    if guess.scale.maximum >= 7 { return true }
    return [index - 1, index + 1].contains { other in
      guard open.contains(other), let neighbour = scales[other] else { return false }
      return neighbour.isSmooth && neighbour.scale.maximum == guess.scale.maximum
    }
  }

  /// Columns with few different values, those first whose name says what they are.
  private mutating func chooseSegments() {
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
      let reason = "\(profile.columns[index].valueCount) different values" + (isNamed ? ", and its name" : "")
      choices[index] = Choice(role: .segment, reason: reason, confidence: isNamed ? .high : .medium)
    }
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
    if column.valueCount < 2 { return "one value throughout" }
    if column.filled < 5 * column.valueCount, !isNamed { return "too few rows per value" }
    return count < RoleGuesses.mostSegments ? nil : "a segment beyond the first \(RoleGuesses.mostSegments)"
  }
}
