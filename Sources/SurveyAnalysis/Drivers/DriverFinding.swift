/// Something about the drivers that a reader of the ranking must know.
public enum DriverFinding: Sendable, Equatable {
  /// Left out: every rating is the same.
  case constant(driver: String)
  /// Left out: nobody rated it.
  case unanswered(driver: String)
  /// Left out: fewer than 30 respondents rated it, and fewer than half of those asked.
  case fewAnswers(driver: String, answered: Int)
  /// Ranked, but its ratings equal another driver's, so the two share one importance.
  case duplicate(driver: String, of: String)
  /// Ranked, but it follows exactly from the other drivers, so it has no coefficient of its own.
  case collinear(driver: String)
  /// Goes against the outcome: a better rating goes with a lower score. The scale may be reversed.
  case reversed(driver: String, correlation: Double)
  /// Every driver goes against the outcome, so the outcome's own scale may be reversed; stands in place of each `reversed`.
  case reversedOutcome(drivers: Int)
  /// Goes against the sum of the other drivers, at least as strongly as −0.1 and twice the standard error. The scale may be
  /// reversed.
  case opposed(driver: String, itemRestCorrelation: Double)
  /// Nobody gave more than `highest` on a scale that goes further: the scale may be shorter than `survey.yaml` says. The
  /// outcome may be meant too.
  case unusedTop(question: String, highest: Double, maximum: Int)
  /// Complete cases would keep fewer than half of the respondents.
  case fewCompleteCases(complete: Int, of: Int)
  /// The base is small for this many drivers (Green 1991: 50 + 8p).
  case smallBase(size: Int, advised: Int)
  /// The EM iteration or the pairwise covariance needed help; the text of the report says which.
  case unstableCovariance
  /// Intervals rest on so few clusters that they may be too short.
  case fewClusters(clusters: Int)
}
