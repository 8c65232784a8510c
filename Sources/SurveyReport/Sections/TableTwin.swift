import HTML

/// A table on the page.
enum TableTwin {
  /// The table, in a frame that scrolls where the page is narrow.
  static func node(_ table: ResultTable) -> HTMLNode {
    let head = table.columns.map { column in
      HTMLNode.element("th", [HTMLAttribute("scope", "col")] + side(column.alignment), [.text(column.header)])
    }
    let body = table.rows.map { row in
      HTMLNode.element("tr", [], zip(table.columns, row).map { cell($1, in: $0) })
    }
    return .div(
      "scroll",
      [
        .element(
          "table", [],
          [.element("thead", [], [.element("tr", [], head)]), .element("tbody", [], body)])
      ])
  }

  private static func cell(_ cell: ResultTable.Cell, in column: ResultTable.Column) -> HTMLNode {
    var attributes = side(column.alignment)
    if case .number = cell, attributes.isEmpty { attributes = [.class("keep")] }
    return .element("td", attributes, cell == .empty ? [] : [.text(cell.shown)])
  }

  private static func side(_ alignment: ResultTable.Alignment) -> [HTMLAttribute] {
    alignment == .trailing ? [.class("number")] : []
  }
}
