/// The distinct texts of a column, numbered in the order in which they are met.
///
/// Texts are looked up by their bytes, since a `String` per cell would cost more than reading the row.
struct TextNumbers {
  /// The distinct texts.
  private(set) var texts: [String] = []
  private var bytes: [[UInt8]] = []
  /// A hash table with open addressing: the number of a text plus one, or zero.
  private var slots = [Int32](repeating: 0, count: 64)

  /// The number of a text.
  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
    var slot = Int(truncatingIfNeeded: TextNumbers.hash(text)) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if bytes[Int(number)].elementsEqual(text) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(Array(text))
    texts.append(String(decoding: text, as: UTF8.self))
    slots[slot] = Int32(texts.count)
    if texts.count * 2 > slots.count { grow() }
    return Int32(texts.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 4)
    for (number, text) in bytes.enumerated() {
      let hash = text.withUnsafeBufferPointer { TextNumbers.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }

  /// The hash of Fowler, Noll and Vo (variant 1a, 64 bits), with its high bits folded in.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }
}
