import SurveyModel

/// A date with a time of day, of which only the distance to another one counts.
struct MomentText {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Seconds since midnight.
  private let time: Int

  /// The moment in a cell, valid as long as its bytes; nil where there is no time of day.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let time = MomentText.time(in: bytes) else { return nil }
    (self.bytes, self.time) = (bytes, time)
  }

  /// The seconds from one moment to another; nil where one has no date.
  ///
  /// Of several orders of day and month that fit both, the one counts in which the moments are closest.
  static func seconds(from beginning: MomentText, to end: MomentText) -> Int? {
    let days = DateOrder.allCases.compactMap { order -> Int? in
      let date = DateText(order: order)
      guard let first = date.day(in: beginning.bytes), let last = date.day(in: end.bytes) else { return nil }
      return Int(last.daysSince1970) - Int(first.daysSince1970)
    }
    return days.map { $0 * 86_400 + end.time - beginning.time }.filter { $0 >= 0 }.min()
  }

  /// The seconds of `5:04 PM`, `17:04:31` or `17:04:31.250`, wherever it stands.
  private static func time(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return nil }
    let start = bytes[..<colon].lastIndex { !isDigit($0) }.map { $0 + 1 } ?? 0
    var place = start
    let hours = number(in: bytes, at: &place)
    place += 1
    let minutes = number(in: bytes, at: &place)
    guard var hours, let minutes, hours < 24, minutes < 60 else { return nil }
    var seconds = 0
    if place < bytes.count, bytes[place] == UInt8(ascii: ":") {
      place += 1
      seconds = number(in: bytes, at: &place) ?? 0
    }
    if hours <= 12, let isAfternoon = isAfternoon(bytes[min(place, bytes.count)...]) {
      hours = hours % 12 + (isAfternoon ? 12 : 0)
    }
    return (hours * 60 + minutes) * 60 + seconds
  }

  /// What `AM`, `pm` or `p.m.` behind a time says; nil where there is none.
  private static func isAfternoon(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool? {
    let marks = Array(rest.lazy.map { $0 | 0x20 }.drop { $0 < UInt8(ascii: "a") }.prefix(2))
    // A full stop is the same with and without the bit that makes letters small.
    guard marks.count == 2, [UInt8(ascii: "m"), UInt8(ascii: ".")].contains(marks[1]) else { return nil }
    return switch marks[0] {
    case UInt8(ascii: "a"): false
    case UInt8(ascii: "p"): true
    default: nil
    }
  }

  private static func number(in bytes: UnsafeBufferPointer<UInt8>, at place: inout Int) -> Int? {
    let start = place
    var number = 0
    while place < bytes.count, isDigit(bytes[place]), place < start + 2 {
      number = number * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    return place > start ? number : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
