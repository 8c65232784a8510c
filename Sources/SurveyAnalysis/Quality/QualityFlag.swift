/// Something about the answers that a reader of a ranking should look at; nothing is ever left out because of it.
public enum QualityFlag: Sendable, Equatable {
  /// Respondents who gave the same answer to everything.
  case straightLining(count: Int, of: Int)
  /// Respondents whose every answer, group and date equals an earlier respondent's, where they are 1 in 100 or more.
  case duplicates(count: Int, of: Int)
  /// Respondents with a combination of ratings that is rarer than 1 in 1,000 under a normal distribution, where more of
  /// them are found than three times what that would give.
  case improbable(count: Int, of: Int)
  /// One overall impression may stand behind the ratings: the first eigenvalue's share is 0.6 or more.
  case halo(firstShare: Double)
  /// A driver that goes against the sum of the others, by 0.1 and twice its standard error at least: its scale may be
  /// reversed.
  case reversed(driver: String, itemRestCorrelation: Double)
  /// Nobody went above seven tenths of a scale, so it may be shorter than declared: the highest answer in the file.
  case unusedTop(driver: String, highest: Double)
  /// A driver of which the others leave less than a tenth: its coefficient means little.
  case inflated(driver: String, varianceInflation: Double)
  /// Drivers that share one near dependency: a condition index of 30 or more with half of the variance of each.
  case nearDependency(conditionIndex: Double, drivers: [String])
  /// A single respondent moves the coefficients: Cook's distance above 0.5.
  case influential(cooksDistance: Double)
  /// At least half of the ratings are the best that the scale allows, so little is left to explain.
  case ceiling(driver: String, share: Double)
  /// At least half of the ratings are the worst.
  case floor(driver: String, share: Double)
  /// Fewer than five drivers: straight-lining cannot be told from agreement.
  case tooFewItems(Int)
  /// How long respondents took is not known, so speeding was not looked for.
  case noResponseTimes
}
