import SurveyModel
import Yams

extension SurveyFileParser {
  /// A scale as a text (`0-10`, `-5..5`) or as a mapping with `from`, `to`, `reversed`, `decimals` and `words`.
  mutating func scale(_ node: Node) -> Scale? {
    guard node.mapping != nil else {
      guard let text = text(node, "scale") else { return nil }
      guard let range = ScaleText(text) else {
        report(
          .error, .scaleInvalid, at: place(of: node), "\"\(text)\" is not a scale",
          fix: "write two whole numbers, such as 0-10, 1-5 or \"-5..5\"")
        return nil
      }
      return scale(from: range.first, to: range.last, at: place(of: node))
    }
    let keys = ["from", "to", "reversed", "decimals", "words"]
    guard let fields = fields(of: node, in: "scale", known: keys) else { return nil }
    let labels = fields["words"].map { words($0.value) } ?? []
    let values = labels.map(\.value)
    let from = fields["from"].map { integer($0.value, "from", in: Scale.codes) } ?? values.min()
    let to = fields["to"].map { integer($0.value, "to", in: Scale.codes) } ?? values.max()
    let isReversed = fields["reversed"].flatMap { boolean($0.value, "reversed") } ?? false
    guard let from, let to else {
      if fields["from"] == nil || fields["to"] == nil { reportOpenScale(at: place(of: node)) }
      return nil
    }
    let decimals = fields["decimals"].flatMap { integer($0.value, "decimals", in: 0...2) } ?? 0
    return scale(
      from: from, to: to, labels: labels, isReversed: isReversed, decimals: decimals, at: place(of: node))
  }

  private mutating func reportOpenScale(at place: SourceLocation) {
    report(
      .error, .scaleInvalid, at: place, "the scale has no ends",
      fix: "give `from:` and `to:`, or a word for each value under `words:`")
  }

  private mutating func scale(
    from: Int, to: Int, labels: [Scale.Label] = [], isReversed: Bool = false, decimals: Int = 0,
    at place: SourceLocation
  ) -> Scale? {
    guard from < to, Scale.codes.contains(from), Scale.codes.contains(to) else {
      report(
        .error, .scaleInvalid, at: place, "a scale cannot run from \(from) to \(to)",
        fix: "put the lower number first; where high values are bad ratings, add `reversed: true`")
      return nil
    }
    if let label = labels.first(where: { $0.value < from || $0.value > to }) {
      report(
        .error, .scaleInvalid, at: place,
        "\"\(label.text)\" stands for \(label.value), which is not on the scale",
        fix: "correct the number, or widen the scale")
      return nil
    }
    let steps = Scale.steps(decimals: decimals)
    guard decimals == 0 || labels.isEmpty else {
      report(
        .error, .scaleInvalid, at: place, "a scale with decimals cannot have words as well",
        fix: "leave out `words:` where the answers are numbers, else `decimals:`")
      return nil
    }
    guard Scale.codes.contains(from * steps), Scale.codes.contains(to * steps) else {
      report(
        .error, .scaleInvalid, at: place,
        "a scale from \(from) to \(to) is too long for \(decimals) decimals",
        fix: "leave out `decimals:`, or give fewer")
      return nil
    }
    return Scale(minimum: from, maximum: to, labels: labels, isReversed: isReversed, decimals: decimals)
  }

  /// The words of a scale: a value, and the text or texts that stand for it.
  private mutating func words(_ node: Node) -> [Scale.Label] {
    var labels: [Scale.Label] = []
    var known: [FoldedText: Int] = [:]
    for entry in entries(of: node, in: "words") ?? [] {
      guard let value = Int(entry.key), Scale.codes.contains(value) else {
        report(
          .error, .scaleInvalid, at: entry.place, "\"\(entry.key)\" is not a value of a scale",
          fix: "write `value: word`, such as `5: Strongly agree`")
        continue
      }
      for text in texts(entry.value, "words") ?? [] {
        labels.append(Scale.Label(value: value, text: text))
        guard let earlier = known.updateValue(value, forKey: FoldedText(text)), earlier != value else {
          continue
        }
        report(
          .error, .scaleWordAmbiguous, at: entry.place, "\"\(text)\" stands for \(earlier) and for \(value)",
          fix: "let each word stand for one value")
      }
    }
    // By value, as they are written; the words of a value keep their order.
    return Set(labels.map(\.value)).sorted().flatMap { value in labels.filter { $0.value == value } }
  }

  /// The missing codes under `skipped:`, `not-shown:` and `dont-know:`.
  mutating func missingCodes(_ node: Node) -> [MissingCode] {
    let reasons: [(key: String, reason: MissingReason)] = [
      ("skipped", .skipped), ("not-shown", .notShown), ("dont-know", .dontKnow),
    ]
    guard let fields = fields(of: node, in: "missing", known: reasons.map(\.key)) else { return [] }
    var codes: [MissingCode] = []
    var known: [FoldedText: String] = [:]
    for (key, reason) in reasons {
      guard let entry = fields[key] else { continue }
      for text in texts(entry.value, key) ?? [] {
        codes.append(MissingCode(text: text, reason: reason))
        guard let earlier = known.updateValue(key, forKey: FoldedText(text)), earlier != key else { continue }
        report(
          .error, .missingCodeAmbiguous, at: entry.place,
          "\"\(text)\" cannot mean both `\(earlier)` and `\(key)`", fix: "keep it in one of the two")
      }
    }
    return codes
  }

  /// Says so where a missing code is an answer of the scale as well: it counts as missing then.
  mutating func checkMissing(
    _ codes: [MissingCode], on scale: Scale, of id: String, at place: SourceLocation
  ) {
    let words = Set(scale.labels.map { FoldedText($0.text) })
    for code in codes {
      let text = FoldedText(code.text)
      var isOnScale = words.contains(text)
      if case .value(let number) = scale.number(in: text.text), scale.contains(number) { isOnScale = true }
      guard isOnScale else { continue }
      report(
        .note, .missingCodeOnScale, at: place,
        "\"\(code.text)\" lies on the \(scale.name) scale of \(id) and counts as missing all the same",
        fix: "take it out of `missing:` if it is an answer")
    }
  }
}

/// The two ends of a scale written as a text: `0-10`, `1–5`, `-5..5`, `1 to 7`.
struct ScaleText {
  let first: Int
  let last: Int

  /// The ends, or nil where the text is not of that form.
  init?(_ text: String) {
    var rest = Substring(FoldedText(text).text)
    guard let first = ScaleText.number(&rest) else { return nil }
    rest = rest.drop { $0 == " " }
    guard let mark = ["-", "..", "…", "to", "t/m"].first(where: { rest.hasPrefix($0) }) else { return nil }
    rest = rest.dropFirst(mark.count).drop { $0 == " " }
    guard let last = ScaleText.number(&rest), rest.isEmpty else { return nil }
    self.first = first
    self.last = last
  }

  private static func number(_ rest: inout Substring) -> Int? {
    let isNegative = rest.first == "-"
    let digits = rest.dropFirst(isNegative || rest.first == "+" ? 1 : 0).prefix(while: \.isASCIIDigit)
    guard let size = Int(digits), digits.count <= 5 else { return nil }
    rest = rest[digits.endIndex...]
    return isNegative ? -size : size
  }
}
