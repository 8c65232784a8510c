/// How much room text takes in a drawing.
///
/// The page uses the reader's system font, so widths are those of DejaVu Sans, which is wider than the usual
/// system fonts: what fits by this measure fits elsewhere. Characters beyond ASCII count as a wide Latin letter or,
/// in the scripts of East Asia and for emoji, as a full square.
enum TextMetrics {
  /// The width of a line in a font of `size`.
  static func width(_ text: String, size: Double, bold: Bool = false) -> Double {
    let table = bold ? boldAdvances : advances
    let thousandths = text.unicodeScalars.reduce(0) { sum, scalar in sum + advance(of: scalar, in: table) }
    return Double(thousandths) / 1000 * size
  }

  /// The text in lines of at most `width`, broken at spaces and hyphens, within words only where a word is too long.
  ///
  /// What does not fit into `maximumLines` is cut, with an ellipsis.
  static func wrap(
    _ text: String, width limit: Double, size: Double, bold: Bool = false, maximumLines: Int = 3
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: text, limit: limit, size: size, bold: bold) {
      if !line.isEmpty && width(trimmed(line + piece), size: size, bold: bold) > limit {
        lines.append(trimmed(line))
        line = ""
      }
      line += piece
    }
    lines.append(trimmed(line))
    guard lines.count > maximumLines else { return lines }
    var kept = Array(lines.prefix(maximumLines))
    kept[maximumLines - 1] = truncated(kept[maximumLines - 1] + "…", limit, size, bold)
    return kept
  }

  private static func truncated(_ line: String, _ limit: Double, _ size: Double, _ bold: Bool) -> String {
    var line = line
    while width(line, size: size, bold: bold) > limit && line.count > 2 {
      line.removeLast(2)
      line += "…"
    }
    return line
  }

  /// Words with the space or hyphen behind them; overlong words in parts that end in a hyphen.
  private static func pieces(of text: String, limit: Double, size: Double, bold: Bool) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      let isTooLong = width(piece + "\(character)-", size: size, bold: bold) > limit
      if isTooLong && !piece.isEmpty && !breaks.contains(character) {
        pieces.append(piece + "-")
        piece = ""
      }
      piece.append(character)
      if breaks.contains(character) {
        pieces.append(piece)
        piece = ""
      }
    }
    return pieces + [piece]
  }

  /// Characters behind which a line may be broken.
  private static let breaks: Set<Character> = [" ", "-", "/", "–"]

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    while line.first == " " { line.removeFirst() }
    return String(line)
  }

  private static func advance(of scalar: Unicode.Scalar, in table: [Int]) -> Int {
    switch scalar.value {
    case 32..<127: table[Int(scalar.value) - 32]
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60: 1000
    case 0x2190...0x2BFF, 0x1F000...0x1FAFF, 0x2014, 0x2026: 1000
    case 0xA0: table[0]
    default: 700
    }
  }

  /// The advance widths of U+0020…U+007E in DejaVu Sans, in thousandths of the font size.
  private static let advances = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636,
    636,
    636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295,
    656,
    557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500,
    613,
    635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592,
    818,
    592, 592, 525, 636, 337, 636, 838,
  ]

  /// The same in DejaVu Sans Bold.
  private static let boldAdvances = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696,
    696,
    696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372,
    775,
    637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500,
    675,
    716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652,
    924,
    645, 652, 582, 712, 365, 712, 838,
  ]
}
