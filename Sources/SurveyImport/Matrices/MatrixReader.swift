public import SurveyModel

/// Reads a published correlation or covariance matrix from delimited text, a workbook or SPSS file.
///
/// The first row and the first column hold the labels. Of two cells that mirror each other one may be empty, as where
/// only a triangle was printed.
public struct MatrixReader: Sendable {
  /// How far two mirrored cells may be apart: one unit in the third decimal, or a thousandth of the larger above 1.
  static let tolerance = 0.001_000_1

  /// A reader.
  public init() {}

  /// The matrix in a file.
  ///
  /// - Throws: `ImportError` with everything that is wrong in it, each with its line and column.
  public func read(at path: String) throws(ImportError) -> PublishedMatrix {
    let cells = try MatrixCells(of: ResponseFile(at: path))
    var diagnostics = cells.diagnostics
    guard diagnostics.isEmpty else { throw ImportError(diagnostics) }
    diagnostics = cells.asymmetries
    guard diagnostics.isEmpty else { throw ImportError(diagnostics) }
    let matrix = cells.matrix
    if let fault = cells.indefinite(matrix) { throw ImportError(fault) }
    return matrix
  }
}

/// The cells of a matrix with their places.
struct MatrixCells {
  private let file: ResponseFile
  private(set) var labels: [String] = []
  private var values: [[Double?]] = []
  private var places: [[SourceLocation]] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(of file: ResponseFile) throws(ImportError) {
    self.file = file
    let sample = try file.sample()
    let dialect = DialectDetection(of: sample).dialect
    let mark = DecimalDetection(of: sample, dialect: dialect).mark
    var scanner = try file.scanner(dialect)
    while try scanner.next(in: file) {
      if scanner.isEmpty(from: 0) { continue }
      if labels.isEmpty {
        labels = scanner.texts().dropFirst().map(MatrixCells.trimmed)
        while labels.last == "" { labels.removeLast() }
      } else {
        addRow(of: scanner, mark: mark)
      }
    }
    checkShape()
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  private mutating func addRow(of scanner: borrowing DelimitedScanner, mark: UInt8) {
    let row = values.count
    let label = scanner.cellCount > 0 ? MatrixCells.trimmed(scanner.text(of: 0)) : ""
    if row < labels.count, label != labels[row] {
      diagnostics.append(.rowLabel(label, expected: labels[row], at: scanner.location(of: 0, in: file)))
    }
    var (numbers, locations) = ([Double?](), [SourceLocation]())
    for column in labels.indices {
      let cell = column + 1
      guard cell < scanner.cellCount else {
        numbers.append(nil)
        locations.append(SourceLocation(file: file.path, line: scanner.line))
        continue
      }
      let place = scanner.location(of: cell, in: file)
      let text = MatrixCells.trimmed(scanner.text(of: cell))
      let number = NumberText.decimal(scanner.bytes(of: cell), mark: mark)
      if number == nil, !text.isEmpty { diagnostics.append(.matrixCell(text, at: place)) }
      numbers.append(number)
      locations.append(place)
    }
    values.append(numbers)
    places.append(locations)
  }

  private mutating func checkShape() {
    if values.count != labels.count || labels.count < 2 {
      diagnostics.append(.shape(rows: values.count, columns: labels.count, in: file.path))
      return
    }
    for name in Set(labels) where name.isEmpty || labels.count(where: { $0 == name }) > 1 {
      diagnostics.append(.repeatedLabel(name, in: file.path))
    }
    for row in labels.indices {
      for column in 0...row where values[row][column] == nil && values[column][row] == nil {
        if diagnostics.isEmpty { diagnostics.append(.matrixCell("", at: places[row][column])) }
      }
    }
  }

  /// The cells that differ from those that mirror them.
  var asymmetries: [Diagnostic] {
    labels.indices.flatMap { row in
      (0..<row).compactMap { column -> Diagnostic? in
        guard let below = values[row][column], let above = values[column][row] else { return nil }
        let limit = MatrixReader.tolerance * max(below.magnitude, above.magnitude, 1)
        guard (below - above).magnitude > limit else { return nil }
        return .asymmetric(labels[row], labels[column], at: places[row][column], other: places[column][row])
      }
    }
  }

  /// The matrix; mirrored cells that differ by rounding count with their mean.
  var matrix: PublishedMatrix {
    let rows = labels.indices.map { row in
      labels.indices.map { column -> Double in
        let both = [values[row][column], values[column][row]].compactMap(\.self)
        return both.reduce(0, +) / Double(max(1, both.count))
      }
    }
    return PublishedMatrix(labels: labels, rows: rows)
  }

  /// The first row that contradicts those above it: given them, its variance would be negative.
  func indefinite(_ matrix: PublishedMatrix) -> Diagnostic? {
    var left = matrix.rows
    for pivot in left.indices {
      let own = matrix.rows[pivot][pivot]
      guard own > 0, left[pivot][pivot] > -1e-9 * own else {
        return .indefinite(labels[pivot], at: places[pivot][pivot])
      }
      guard left[pivot][pivot] > 1e-9 * own else { continue }
      for row in pivot + 1..<max(pivot + 1, left.count) {
        let factor = left[row][pivot] / left[pivot][pivot]
        for column in pivot + 1..<left.count { left[row][column] -= factor * left[pivot][column] }
      }
    }
    return nil
  }
}
