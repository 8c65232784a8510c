import SurveyModel

/// Finds out what each column of an export is.
struct RoleGuesses {
  /// What a column was taken for.
  enum Role: Equatable {
    case outcome, driver, segment, options([String]), tickBox(String), weight, date(DateOrder), wave,
      respondent,
      personal, ignored
  }

  /// A role and why.
  struct Choice {
    var role: Role
    var reason: String
    var confidence: SurveyDraft.Guess.Confidence
  }

  let profile: FileProfile
  /// What a report calls each column.
  let names: QuestionNames
  /// The scale of each column that looks like ratings.
  var scales: [ScaleGuess?]
  /// What was chosen so far, per column.
  var choices: [Choice?]

  /// Guesses for the columns of a file, none of them made yet.
  init(of profile: FileProfile) {
    self.profile = profile
    names = QuestionNames(of: profile.columns.map(\.text))
    scales = profile.columns.map(ScaleGuess.init)
    choices = profile.columns.map { _ in nil }
    keepAdjacentSliders()
    shareCodeBook()
  }

  /// Chooses the roles of all other columns.
  mutating func chooseOthers() {
    leaveOutOtherOutcomes()
    leaveOutGroups()
    shareRanges()
    shareCodeBook()
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
    if tickMark(of: index) != nil { return nil }
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
    if isUnique, DraftVocabulary.names(column, DraftVocabulary.respondent) || column.header == "#" {
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
    if column.dates[.unixSeconds] == column.filled, DraftVocabulary.namesMoment(column) {
      return Choice(
        role: .date(.unixSeconds), reason: "its name, and whole numbers that count seconds since 1970",
        confidence: .medium)
    }
    if column.dates[.spreadsheetDays] == column.filled, DraftVocabulary.namesMoment(column) {
      return Choice(
        role: .date(.spreadsheetDays), reason: "its name, and numbers of days as spreadsheets count them",
        confidence: .medium)
    }
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
    let handedIn = all.filter { DraftVocabulary.names(profile.columns[$0], DraftVocabulary.handedIn) }
    let best = handedIn.last ?? named.last ?? all.first
    for index in all where index != best {
      choices[index] = Choice(role: .ignored, reason: "a second date", confidence: .medium)
    }
  }
}
