/// Remembers a number for each of some thousand short texts, looked up by their bytes without making a string.
///
/// Cells recur: what a text means is found out once and remembered here. Open addressing with linear probing.
struct ByteTable {
  private struct Entry {
    var hash: UInt64
    var offset: Int32
    var length: Int32
    var value: Int32
  }

  private static let longest = 512
  private static let most = 1 << 14

  private var slots: [Int32]
  private var entries: [Entry] = []
  private var storage: [UInt8] = []

  /// An empty table.
  init() {
    slots = [Int32](repeating: -1, count: 64)
  }

  /// The number remembered for a text, or nil.
  @inline(__always)
  func value(for bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    let hash = ByteTable.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, isEqual(entry, bytes) { return entry.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Remembers a number for a text that has none; long texts and more than some thousand are not remembered.
  mutating func remember(_ value: Int32, for bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= ByteTable.longest, entries.count < ByteTable.most else { return }
    if entries.count * 2 >= slots.count { rehash() }
    let entry = Entry(
      hash: ByteTable.hash(bytes), offset: Int32(storage.count), length: Int32(bytes.count), value: value)
    storage += bytes
    entries.append(entry)
    place(entries.count - 1)
  }

  private func isEqual(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(entry.length) == bytes.count else { return false }
    let offset = Int(entry.offset)
    for index in 0..<bytes.count where storage[offset + index] != bytes[index] { return false }
    return true
  }

  private mutating func rehash() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for index in entries.indices { place(index) }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  /// FNV-1a (Fowler, Noll, Vo), its upper half mixed into the lower.
  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
