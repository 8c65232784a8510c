import HTML

/// A chart with its description and its table twin.
struct Figure {
  /// Unique on the page.
  let id: String
  /// What the chart is.
  let title: String
  /// What it shows, for those who cannot see it.
  let description: String
  /// The height of the drawing.
  let height: Double
  /// The drawn elements.
  let drawing: [HTMLNode]
  /// The same figures as a table.
  let table: ResultTable

  /// The width of all drawings, which is that of the page's column.
  static let width = 880.0

  /// The chart on the page, its table folded away below it.
  func node(_ terms: Terms) -> HTMLNode {
    .element(
      "figure", [],
      [
        .div(
          "chart",
          [
            .svg(
              id: id, width: Figure.width, height: height, title: title, description: description, drawing)
          ]), .details(summary: terms.table, [TableTwin.node(table)]),
      ])
  }
}
