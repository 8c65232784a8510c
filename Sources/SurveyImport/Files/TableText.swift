import Glibc

/// Rows that are written as comma-delimited text while they are read, a line each.
///
/// The last cell of each row tells where the others stand in the file: `12:5 12:9 …`, by line and byte, 0 where that
/// is not known. `DelimitedScanner.location(of:in:)` reads it; no one else sees it.
class TableText {
  /// The file is not what it was when it was first read.
  static let changed = SystemFailure(number: ESTALE)

  /// How many bytes of the file have been read.
  var bytesRead: Int { 0 }

  /// Adds the next row to a text; false at the end.
  func writeRow(to text: inout [UInt8]) throws(SystemFailure) -> Bool { false }

  /// Adds a row of cells with their places to a text.
  final func write(
    _ cells: some Collection<String>, _ places: some Collection<(Int, Int)>, to text: inout [UInt8]
  ) {
    for cell in cells {
      var copy = cell
      copy.withUTF8 { DelimitedText.write($0, to: &text) }
      text.append(Dialect.comma)
    }
    for (index, place) in places.enumerated() {
      if index > 0 { text.append(0x20) }
      text += Array("\(place.0):\(place.1)".utf8)
    }
    text.append(Dialect.lineFeed)
  }
}

extension DelimitedScanner {
  /// The line of the file on which a row begins.
  func lineOfRow(hasPlaces: Bool) -> Int {
    hasPlaces ? tablePlace(of: 0)?.line ?? line : line
  }

  /// The place in the file of a cell, by what the last cell of a row of `TableText` says.
  func tablePlace(of cell: Int) -> (line: Int, column: Int)? {
    let places = text(of: cellCount - 1).split(separator: " ")
    guard places.indices.contains(cell) else { return nil }
    let parts = places[cell].split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 && parts[0] > 0 ? (parts[0], parts[1]) : nil
  }
}
