/// The objects of a file of JSON, one after another, each as a row.
///
/// They stand on lines of their own, in a list, or in a list that is a member of a single object.
struct JSONRows: ~Copyable {
  /// Where the objects stand.
  enum Arrangement: Sendable, Equatable {
    /// One behind the other, with nothing or white space between.
    case sequence
    /// In a list.
    case list
    /// In the list of this name within the only object of the file.
    case member(String)
  }

  private var scanner: JSONScanner
  private let arrangement: Arrangement
  private var isOpen = false
  /// The columns so far.
  private(set) var columns: JSONColumns
  /// The current row's values by column; columns beyond the last one set are empty.
  private(set) var values: [String] = []
  /// Where the values stand; nil where the row has none.
  private(set) var places: [JSONScanner.Place?] = []
  /// The first member of the current object that is a list of objects.
  private(set) var listMember: String?
  /// The member of the current object that is being read.
  private var member = ""

  private static let deepest = 64

  /// The rows of a text.
  init(_ stream: consuming TextStream, _ arrangement: Arrangement, columns: JSONColumns = JSONColumns()) {
    scanner = JSONScanner(stream)
    self.arrangement = arrangement
    self.columns = columns
  }

  /// How many bytes of the source have been read.
  var bytesRead: Int { scanner.bytesRead }

  /// Moves to the next row; false at the end.
  mutating func next() throws(JSONFailure) -> Bool {
    if arrangement != .sequence, !isOpen { try openList() }
    guard let byte = try scanner.next() else {
      if arrangement != .sequence { throw scanner.expected("`]`") }
      return false
    }
    if arrangement != .sequence, byte == UInt8(ascii: "]") { return false }
    for index in values.indices {
      values[index] = ""
      places[index] = nil
    }
    listMember = nil
    try readValue(at: JSONColumns.root, depth: 0)
    if arrangement != .sequence { try endElement() }
    return true
  }

  /// Reads over the comma behind an element, or stays before the end of the list.
  private mutating func endElement() throws(JSONFailure) {
    if try scanner.skip(Dialect.comma) { return }
    guard try scanner.next() == UInt8(ascii: "]") else { throw scanner.expected("`,` or `]`") }
  }

  /// Reads on to the first object of the list.
  private mutating func openList() throws(JSONFailure) {
    isOpen = true
    if case .member(let name) = arrangement {
      try scanner.require(UInt8(ascii: "{"))
      while try scanner.text() != name {
        try scanner.require(UInt8(ascii: ":"))
        try skipValue(depth: 0)
        try scanner.require(Dialect.comma)
      }
      try scanner.require(UInt8(ascii: ":"))
    }
    try scanner.require(UInt8(ascii: "["))
  }

  private mutating func readValue(at path: Int, depth: Int) throws(JSONFailure) {
    let byte = try scanner.next()
    let place = scanner.place
    guard depth < JSONRows.deepest else { throw .tooLarge(line: place.line, column: place.column) }
    switch byte {
    case UInt8(ascii: "{"): try readObject(at: path, depth: depth)
    case UInt8(ascii: "["): try readList(at: path, depth: depth)
    case Dialect.quote: try set(scanner.text(), at: path, place)
    default: try set(scanner.word(), at: path, place)
    }
  }

  private mutating func readObject(at path: Int, depth: Int) throws(JSONFailure) {
    try scanner.require(UInt8(ascii: "{"))
    if try scanner.skip(UInt8(ascii: "}")) { return }
    var hasMore = true
    while hasMore {
      let key = try scanner.text()
      try scanner.require(UInt8(ascii: ":"))
      if depth == 0 { member = key }
      try readValue(at: columns.path(key, within: path), depth: depth + 1)
      hasMore = try scanner.skip(Dialect.comma)
    }
    try scanner.require(UInt8(ascii: "}"))
  }

  /// A list of texts and numbers is one value, its parts joined with `; `; objects in it are numbered.
  private mutating func readList(at path: Int, depth: Int) throws(JSONFailure) {
    let place = scanner.place
    try scanner.require(UInt8(ascii: "["))
    var parts: [String] = []
    var (number, hasObjects) = (0, false)
    while try !scanner.skip(UInt8(ascii: "]")) {
      if number > 0 { try scanner.require(Dialect.comma) }
      number += 1
      switch try scanner.next() {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        hasObjects = true
        if depth == 1, listMember == nil { listMember = member }
        try readValue(at: columns.path(String(number), within: path), depth: depth + 1)
      case Dialect.quote: parts.append(try scanner.text())
      default: parts.append(try scanner.word())
      }
    }
    if !parts.isEmpty || !hasObjects { try set(parts.joined(separator: "; "), at: path, place) }
  }

  private mutating func skipValue(depth: Int) throws(JSONFailure) {
    let (kept, known) = (columns, values.count)
    try readValue(at: JSONColumns.root, depth: depth)
    columns = kept
    values.removeLast(values.count - known)
    places.removeLast(places.count - known)
  }

  private mutating func set(
    _ value: String, at path: Int, _ place: JSONScanner.Place
  ) throws(JSONFailure) {
    let column = try columns.column(at: path, place: place)
    while values.count <= column {
      values.append("")
      places.append(nil)
    }
    values[column] = value
    places[column] = place
  }
}
