import HTML
import SurveyAnalysis
import SurveyModel

/// A report as one self-contained page: no script, no font, no picture from elsewhere.
public struct ReportPage: Sendable {
  /// A page.
  public init() {}

  /// The page as HTML that is also well-formed XML; the same content gives the same bytes.
  public func html(for content: ReportContent, in language: ReportLanguage) -> String {
    let context = ReportContext(survey: content.survey, language: language)
    let page = HTMLNode.element(
      "html", [HTMLAttribute("lang", language.code)], [head(context), body(content, context)])
    return HTMLFormatter().document(page)
  }

  /// The style sheet that is embedded in every page.
  static var styleSheet: String { String(decoding: PackageResources.report_css, as: UTF8.self) }

  private func head(_ context: ReportContext) -> HTMLNode {
    .element(
      "head", [],
      [
        .element("meta", [HTMLAttribute("charset", "utf-8")]),
        .element(
          "meta",
          [
            HTMLAttribute("name", "viewport"),
            HTMLAttribute("content", "width=device-width, initial-scale=1"),
          ]),
        .element("meta", [HTMLAttribute("name", "color-scheme"), HTMLAttribute("content", "light dark")]),
        .element("title", [], [.text(context.labels.title)]),
        .element("style", [], [.rawStyle(ReportPage.styleSheet)]),
      ])
  }

  private func body(_ content: ReportContent, _ context: ReportContext) -> HTMLNode {
    let sections: [HTMLNode] =
      [HeadlineSection(content: content, context: context).node] + ranking(content, context)
      + SegmentSection(score: content.score, context: context).nodes
      + (content.trend.map { [TrendSection(trend: $0, context: context).node] } ?? [])
      + [
        QualitySection(content: content, context: context).node,
        MethodSection(content: content, context: context).node,
      ]
    return .element(
      "body", [], [banner(content, context), .element("main", [], sections), footer(context)])
  }

  private func ranking(_ content: ReportContent, _ context: ReportContext) -> [HTMLNode] {
    guard let analysis = content.ranking else { return [] }
    let all = context.language("all waves together", "alle metingen samen")
    let scope = content.driverWave ?? (content.wave == nil ? nil : all)
    let ranking = RankingSection(analysis: analysis, scope: scope, context: context)
    return [ranking.node, MapSection(analysis: analysis, context: context).node]
  }

  private func banner(_ content: ReportContent, _ context: ReportContext) -> HTMLNode {
    guard content.survey.isSimulated else { return .empty }
    let words = context.language(
      "Simulated data: nobody gave these answers. This report shows what the program does.",
      "Gesimuleerde gegevens: niemand heeft deze antwoorden gegeven. Dit rapport laat zien wat het programma doet."
    )
    return .p("banner", .text(words))
  }

  private func footer(_ context: ReportContext) -> HTMLNode {
    guard context.terms.groups.isNetPromoter else { return .empty }
    let words = context.language(
      "Net Promoter®, NPS® and the NPS-related emoticons are registered trademarks, and Net Promoter Score℠ and Net "
        + "Promoter System℠ are service marks, of Bain & Company, Inc., NICE Systems, Inc. and Fred Reichheld.",
      "Net Promoter®, NPS® en de bijbehorende emoticons zijn geregistreerde merken, en Net Promoter Score℠ en Net "
        + "Promoter System℠ zijn dienstmerken, van Bain & Company, Inc., NICE Systems, Inc. en Fred Reichheld."
    )
    return .element("footer", [], [.p("how", .text(words))])
  }
}
