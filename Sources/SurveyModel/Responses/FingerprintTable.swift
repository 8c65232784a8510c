/// A hash table from fingerprints to what was entered for them first, by open addressing with linear probing.
struct FingerprintTable {
  private var keys: [UInt64] = []
  private var contents: [UInt32] = []
  private var count = 0

  /// What was entered for a key before; nil where the content is entered now.
  mutating func enter(_ content: UInt32, for key: UInt64) -> UInt32? {
    if count * 20 >= keys.count * 17 { grow() }
    // Zero stands for an empty place.
    let key = key == 0 ? 1 : key
    var place = FingerprintTable.place(of: key, in: keys.count)
    while keys[place] != 0 {
      if keys[place] == key { return contents[place] }
      place = place + 1 == keys.count ? 0 : place + 1
    }
    keys[place] = key
    contents[place] = content
    count += 1
    return nil
  }

  /// Where a key belongs in a table of any size, by the bits that do not choose the table's part.
  private static func place(of key: UInt64, in size: Int) -> Int {
    Int((key << 6).multipliedFullWidth(by: UInt64(size)).high)
  }

  private mutating func grow() {
    let (oldKeys, oldContents) = (keys, contents)
    keys = Array(repeating: 0, count: max(16, oldKeys.count * 7 / 5))
    contents = Array(repeating: 0, count: keys.count)
    for (key, content) in zip(oldKeys, oldContents) where key != 0 {
      var place = FingerprintTable.place(of: key, in: keys.count)
      while keys[place] != 0 { place = place + 1 == keys.count ? 0 : place + 1 }
      keys[place] = key
      contents[place] = content
    }
  }
}
