import HTML
import SurveyAnalysis

/// What a manager reads in a minute: score, change, groups, three priorities, one caution, base and dates.
struct HeadlineSection {
  let content: ReportContent
  let context: ReportContext

  private var language: ReportLanguage { context.language }
  private var numbers: NumberFormat { context.numbers }

  var node: HTMLNode {
    .element("header", [.id("headline")], [titles, figures, groups, priorities, caution])
  }

  private var titles: HTMLNode {
    .fragment([
      .heading(1, context.labels.title), .p("how", .text(facts.joined(separator: " · "))),
    ])
  }

  /// Wave, dates and base.
  private var facts: [String] {
    let base = content.score.base
    let wave = content.wave
    let dates = content.fieldwork.map { language("fieldwork ", "veldwerk ") + context.dates.range($0) }
    let valid = context.size(of: base)
    let all = numbers.integer(base.responses)
    let size = language(
      "\(valid) valid scores of \(all) responses", "\(valid) geldige scores van \(all) respondenten")
    let effective = numbers.integer(Int(base.effectiveSize.rounded()))
    let weighted =
      base.effectiveSize < Double(base.size) - 0.5
      ? language("weighted (effective base \(effective))", "gewogen (effectieve basis \(effective))") : nil
    return [wave, dates, size, weighted].compactMap(\.self)
  }

  private var figures: HTMLNode {
    guard let score = content.score.total else {
      return .p(
        "lead",
        .text(
          context.language(
            "The score is withheld: fewer than 5 answers.",
            "De score wordt niet getoond: minder dan 5 antwoorden.")))
    }
    let interval = "\(context.terms.interval(score.confidence)) \(numbers.signed(score.interval))"
    let number = HTMLNode.div(
      "score",
      [
        .p("nps", .text(numbers.signed(score.value))),
        .p("how", .text("\(content.score.groups.balanceName(in: language)), \(interval)")),
      ])
    return .div("top", [number, change])
  }

  private var change: HTMLNode {
    guard let trend = content.trend, let last = trend.periods.last, trend.periods.count > 1 else {
      return .empty
    }
    let before = trend.periods[trend.periods.count - 2]
    guard let difference = last.change else { return .empty }
    let verdict = ChangeSentences.verdict(on: difference)
    let words = context.changes.headline(
      difference, since: before.period, in: last.period == content.wave ? nil : last.period, verdict: verdict)
    let detail = context.changes.detail(difference, confidence: trend.confidence)
    let className = verdict == .rise ? "change rise" : verdict == .fall ? "change fall" : "change"
    return .div(className, [.p("verdict", .text(words)), .p("how", .text(detail))])
  }

  private var groups: HTMLNode {
    content.score.total.map { GroupsBar(score: $0, groups: content.score.groups, context: context).node }
      ?? .empty
  }

  private var priorities: HTMLNode {
    switch content.drivers {
    case .failure(let error):
      let sentences = AbsenceSentences(context.language)
      return .p("lead", .text(sentences.text(of: error)))
    case .success(let analysis):
      let sentences = PrioritySentences(analysis: analysis, labels: context.labels, numbers: numbers)
      let priorities = Priority.first(3, of: analysis, in: context.survey)
      let heading = language("Where to look first", "Waar eerst naar te kijken")
      return .fragment([
        .element("h2", [.class("small")], [.text(heading)]),
        .list("priorities", numbered: true, items: sentences.texts(for: priorities)),
      ])
    }
  }

  private var caution: HTMLNode {
    let words = CautionSentences(content: content, labels: context.labels, numbers: numbers).text
    let always =
      content.ranking == nil
      ? nil
      : language(
        "These are associations in the answers, not proven effects of an action.",
        "Dit zijn verbanden in de antwoorden, geen bewezen gevolgen van een ingreep.")
    let sentences = [words, always].compactMap(\.self)
    return sentences.isEmpty ? .empty : .p("caution", .text(sentences.joined(separator: " ")))
  }
}
