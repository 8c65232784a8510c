import Statistics
import SurveyAnalysis
import SurveyModel

/// Counts respondents who gave the same answer to all drivers they rated, as they are read, and keeps none.
///
/// What counts is where an answer stands on its scale, the good end on top, as in `CarelessResponses`.
struct StraightLineSink: ResponseSink {
  private let scales: [Scale]
  private var count = 0
  private var base = 0

  /// Nobody has been read yet.
  init(for survey: Survey) {
    scales = survey.drivers.map(\.scale)
  }

  mutating func store(_ batch: borrowing ResponseBatch) {
    let width = batch.ratingIDs.count
    for row in 0..<batch.count {
      let pattern = ResponsePattern(
        of: scales.enumerated().map { driver, scale in
          batch.ratings[row * width + 1 + driver].value.map { value in
            Double(scale.oriented(value) - scale.codes.lowerBound) / Double(scale.length)
          }
        })
      guard pattern.answered >= CarelessResponses.fewestItems else { continue }
      base += 1
      if pattern.isStraight(over: CarelessResponses.fewestItems) { count += 1 }
    }
  }

  mutating func reject(_ row: RejectedRow) {}

  /// What was counted; nil where the survey has too few drivers to tell.
  var result: StraightLining? {
    guard scales.count >= CarelessResponses.fewestItems else { return nil }
    return StraightLining(count: count, base: base, fewestItems: CarelessResponses.fewestItems)
  }
}
