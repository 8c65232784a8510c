import SurveyAnalysis

extension FindingSentences {
  /// What intervals allow for, by the way respondents were drawn.
  func text(of design: DesignSummary) -> String {
    let (clusters, strata) = (numbers.integer(design.clusters), numbers.integer(design.strata))
    if !design.isClustered {
      return language(
        "Intervals allow for respondents having been drawn in \(strata) strata.",
        "De intervallen houden er rekening mee dat de respondenten uit \(strata) strata zijn getrokken.")
    }
    return design.strata == 1
      ? language(
        "Intervals allow for respondents of the same cluster resembling each other (\(clusters) clusters).",
        "De intervallen houden er rekening mee dat respondenten van één cluster op elkaar lijken (\(clusters) clusters)."
      )
      : language(
        "Intervals allow for respondents of the same cluster resembling each other (\(clusters) clusters in \(strata) strata).",
        "De intervallen houden er rekening mee dat respondenten van één cluster op elkaar lijken (\(clusters) clusters in \(strata) strata)."
      )
  }

  func fewClusters(_ clusters: Int) -> String {
    let count = numbers.integer(clusters)
    return language(
      "There are only \(count) clusters, so that how sure we are is itself known badly: intervals may be too short.",
      "Er zijn maar \(count) clusters; hoe zeker de uitkomsten zijn, is daardoor zelf slecht bekend: de intervallen zijn misschien te smal."
    )
  }
}
