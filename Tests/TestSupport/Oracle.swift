public import Foundation

/// A file of reference numbers, read as nested dictionaries.
public struct Oracle: @unchecked Sendable {
  private let root: Any

  /// The oracle in a JSON file.
  public init(_ url: URL) throws {
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
  }

  private init(root: Any) {
    self.root = root
  }

  /// The part under a path of keys; stops the test with the missing key's name where there is none.
  public subscript(_ keys: String...) -> Oracle {
    var node = root
    for key in keys {
      guard let inner = (node as? [String: Any])?[key] else {
        preconditionFailure("The oracle has no key \(key) in \(keys).")
      }
      node = inner
    }
    return Oracle(root: node)
  }

  /// A number, also where it is written as text with more digits than a double has.
  public var number: Double {
    if let text = root as? String, let number = Double(text) { return number }
    guard let number = root as? NSNumber else { preconditionFailure("Not a number: \(root)") }
    // Foundation reads 18 characters and more as a decimal, whose `doubleValue` is off by a few units.
    return Double("\(number)") ?? number.doubleValue
  }

  /// A list of numbers, or the numbers under `keys` of a dictionary.
  public func numbers(_ keys: [String]? = nil) -> [Double] {
    if let keys { return keys.map { self[$0].number } }
    guard let list = root as? [Any] else { preconditionFailure("Not a list: \(root)") }
    return list.map { Oracle(root: $0).number }
  }

  /// A list of parts.
  public var list: [Oracle] {
    guard let list = root as? [Any] else { preconditionFailure("Not a list: \(root)") }
    return list.map { Oracle(root: $0) }
  }

  /// A text.
  public var text: String { root as? String ?? "\(root)" }
}
