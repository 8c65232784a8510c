import HTML
import SurveyAnalysis
import SurveyModel

/// The score by group, a chart per segment question.
struct SegmentSection {
  let score: ScoreAnalysis
  let context: ReportContext

  private var language: ReportLanguage { context.language }

  /// The sections, one per segment question, in the order of the survey.
  var nodes: [HTMLNode] {
    segmentIDs.enumerated().map { index, id in
      let groups = ordered(score.segments.filter { $0.segment == id }, of: id)
      let name = context.labels.segment(id)
      let heading = language(
        "How the score differs by \(name.lowercasedFirst)", "De score naar \(name.lowercasedFirst)")
      let figure = SegmentChart(groups: groups, total: score, context: context)
        .figure(id: "segment-chart-\(index + 1)", title: heading)
      return ReportSection(
        id: "segment-\(index + 1)", heading: heading, explanation: [explanation(groups)],
        content: [figure.node(context.terms)]
      ).node
    }
  }

  private var segmentIDs: [String] {
    score.segments.map(\.segment).reduce(into: []) { ids, id in
      if !ids.contains(id) { ids.append(id) }
    }
  }

  /// In the order of the survey where it lists at most twelve values; else by score, low bases after the others.
  private func ordered(_ groups: [SegmentScore], of id: String) -> [SegmentScore] {
    if keepsOrder(id) { return groups }
    return groups.enumerated().sorted { first, second in
      let (left, right) = (standing(first.element), standing(second.element))
      if left != right { return left < right }
      let (one, other) = (first.element.score?.value ?? 0, second.element.score?.value ?? 0)
      return one == other ? first.offset < second.offset : one > other
    }.map(\.element)
  }

  private func keepsOrder(_ id: String) -> Bool {
    let values = context.survey.segments.first { $0.id == id }?.values ?? []
    return !values.isEmpty && values.count <= 12
  }

  private func standing(_ group: SegmentScore) -> Int {
    group.score == nil ? 2 : group.base.isLow ? 1 : 0
  }

  private func explanation(_ groups: [SegmentScore]) -> String {
    let share = context.numbers.percent(score.confidence)
    var words = [
      language(
        "▲▼ differs from all other groups together (\(share), adjusted for the number of groups). "
          + "Dashed: the total.",
        "▲▼ verschilt van alle andere groepen samen (\(share), gecorrigeerd voor het aantal groepen). "
          + "Stippellijn: het totaal.")
    ]
    if groups.contains(where: { $0.base.isLow && $0.score != nil }) { words.append(context.terms.lowBase) }
    if groups.contains(where: { $0.score == nil }) { words.append(context.terms.suppressed) }
    if let id = groups.first?.segment, !keepsOrder(id) {
      words.append(language("Sorted by score.", "Gesorteerd op score."))
    }
    return words.joined(separator: " ")
  }
}

extension String {
  /// The text with a small first letter, unless the word is an abbreviation.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
