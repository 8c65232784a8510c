import SurveyModel

/// Reads the cells of a column whose texts recur: a segment or the wave.
struct TextColumn {
  /// What a cell means: the number of a level (0 and up), or `ResponseBatch.missingCategory(_:)`.
  enum Reading: Equatable {
    case known(Int32)
    /// A level that was not met before.
    case new(String)
    case unknown(CellFault)
  }

  /// More distinct values than this are a sign of an identifier or of open text.
  static let mostLevels = 1000

  private let segment: Segment?
  private let missing: [FoldedText: Int32]
  private let option: OptionText?
  private var levels: [String: Int32] = [:]
  private var foldedLevels: [FoldedText: Int32] = [:]
  private var memory = ByteTable()

  /// A reader for a segment, or for the wave where there is none.
  init(of segment: Segment? = nil) {
    self.segment = segment
    option = segment?.option.map(OptionText.init)
    let isTickBox = segment?.isTickBox == true
    var missing = isTickBox ? [:] : [FoldedText(""): ResponseBatch.missingCategory(.skipped)]
    for code in segment?.missingCodes ?? [] {
      missing[FoldedText(code.text)] = ResponseBatch.missingCategory(code.reason)
    }
    self.missing = missing
    for (index, value) in (segment?.values ?? []).enumerated() {
      levels[value.code] = Int32(index)
      foldedLevels[FoldedText(value.code)] = foldedLevels[FoldedText(value.code)] ?? Int32(index)
    }
  }

  /// How many levels there are.
  var levelCount: Int { levels.count }

  /// What a cell means.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, text: @autoclosure () -> String) -> Reading {
    if let code = memory.value(for: bytes) { return .known(code) }
    let reading = read(text())
    switch reading {
    case .known(let code): memory.remember(code, for: bytes)
    case .new(let level): memory.remember(levels[level] ?? 0, for: bytes)
    case .unknown: break
    }
    return reading
  }

  private mutating func read(_ cell: String) -> Reading {
    let folded = FoldedText(cell)
    if let code = missing[folded] { return .known(code) }
    if let option { return .known(option.isChosen(in: folded) ? 0 : 1) }
    let text = FoldedText.trimmed(cell)
    if let code = levels[text] { return .known(code) }
    if let segment, !segment.values.isEmpty {
      return foldedLevels[folded].map(Reading.known) ?? .unknown(.unknownValue(cell, segment))
    }
    levels[text] = Int32(levels.count)
    return .new(text)
  }
}

extension CellFault {
  fileprivate static func unknownValue(_ cell: String, _ segment: Segment) -> CellFault {
    let nearest = NearestName(among: segment.values.map(\.code)).match(for: cell)
    let label = segment.values.first { value in
      value.label.translations.contains { FoldedText($0.text) == FoldedText(cell) }
    }
    let hint = (label?.code ?? nearest).map { " (did you mean \"\($0)\"?)" } ?? ""
    return CellFault(
      code: .segmentValueUnknown, summary: "\(quoted(cell)) is not among the values of \(segment.id)\(hint)",
      fix: "add \(quoted(cell)) to `values:` or `missing:` of \(segment.id) in survey.yaml")
  }
}
