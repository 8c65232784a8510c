import SurveyModel

/// A file of JSON as a table: a row per object and a column per key.
struct JSONTable: Sendable, Equatable {
  /// Where the objects stand.
  let arrangement: JSONRows.Arrangement
  /// The names of the columns.
  let names: [String]
  private let columns: JSONColumns

  /// Whether a text looks like JSON: an object with a key, or a list of such objects.
  static func isLikely(_ start: [UInt8]) -> Bool {
    var rest = start[...]
    if rest.starts(with: TextEncoding.utf8.byteOrderMark) { rest = rest.dropFirst(3) }
    let marks = rest.lazy.filter { $0 > 0x20 }.prefix(3).map { UnicodeScalar($0) }
    let first = String(String.UnicodeScalarView(marks))
    return first.hasPrefix("{\"") || first.hasPrefix("[{\"")
  }

  /// Reads a file once to its end for the names of its columns.
  init(of file: ResponseFile) throws(ImportError) {
    do throws(JSONFailure) {
      var scan = try JSONTable.scan(file, JSONTable.isList(file) ? .list : .sequence)
      if scan.rows <= 1, let member = scan.listMember { scan = try JSONTable.scan(file, .member(member)) }
      arrangement = scan.arrangement
      columns = scan.columns
      names = columns.names
    } catch {
      throw ImportError(.json(error, in: file.path))
    }
  }

  private struct Scan {
    let arrangement: JSONRows.Arrangement
    let rows: Int
    let columns: JSONColumns
    let listMember: String?
  }

  private static func isList(_ file: ResponseFile) throws(JSONFailure) -> Bool {
    var scanner = JSONScanner(try stored(file))
    return try scanner.next() == UInt8(ascii: "[")
  }

  private static func stored(_ file: ResponseFile) throws(JSONFailure) -> TextStream {
    do throws(SystemFailure) {
      return try file.storedText()
    } catch {
      throw .system(error)
    }
  }

  private static func scan(
    _ file: ResponseFile, _ arrangement: JSONRows.Arrangement
  ) throws(JSONFailure) -> Scan {
    var rows = JSONRows(try stored(file), arrangement)
    var count = 0
    do throws(JSONFailure) {
      while try rows.next() { count += 1 }
    } catch {
      // A beginning ends within an object, and a list within the only object soon has too many columns for a row.
      let isPart = file.beginning != nil && count > 0
      guard isPart || (count == 0 && rows.listMember != nil) else { throw error }
    }
    return Scan(
      arrangement: arrangement, rows: count, columns: rows.columns, listMember: rows.listMember)
  }

  /// The rows of the file as delimited text, from the beginning.
  func text(of file: ResponseFile) throws(SystemFailure) -> TableText {
    JSONText(
      JSONRows(try file.storedText(), arrangement, columns: columns), columns, isCut: file.beginning != nil)
  }

  static func == (first: JSONTable, second: JSONTable) -> Bool {
    first.arrangement == second.arrangement && first.names == second.names
  }
}

/// Writes the rows of a file of JSON as delimited text.
private final class JSONText: TableText {
  private var rows: JSONRows
  private let columns: JSONColumns
  private let isCut: Bool
  private var isStarted = false

  init(_ rows: consuming JSONRows, _ columns: JSONColumns, isCut: Bool) {
    self.isCut = isCut
    self.rows = rows
    self.columns = columns
  }

  override var bytesRead: Int { rows.bytesRead }

  override func writeRow(to text: inout [UInt8]) throws(SystemFailure) -> Bool {
    let count = columns.names.count
    if !isStarted {
      isStarted = true
      write(columns.names, columns.places.map { ($0.line, $0.column) }, to: &text)
      return true
    }
    do throws(JSONFailure) {
      guard try rows.next() else { return false }
    } catch {
      if isCut { return false }
      // The whole file was read before; it has been changed since.
      throw TableText.changed
    }
    let missing = max(0, count - rows.values.count)
    let values = rows.values.prefix(count) + repeatElement("", count: missing)
    let places = rows.places.prefix(count).map { $0.map { ($0.line, $0.column) } ?? (0, 0) }
    let start = places.first { $0.0 > 0 } ?? (0, 0)
    let known = places.map { $0.0 > 0 ? $0 : (start.0, 0) }
    write(values, known + repeatElement((start.0, 0), count: missing), to: &text)
    return true
  }
}

extension Diagnostic {
  static func json(_ failure: JSONFailure, in path: String) -> Diagnostic {
    switch failure {
    case .syntax(let line, let column, let expected):
      Diagnostic(
        .error, .jsonSyntax, at: SourceLocation(file: path, line: line, column: column),
        "this is not valid JSON: here should stand \(expected)",
        fix: "export the file again; it may have been cut off or edited by hand")
    case .tooLarge(let line, let column):
      Diagnostic(
        .error, .jsonSyntax, at: SourceLocation(file: path, line: line, column: column),
        "a text of more than 8 MB begins here, or objects lie more than 64 deep within each other",
        fix: "export the answers as a list of objects, one per respondent")
    case .tooManyColumns:
      Diagnostic(
        .error, .jsonSyntax, at: SourceLocation(file: path),
        "the objects have more than \(JSONColumns.most) different keys, so that they are no table",
        fix: "export the answers as a list of objects, one per respondent")
    case .system(let failure): .unreadable(path, failure)
    }
  }
}
