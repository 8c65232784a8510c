public import Foundation

/// A plain comma-separated file of numbers with a header; empty cells are missing.
public struct OracleTable: Sendable {
  /// The header's names, in order.
  public let names: [String]
  /// The cells, row after row.
  public let rows: [[Double?]]

  /// The table in a file.
  public init(_ url: URL) throws {
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
    let cells = lines.map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != "\"" } }
    }
    names = cells.first?.map { String($0) } ?? []
    rows = cells.dropFirst().map { $0.map { Double($0) } }
  }

  /// A column by name, with missing cells.
  public func cells(_ name: String) -> [Double?] {
    guard let column = names.firstIndex(of: name) else { preconditionFailure("No column \(name).") }
    return rows.map { $0[column] }
  }

  /// A column by name in which nothing is missing.
  public func column(_ name: String) -> [Double] {
    cells(name).map { cell in
      guard let cell else { preconditionFailure("A cell of \(name) is missing.") }
      return cell
    }
  }

  /// Columns by name in which nothing is missing.
  public func columns(_ names: [String]) -> [[Double]] { names.map(column) }
}
