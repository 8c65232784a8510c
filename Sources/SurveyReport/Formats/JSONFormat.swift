import Foundation

/// Results as JSON: sorted keys, indented, every documented key present, nothing as `null`.
enum JSONFormat {
  /// The version of the contract in docs/json.md.
  static let version = 1

  /// A record as text, ending in a line break.
  static func text(of record: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self) + "\n"
  }
}

/// A value that is written as `null` where there is none, and where a number is not finite.
@propertyWrapper
struct Nullable<Value: Encodable>: Encodable {
  var wrappedValue: Value?

  init(wrappedValue: Value?) {
    self.wrappedValue = wrappedValue
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let number = wrappedValue as? Double, !number.isFinite { return try container.encodeNil() }
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}

/// The ends of an interval.
struct IntervalRecord<Bound: Encodable & Comparable>: Encodable {
  let lower: Bound
  let upper: Bound

  init(_ interval: ClosedRange<Bound>) {
    lower = interval.lowerBound
    upper = interval.upperBound
  }
}
