/// The columns that the keys of objects make, in the order in which they first occur.
///
/// A value within an object is named by all keys on the way to it, with dots between them: `person.email`. The
/// objects of a list within a row are numbered from 1: `answers.2.score`.
struct JSONColumns {
  private struct Node {
    let name: String
    var children: [String: Int] = [:]
    var column: Int?
  }

  private var nodes = [Node(name: "")]
  /// The names of the columns.
  private(set) var names: [String] = []
  /// Where each column first occurs.
  private(set) var places: [JSONScanner.Place] = []

  /// More columns than this are no table.
  static let most = 20_000

  /// The path that holds all others.
  static let root = 0

  /// The path of a key within another path.
  mutating func path(_ key: String, within parent: Int) -> Int {
    if let known = nodes[parent].children[key] { return known }
    let above = nodes[parent].name
    nodes.append(Node(name: above.isEmpty ? key : "\(above).\(key)"))
    nodes[parent].children[key] = nodes.count - 1
    return nodes.count - 1
  }

  /// The column of the values at a path.
  mutating func column(at path: Int, place: JSONScanner.Place) throws(JSONFailure) -> Int {
    if let known = nodes[path].column { return known }
    guard names.count < JSONColumns.most, nodes.count < 4 * JSONColumns.most else { throw .tooManyColumns }
    nodes[path].column = names.count
    names.append(nodes[path].name.isEmpty ? "value" : nodes[path].name)
    places.append(place)
    return names.count - 1
  }
}
