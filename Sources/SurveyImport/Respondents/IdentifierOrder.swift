/// Whether identifiers come in an order in which none can come twice.
///
/// Each is longer than the one before, or as long and greater; or it is so the other way round. Most exports are sorted.
struct IdentifierOrder {
  private enum Direction { case unknown, rising, falling }

  private var last = ""
  private var direction = Direction.unknown
  private var isKept = true

  /// Takes the next identifier and says whether the order still holds; once broken it never does again.
  mutating func holds(for identifier: String) -> Bool {
    guard isKept else { return false }
    let isFirst = last.isEmpty
    let (length, before) = (identifier.utf8.count, last.utf8.count)
    let isGreater = length == before ? last < identifier : length > before
    let isLess = length == before ? identifier < last : length < before
    last = identifier
    if isFirst { return true }
    switch direction {
    case .unknown:
      isKept = isGreater || isLess
      direction = isGreater ? .rising : .falling
    case .rising: isKept = isGreater
    case .falling: isKept = isLess
    }
    return isKept
  }
}
