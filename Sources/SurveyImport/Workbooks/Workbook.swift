import SurveyModel

/// An Excel workbook (.xlsx): its sheet with the most content as delimited text.
struct Workbook {
  /// The sheet's rows.
  let text: [UInt8]
  /// The sheet's name.
  let sheet: String
  /// The names of the other sheets with content.
  let otherSheets: [String]

  /// The most bytes a workbook may have when unpacked, and its sheet as text.
  static let limit = 1 << 30

  /// Reads a workbook.
  init(path: String, limit: Int = Workbook.limit) throws(WorkbookFailure) {
    let archive = try WorkbookArchive(path: path, limit: limit)
    guard archive.has("xl/workbook.xml") else { throw .noWorkbook }
    let index = WorkbookIndex()
    try archive.read("xl/workbook.xml", into: index)
    let relations = WorkbookRelations()
    try archive.read("xl/_rels/workbook.xml.rels", into: relations)
    let strings = SharedStrings()
    if archive.has("xl/sharedStrings.xml") { try archive.read("xl/sharedStrings.xml", into: strings) }
    let styles = WorkbookStyles()
    if archive.has("xl/styles.xml") { try archive.read("xl/styles.xml", into: styles) }
    let visible = index.sheets.filter { !$0.isHidden }
    var best: (name: String, rows: DelimitedText)?
    var names: [String] = []
    for sheet in visible.isEmpty ? index.sheets : visible {
      guard let part = relations.targets[sheet.id], archive.has(part) else { continue }
      let rows = SheetRows(strings, styles, countsFrom1904: index.countsFrom1904)
      try archive.read(part, into: rows)
      if rows.rows.filledCells > 0 { names.append(sheet.name) }
      if rows.rows.filledCells > best?.rows.filledCells ?? 0 { best = (sheet.name, rows.rows) }
    }
    guard let best else { throw .empty }
    guard let text = best.rows.padded(atMost: limit) else { throw .tooLarge }
    self.text = text
    sheet = best.name
    otherSheets = names.filter { $0 != best.name }
  }
}

extension Diagnostic {
  static func workbook(_ failure: WorkbookFailure, in path: String) -> Diagnostic {
    let place = SourceLocation(file: path)
    switch failure {
    case .damaged(let part):
      return Diagnostic(
        .error, .fileDamaged, at: place, "the workbook cannot be unpacked: \(part) is damaged",
        fix: "open it in a spreadsheet program and save it again")
    case .noWorkbook:
      return Diagnostic(
        .error, .fileBinary, at: place, "the file is a zip archive and no workbook in it is an Excel one",
        fix: "unpack it and name the export in it; save other workbooks as .xlsx or CSV")
    case .tooLarge:
      return Diagnostic(
        .error, .workbookTooLarge, at: place, "the workbook is larger than 1 GB when unpacked",
        fix: "save the sheet with the answers as CSV")
    case .empty:
      return Diagnostic(
        .error, .fileEmpty, at: place, "the workbook has no cell with content",
        fix: "export the answers again")
    }
  }

  static func sheetChosen(_ sheet: String, others: [String], in path: String) -> Diagnostic {
    let list = others.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
    return Diagnostic(
      .note, .sheetChosen, at: SourceLocation(file: path),
      "the sheet \"\(sheet)\" was read, as it has the most content; not read: \(list)",
      fix: "save another sheet as a file of its own to read it")
  }
}
