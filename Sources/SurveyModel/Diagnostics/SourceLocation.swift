/// A place in a file.
public struct SourceLocation: Sendable, Equatable {
  /// The file's path as the user gave it, or its name.
  public let file: String
  /// The line, counted from 1, or nil for the file as a whole.
  public let line: Int?
  /// The column in bytes of the line, counted from 1, or nil for the line as a whole.
  public let column: Int?

  /// A place in a file.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The place as compilers write it: `file:line:column`.
  public var description: String {
    [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
  }
}
