/// Looks at sixteen bytes at a time.
enum ByteSearch {
  private typealias Block = SIMD16<UInt8>

  /// The place of the first of three bytes from one place on, or the end.
  @inline(__always)
  static func first(
    of bytes: (UInt8, UInt8, UInt8), in base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let patterns = (Block(repeating: bytes.0), Block(repeating: bytes.1), Block(repeating: bytes.2))
    var place = start
    while place + Block.scalarCount <= end {
      let block = UnsafeRawPointer(base + place).loadUnaligned(as: Block.self)
      let hits = (block .== patterns.0) .| (block .== patterns.1) .| (block .== patterns.2)
      let words = unsafeBitCast(hits, to: SIMD2<UInt64>.self)
      if words[0] != 0 { return place + words[0].trailingZeroBitCount / 8 }
      if words[1] != 0 { return place + 8 + words[1].trailingZeroBitCount / 8 }
      place += Block.scalarCount
    }
    while place < end, base[place] != bytes.0, base[place] != bytes.1, base[place] != bytes.2 { place += 1 }
    return place
  }

  /// How many bytes from a place on, in whole blocks, are ASCII other than zero.
  @inline(__always)
  static func plainCount(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var place = start
    while place + Block.scalarCount <= bytes.count {
      let block = bytes.loadUnaligned(fromByteOffset: place, as: Block.self)
      // Zero turns to 255, and only what has its highest bit keeps or gets it.
      let words = unsafeBitCast(block | (block &- Block(repeating: 1)), to: SIMD2<UInt64>.self)
      if (words[0] | words[1]) & 0x8080_8080_8080_8080 != 0 { break }
      place += Block.scalarCount
    }
    return place - start
  }
}
