/// How one respondent used the scale over a row of items, in the order in which they were asked.
///
/// The indices of Curran 2016 (doi:10.1016/j.jesp.2015.07.006) that need nothing but the answers. None of them proves
/// carelessness: a customer who is happy with everything answers alike, too.
public struct ResponsePattern: Sendable, Equatable {
  /// How many items were answered.
  public let answered: Int
  /// The longest run of equal answers; unanswered items neither count nor break a run.
  ///
  /// Johnson 2005, doi:10.1016/j.jrp.2004.09.009.
  public let longestRun: Int
  /// The standard deviation of the answers, by n − 1: intra-individual response variability; nil with fewer than two.
  ///
  /// Dunn et al. 2018, doi:10.1007/s10869-016-9479-0.
  public let variability: Double?

  /// Whether at least `items` items were answered, all of them alike.
  public func isStraight(over items: Int) -> Bool { answered >= items && longestRun == answered }

  /// The pattern of a row of answers, nil where an item was not answered.
  public init(of answers: [Double?]) {
    let given = answers.compactMap(\.self)
    var (longest, run) = (given.isEmpty ? 0 : 1, 1)
    for (earlier, later) in zip(given, given.dropFirst()) {
      run = earlier == later ? run + 1 : 1
      longest = max(longest, run)
    }
    answered = given.count
    longestRun = longest
    guard given.count > 1 else { variability = nil; return }
    let mean = given.reduce(0, +) / Double(given.count)
    let squares = given.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    variability = (squares / Double(given.count - 1)).squareRoot()
  }
}
