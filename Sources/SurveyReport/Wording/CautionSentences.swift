import SurveyAnalysis

/// The one caution of the summary: the gravest thing a hasty reader should not miss.
struct CautionSentences {
  let content: ReportContent
  let labels: SurveyLabels
  let numbers: NumberFormat

  private var language: ReportLanguage { labels.language }

  /// The gravest of: a low base of the whole, a driver that goes against the score, missing ratings, a small base
  /// for the ranking, rejected rows, a group of few answers; nil where there is none of them.
  var text: String? {
    lowTotal ?? graveFinding ?? rejectedRows ?? lowestGroup
  }

  private var lowTotal: String? {
    let base = content.score.base
    guard base.isLow else { return nil }
    let size = base.isSuppressed ? "<\(Base.suppressed)" : numbers.integer(base.size)
    return language(
      "The score rests on \(size) answers; with fewer than \(Base.lowBase), nothing here is a verdict.",
      "De score steunt op \(size) antwoorden; met minder dan \(Base.lowBase) is niets hier een oordeel.")
  }

  private var graveFinding: String? {
    let findings = content.ranking?.findings ?? []
    let sentences = FindingSentences(labels: labels, numbers: numbers)
    return findings.max { gravity(of: $0) < gravity(of: $1) }.map(sentences.text)
  }

  private func gravity(of finding: DriverFinding) -> Int {
    switch finding {
    case .reversedOutcome: 11
    case .unusedTop: 10
    case .opposed: 9
    case .reversed: 8
    case .unstableCovariance, .fewClusters: 7
    case .fewCompleteCases: 6
    case .smallBase: 5
    case .unanswered, .fewAnswers: 4
    case .constant: 3
    case .duplicate: 2
    case .collinear: 1
    }
  }

  private var rejectedRows: String? {
    let files = content.provenance.files
    let (rejected, read) = (content.provenance.rowsRejected, files.reduce(0) { $0 + $1.rowsRead })
    guard rejected * 100 >= read * 5, rejected > 0 else { return nil }
    let (some, all) = (numbers.integer(rejected), numbers.integer(read))
    return language(
      "\(some) of \(all) rows could not be read and are not in these figures.",
      "\(some) van \(all) rijen waren niet leesbaar en zitten niet in deze cijfers.")
  }

  private var lowestGroup: String? {
    let low = content.score.segments.filter { $0.base.isLow && $0.score != nil }
    guard let group = low.min(by: { $0.base.size < $1.base.size }), let score = group.score else {
      return nil
    }
    let name = labels.value(group.value, of: group.segment)
    let interval = numbers.signed(score.interval)
    return language(
      "\(name) has \(group.base.size) answers: its score can lie anywhere in \(interval).",
      "\(name) heeft \(group.base.size) antwoorden: de score kan overal liggen in \(interval).")
  }
}
