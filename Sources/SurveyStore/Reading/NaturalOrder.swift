/// The order in which people put names that hold numbers: `Q2` before `Q10`, `2017` before `2018`.
enum NaturalOrder {
  /// Whether the first name comes before the second.
  ///
  /// Runs of digits compare as numbers, all else by Unicode scalar; names that are then alike compare by scalar.
  static func precedes(_ first: String, _ second: String) -> Bool {
    for (left, right) in zip(pieces(of: first), pieces(of: second)) where left != right {
      guard left.isNumber, right.isNumber else { return left.text < right.text }
      if left.text.count != right.text.count { return left.text.count < right.text.count }
      return left.text < right.text
    }
    let (left, right) = (pieces(of: first).count, pieces(of: second).count)
    return left == right ? first < second : left < right
  }

  private struct Piece: Equatable {
    var text: String
    let isNumber: Bool
  }

  /// The runs of digits, without leading zeros, and what stands between them.
  private static func pieces(of name: String) -> [Piece] {
    var pieces: [Piece] = []
    for scalar in name.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if let last = pieces.indices.last, pieces[last].isNumber == isDigit {
        if pieces[last].text == "0", isDigit { pieces[last].text = "" }
        pieces[last].text.unicodeScalars.append(scalar)
      } else {
        pieces.append(Piece(text: String(scalar), isNumber: isDigit))
      }
    }
    return pieces
  }
}
