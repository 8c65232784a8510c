import SurveyModel

/// Decides, response by response, whether its respondent lets it in.
struct RespondentGate {
  private let cell: Int?
  private var treatment: RespondentTreatment
  private var order = IdentifierOrder()
  /// The numbers of the levels of each segment.
  private var levels: [[UInt64]]

  /// A gate for the column of the respondent, nil where the file has none.
  init(_ treatment: RespondentTreatment, cell: Int?, segmentCount: Int) {
    self.treatment = treatment
    self.cell = cell
    levels = Array(repeating: [], count: segmentCount)
  }

  /// Whether repeated responses stay in the batch.
  var keepsRepeats: Bool { treatment.keepsRepeats }

  /// The respondent of a record as it is stored, empty where it has none; nil for somebody who was erased.
  func respondent(in scanner: borrowing DelimitedScanner) -> String? {
    guard let cell, cell < scanner.cellCount else { return "" }
    let identifier = FoldedText.trimmed(scanner.text(of: cell))
    guard !identifier.isEmpty, let key = treatment.key else { return identifier }
    let pseudonym = key.pseudonym(of: identifier)
    if treatment.register.erased.contains(pseudonym) { return nil }
    return treatment.isPseudonymised ? pseudonym : identifier
  }

  /// What the last response of a batch is beside those seen before.
  mutating func verdict(onLastOf batch: borrowing ResponseBatch) -> RespondentRegister.Verdict {
    guard let respondent = batch.respondents.last, !respondent.isEmpty else { return .first }
    let wave = batch.waves.last.flatMap { $0 < 0 ? nil : batch.waveLevels[Int($0)] }
    let key = ResponseFingerprint(respondent: respondent, wave: wave)
    let isUnmet = order.holds(for: respondent)
    return treatment.register.verdict(
      respondent: key.value, answers: answers(ofLastIn: batch), isUnmet: isUnmet)
  }

  /// The number of all answers of the last response; `RespondentLoader` takes that of stored ones alike.
  private mutating func answers(ofLastIn batch: borrowing ResponseBatch) -> UInt64 {
    var answers = ResponseFingerprint()
    let row = batch.count - 1
    let width = batch.ratingIDs.count
    for place in (row * width)..<((row + 1) * width) { answers.add(Int(batch.ratings[place].code)) }
    for segment in levels.indices {
      answers.add(level(batch.categories[row * levels.count + segment], of: segment, batch))
    }
    answers.add((batch.weights.last ?? 1).bitPattern)
    answers.add(Int(batch.dates.last ?? ResponseBatch.noDate))
    for comment in batch.comments.suffix(batch.commentIDs.count) { answers.add(comment) }
    return answers.value
  }

  /// The number of a segment's value, or its index where it is missing.
  private mutating func level(
    _ index: Int32, of segment: Int, _ batch: borrowing ResponseBatch
  ) -> UInt64 {
    guard index >= 0 else { return UInt64(bitPattern: Int64(index)) }
    while levels[segment].count <= Int(index) {
      var number = ResponseFingerprint()
      number.add(batch.levels[segment][levels[segment].count])
      levels[segment].append(number.value)
    }
    return levels[segment][Int(index)]
  }
}
