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

  /// The pattern of a file name that holds one period: a year, or a half, quarter or month of it; nil where there is none.
  ///
  /// A day is no period but most likely that of the download.
  static func pattern(of name: String) -> String? {
    guard !name.contains("*"), !name.contains("{") else { return nil }
    let period = /(19|20)\d\d([-_ ]?([QqHhKk][1-4]|[Ww]\d\d?)|[-_](0[1-9]|1[0-2]))?/
    let found = name.matches(of: period).filter { match in
      let before = name[..<match.range.lowerBound].last
      let after = name[match.range.upperBound...]
      let goesOn = after.first == "-" || after.first == "_"
      let isDay = goesOn && after.dropFirst().first?.isASCIIDigit == true
      return before?.isASCIIDigit != true && after.first?.isASCIIDigit != true && !isDay
    }
    guard found.count == 1, let match = found.first else { return nil }
    return name[..<match.range.lowerBound] + "{wave}" + name[match.range.upperBound...]
  }
}
