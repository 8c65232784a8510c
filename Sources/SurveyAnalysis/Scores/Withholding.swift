/// Why a score is withheld.
public enum Withholding: String, Sendable, CaseIterable {
  /// Fewer than 5 valid answers.
  case fewAnswers
  /// Enough answers of its own, but with it shown, a withheld group could be computed from the total.
  case complement

  /// Which of the groups that make up one total are withheld, nil for those that are shown.
  ///
  /// Groups of one to four answers are. If what is withheld is a single group, or has fewer than 5 answers taken
  /// together, the total less what is shown would give it away; so the next smallest group is withheld as well, and
  /// so on (complementary suppression; Hundepool et al. 2012, doi:10.1002/9781118348239). A group without a valid
  /// answer has nothing to hide and no score either. Of equally small groups the first goes.
  static func decide(sizes: [Int]) -> [Withholding?] {
    var result: [Withholding?] = sizes.map { (1..<Base.suppressed).contains($0) ? .fewAnswers : nil }
    while true {
      let withheld = sizes.indices.filter { result[$0] != nil }
      let answers = withheld.reduce(0) { $0 + sizes[$1] }
      guard withheld.count == 1 || (withheld.count > 1 && answers < Base.suppressed) else { return result }
      let shown = sizes.indices.filter { result[$0] == nil && sizes[$0] > 0 }
      guard let next = shown.min(by: { (sizes[$0], $0) < (sizes[$1], $1) }) else { return result }
      result[next] = .complement
    }
  }
}
