import SurveyModel

extension RoleGuesses {
  private func columns(_ role: Role) -> [Int] {
    choices.indices.filter { choices[$0]?.role == role }
  }

  private func source(_ role: Role) -> ColumnSource? {
    columns(role).first.map { ColumnSource(name: profile.columns[$0].header) }
  }

  /// What reports call the drivers by column: rows of grids by themselves, other questions by what sets them apart.
  private var driverNames: [Int: String] {
    let drivers = columns(.driver)
    let short = SharedBeginnings.shortened(drivers.map { names.names[$0] })
    return Dictionary(zip(drivers, short), uniquingKeysWith: { first, _ in first })
  }

  /// The ids of drivers and segments by column.
  private func ids(_ driverNames: [Int: String]) -> [Int: String] {
    var ids = DraftIDs()
    var result: [Int: String] = [:]
    let groups = [columns(.driver), choices.indices.filter(isSegment)]
    for group in groups {
      let texts = group.map { idText($0, driverNames[$0] ?? names.names[$0]) }
      let prefix = DraftIDs.sharedPrefix(of: texts)
      for (index, text) in zip(group, texts) { result[index] = ids.id(for: text, without: prefix) }
    }
    return result
  }

  /// What an id is made of: the column's name, or what it asks where the name is a mere number or a row of a grid.
  private func idText(_ index: Int, _ name: String) -> String {
    let column = profile.columns[index]
    let isNamed = !column.header.hasSuffix(column.text) && column.header.contains(where: \.isLetter)
    return isNamed && !names.isItem[index] ? column.header : name
  }

  private func isSegment(_ index: Int) -> Bool {
    switch choices[index]?.role {
    case .segment, .options, .tickBox: true
    default: false
    }
  }

  /// The survey that the choices make; the wave is that of the file's name where no column tells a wave or a date.
  ///
  /// - Precondition: the outcome has been chosen.
  func survey(title: String, fileName: String) -> Survey {
    guard let outcome = columns(.outcome).first else { preconditionFailure("The outcome comes first.") }
    let driverNames = driverNames
    let ids = ids(driverNames)
    let drivers = columns(.driver).map { question($0, id: ids[$0] ?? "", label: driverNames[$0] ?? "") }
    let segments = choices.indices.flatMap { self.segments($0, id: ids[$0] ?? "") }
    let words = profile.columns.flatMap(\.textWords)
    let dutch = words.filter(DraftVocabulary.dutch.contains).count
    return Survey(
      title: LocalizedText(title), language: dutch * 12 > words.count ? "nl" : "en",
      outcome: outcomeQuestion(outcome), drivers: drivers,
      segments: segments, weight: source(.weight),
      date: date, wave: wave(in: fileName), respondent: source(.respondent),
      excludedColumns: columns(.personal).map { profile.columns[$0].header })
  }

  /// The segments a column makes: one, one per option, or none.
  private func segments(_ index: Int, id: String) -> [Segment] {
    let source = ColumnSource(name: profile.columns[index].header)
    let label = LocalizedText(names.names[index])
    switch choices[index]?.role {
    case .segment: return [Segment(id: id, source: source, label: label)]
    case .tickBox(let mark):
      return [Segment(id: id, source: source, label: label, option: mark, isTickBox: true)]
    case .options(let options):
      var ids = DraftIDs()
      return options.map { option in
        let own = ids.id(for: option)
        return Segment(
          id: "\(id.prefix(58 - min(own.count, 30)))-\(own.prefix(30))", source: source,
          label: LocalizedText(option), option: option)
      }
    default: return []
    }
  }

  /// The outcome, called `nps` only where a net promoter score can be made of it.
  private func outcomeQuestion(_ index: Int) -> Question {
    let scale = question(index, id: "", label: "").scale
    let isUsual = scale.minimum == 0 && scale.maximum == 10
    return question(index, id: isUsual ? "nps" : "outcome", label: names.names[index])
  }

  private func question(_ index: Int, id: String, label: String) -> Question {
    let header = profile.columns[index].header
    let guess = scales[index]
    var scale = guess?.scale ?? .recommendation
    if choices[index]?.role == .outcome, scale.minimum == 1, scale.maximum == 10, !isSurelyOneToTen(index) {
      scale = Scale(minimum: 0, maximum: 10, labels: scale.labels)
    }
    return Question(
      id: id, source: ColumnSource(name: header), label: LocalizedText(label), scale: scale,
      missingCodes: guess?.missing ?? [])
  }

  /// Whether the outcome is on 1–10: it does not ask for a recommendation, and nobody of 200 said 0.
  private func isSurelyOneToTen(_ index: Int) -> Bool {
    let column = profile.columns[index]
    if scales[index]?.isStated == true { return true }
    let isAsked =
      DraftVocabulary.asksForRecommendation(column)
      || DraftVocabulary.names(column, DraftVocabulary.outcomeNames)
      || DraftVocabulary.bareOutcomeNames.contains(FoldedText(column.header).text)
      || groupColumns.contains { ScoreGroups(in: profile.columns[$0])?.areMade(of: column) == true }
    return !isAsked && column.filled >= 200
  }

  private func wave(in fileName: String) -> WaveSource? {
    if let column = source(.wave) { return .column(column) }
    guard date == nil else { return nil }
    return WavePattern.pattern(of: fileName).map { .fileName(pattern: $0) }
  }

  private var date: DateSource? {
    for (index, choice) in choices.enumerated() {
      guard case .date(let order) = choice?.role else { continue }
      return DateSource(source: ColumnSource(name: profile.columns[index].header), order: order)
    }
    return nil
  }

  /// The guesses as they are told.
  var guesses: [SurveyDraft.Guess] {
    let ids = ids(driverNames)
    return choices.indices.compactMap { index in
      guard let choice = choices[index] else { return nil }
      return SurveyDraft.Guess(
        header: profile.columns[index].header, path: path(of: choice.role, id: ids[index] ?? ""),
        reason: choice.reason, confidence: choice.confidence)
    }
  }

  private func path(of role: Role, id: String) -> String {
    switch role {
    case .outcome: "outcome"
    case .driver: "drivers.\(id)"
    case .segment, .options, .tickBox: "segments.\(id)"
    case .weight: "weight"
    case .date: "date"
    case .wave: "wave"
    case .respondent: "respondent"
    case .personal: "exclude"
    case .ignored: "ignored"
    }
  }
}
