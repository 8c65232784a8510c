/// A table of results: what every format other than JSON is written from.
public struct ResultTable: Sendable, Equatable {
  /// A cell.
  public enum Cell: Sendable, Equatable {
    /// Text, which may come from a respondent or a file.
    case text(String)
    /// A number that the program has written.
    case number(String)
    /// Nothing.
    case empty

    /// What is shown.
    public var shown: String {
      switch self {
      case .text(let text), .number(let text): text
      case .empty: ""
      }
    }
  }

  /// To which side the cells of a column are set.
  public enum Alignment: Sendable {
    /// To the left, as text.
    case leading
    /// To the right, as numbers.
    case trailing
  }

  /// A column.
  public struct Column: Sendable, Equatable {
    /// What stands at its head.
    public let header: String
    /// To which side its cells are set.
    public let alignment: Alignment

    /// A column.
    public init(_ header: String, _ alignment: Alignment = .leading) {
      self.header = header
      self.alignment = alignment
    }
  }

  /// The columns.
  public let columns: [Column]
  /// The rows, each with a cell per column.
  public let rows: [[Cell]]

  /// A table.
  ///
  /// - Precondition: every row has as many cells as there are columns.
  public init(columns: [Column], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "A row has the wrong number of cells.")
    self.columns = columns
    self.rows = rows
  }
}
