/// A pattern for file names in which `{wave}` is the wave and `*` is anything, such as `{wave}_survey*.csv`.
struct WavePattern {
  private enum Part: Equatable {
    case letter(Character)
    case anything
    case wave
  }

  private let parts: [Part]

  /// A pattern, or nil where it does not hold `{wave}` exactly once.
  init?(_ text: String) {
    let pieces = text.split(separator: "{wave}", omittingEmptySubsequences: false)
    guard pieces.count == 2 else { return nil }
    func letters(of piece: Substring) -> [Part] { piece.map { $0 == "*" ? .anything : .letter($0) } }
    parts = letters(of: pieces[0]) + [.wave] + letters(of: pieces[1])
  }

  /// The wave in a file name: the shortest text, not empty, with which the whole name fits; nil where it does not.
  func wave(in name: String) -> String? {
    let letters = Array(name)
    // For each part, the places up to which the parts before it can reach, and where the wave lay then.
    var reached: [Int: Range<Int>?] = [0: nil]
    for part in parts {
      var next: [Int: Range<Int>?] = [:]
      for (place, wave) in reached.sorted(by: { $0.key < $1.key }) {
        for end in WavePattern.ends(of: part, in: letters, from: place) where next[end] == nil {
          next[end] = .some(part == .wave ? place..<end : wave)
        }
      }
      reached = next
    }
    guard let wave = reached[letters.count] ?? nil else { return nil }
    return String(letters[wave])
  }

  private static func ends(of part: Part, in letters: [Character], from place: Int) -> [Int] {
    switch part {
    case .letter(let letter): place < letters.count && letters[place] == letter ? [place + 1] : []
    case .anything: Array(place...letters.count)
    case .wave: place < letters.count ? Array((place + 1)...letters.count) : []
    }
  }
}
