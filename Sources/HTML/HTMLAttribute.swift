/// An attribute of an element; its value is escaped when it is written, not before.
public struct HTMLAttribute: Sendable, Equatable {
  /// The name, such as `class` or `viewBox`.
  public let name: String
  /// The value as meant, unescaped.
  public let value: String

  /// An attribute with a text as value.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// An attribute with a coordinate or length as value, written by `Coordinate`.
  public init(_ name: String, _ value: Double) {
    self.init(name, Coordinate.text(value))
  }

  /// The `class` attribute.
  public static func `class`(_ names: String) -> HTMLAttribute { HTMLAttribute("class", names) }
  /// The `id` attribute.
  public static func id(_ id: String) -> HTMLAttribute { HTMLAttribute("id", id) }
}
