/// Fingerprints with what was entered for them, in the order of their arrival.
///
/// In pieces, since an array grows by being copied.
struct FingerprintList {
  private typealias Piece = (keys: [UInt64], contents: [UInt32])

  private var pieces: [Piece] = []

  private static let pieceSize = 1 << 14

  /// Whether it has none.
  var isEmpty: Bool { pieces.isEmpty }

  /// Appends a fingerprint.
  mutating func append(_ key: UInt64, _ content: UInt32) {
    if pieces.last.map({ $0.keys.count == FingerprintList.pieceSize }) ?? true { addPiece() }
    pieces[pieces.count - 1].keys.append(key)
    pieces[pieces.count - 1].contents.append(content)
  }

  /// Hands out all fingerprints and keeps none; each piece is freed as soon as it was handed out.
  mutating func drain(_ body: (UInt64, UInt32) -> Void) {
    pieces.reverse()
    while let piece = pieces.popLast() {
      for (key, content) in zip(piece.keys, piece.contents) { body(key, content) }
    }
  }

  private mutating func addPiece() {
    var piece: Piece = ([], [])
    piece.keys.reserveCapacity(FingerprintList.pieceSize)
    piece.contents.reserveCapacity(FingerprintList.pieceSize)
    pieces.append(piece)
  }
}
