import SurveyModel
import Yams

extension SurveyFileParser {
  /// The column of a question or segment: `column:` (the id where there is none) and `aliases:`.
  ///
  /// Fields with the same `group` may read the same column.
  mutating func source(
    _ fields: [String: Entry], id: String, sharedBy group: String? = nil, at place: SourceLocation
  ) -> ColumnSource {
    let name = fields["column"].flatMap { text($0.value, "column") } ?? id
    let aliases = fields["aliases"].flatMap { texts($0.value, "aliases") } ?? []
    let source = ColumnSource(name: name, aliases: aliases)
    use(source, as: group ?? id, at: fields["column"].map { self.place(of: $0.value) } ?? place)
    return source
  }

  /// Takes down which field reads a column, and says so where another does already.
  mutating func use(_ source: ColumnSource, as field: String, at place: SourceLocation) {
    for name in source.names {
      let earlier = columnUses.updateValue(field, forKey: FoldedText(name))
      guard let earlier, earlier != field else { continue }
      report(
        .error, .columnReused, at: place, "the column \"\(name)\" is read as \(earlier) and as \(field)",
        fix: "name different columns; names that differ only in case or spaces are the same")
    }
  }

  /// A column by its name, or by `column:` and `aliases:`.
  mutating func columnField(_ node: Node, _ field: String) -> ColumnSource? {
    guard node.mapping != nil else {
      guard let name = text(node, field) else { return nil }
      let source = ColumnSource(name: name)
      use(source, as: field, at: place(of: node))
      return source
    }
    guard let fields = fields(of: node, in: field, known: ["column", "aliases"]) else { return nil }
    return requiredColumn(fields, field, node)
  }

  private mutating func requiredColumn(
    _ fields: [String: Entry], _ field: String, _ node: Node
  ) -> ColumnSource? {
    guard fields["column"] != nil else {
      report(
        .error, .keyMissing, at: place(of: node), "`\(field)` has no `column`",
        fix: "add `column:` with the header in the export")
      return nil
    }
    return source(fields, id: field, at: place(of: node))
  }

  mutating func date(_ node: Node) -> DateSource? {
    guard node.mapping != nil else {
      return columnField(node, "date").map { DateSource(source: $0, order: .yearMonthDay) }
    }
    guard let fields = fields(of: node, in: "date", known: ["column", "aliases", "order"]) else { return nil }
    let orders = DateOrder.allCases.map(\.rawValue)
    let order = fields["order"].flatMap { choice($0.value, "order", of: orders) }
    return requiredColumn(fields, "date", node).map {
      DateSource(source: $0, order: order.flatMap(DateOrder.init(rawValue:)) ?? .yearMonthDay)
    }
  }

  mutating func wave(_ node: Node, date: DateSource?) -> WaveSource? {
    guard node.mapping != nil else { return columnField(node, "wave").map(WaveSource.column) }
    guard let fields = fields(of: node, in: "wave", known: ["column", "aliases", "file"]) else { return nil }
    guard let entry = fields["file"] else {
      return requiredColumn(fields, "wave", node).map(WaveSource.column)
    }
    guard let pattern = text(entry.value, "file") else { return nil }
    if WavePattern(pattern) == nil || fields["column"] != nil {
      report(
        .error, .wavePatternInvalid, at: place(of: entry.value),
        fields["column"] != nil
          ? "the wave cannot come from a column and from the file's name"
          : "a pattern for file names must hold {wave} exactly once",
        fix: "write something like `file: \"{wave}_survey*.csv\"`, and no `column:`")
    }
    return .fileName(pattern: pattern)
  }

  mutating func format(_ entry: Entry) -> FileFormat? {
    let keys = ["delimiter", "decimal", "header-rows"]
    guard let fields = fields(of: entry.value, in: "format", known: keys) else { return nil }
    let delimiters = [",", ";", "tab", "\t", "|"]
    let delimiter = fields["delimiter"].flatMap { choice($0.value, "delimiter", of: delimiters) }
    let decimal = fields["decimal"].flatMap { choice($0.value, "decimal", of: [".", ","]) }
    let rows = fields["header-rows"].flatMap { integer($0.value, "header-rows", in: 1...9) }
    if let delimiter, delimiter == decimal, let place = fields["decimal"].map({ place(of: $0.value) }) {
      report(
        .error, .formatConflict, at: place, "the delimiter and the decimal mark are the same",
        fix: "files with a decimal comma are delimited by a semicolon or a tab as a rule")
    }
    return FileFormat(
      delimiter: delimiter == "tab" ? Dialect.tab : delimiter?.utf8.first, decimalMark: decimal?.utf8.first,
      headerRows: rows)
  }
}
