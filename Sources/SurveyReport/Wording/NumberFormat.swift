/// Numbers as readers of a language write them, rounded half away from zero.
///
/// English: `1,204`, `24%`, `6.2`. Dutch: `1.204`, `24 %`, `6,2`. Signs are typographic: `+24`, `−7` (U+2212), `0`.
struct NumberFormat {
  let language: ReportLanguage

  /// A space at which no line is broken.
  static let noBreak = "\u{A0}"

  /// What stands for a number that is none, or that is beyond all scales.
  static let noNumber = "–"

  private var groupMark: String { language(",", ".") }
  private var decimalMark: String { language(".", ",") }

  /// A whole number with its thousands apart.
  func integer(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text += groupMark }
      text.append(digit)
    }
    return (value < 0 ? "−" : "") + text
  }

  /// A number with a fixed count of decimals, 0…9.
  func decimal(_ value: Double, _ places: Int) -> String {
    precondition((0...9).contains(places), "Up to nine decimals can be written.")
    guard value.isFinite, value.magnitude < 1e9 else { return NumberFormat.noNumber }
    let power = (0..<places).reduce(1) { power, _ in power * 10 }
    let scaled = Int((value.magnitude * Double(power)).rounded())
    let sign = value < 0 && scaled > 0 ? "−" : ""
    guard places > 0 else { return sign + integer(scaled) }
    let fraction = String(scaled % power)
    let padding = String(repeating: "0", count: places - fraction.count)
    return sign + integer(scaled / power) + decimalMark + padding + fraction
  }

  /// An answer to a rating question: `7`, `7.5`.
  func answer(_ value: Double) -> String {
    let places = (0...1).first { places in
      let scaled = value * (places == 0 ? 1 : 10)
      return (scaled - scaled.rounded()).magnitude < 1e-6
    }
    return decimal(value, places ?? 2)
  }

  /// The lowest and the highest of some answers: `2–10`.
  func answers(_ range: ClosedRange<Double>) -> String {
    "\(answer(range.lowerBound))–\(answer(range.upperBound))"
  }

  /// A score or a change in points, as a whole number with its sign.
  func signed(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return NumberFormat.noNumber }
    let rounded = Int(value.rounded())
    return (rounded > 0 ? "+" : "") + integer(rounded)
  }

  /// An interval of scores, `+19 … +29`.
  func signed(_ interval: ClosedRange<Double>) -> String {
    let space = NumberFormat.noBreak
    return "\(signed(interval.lowerBound))\(space)…\(space)\(signed(interval.upperBound))"
  }

  /// An interval of changes; with decimals where it excludes zero and would be rounded to begin or end there.
  func signed(apartFromZero interval: ClosedRange<Double>) -> String {
    let bounds = [interval.lowerBound, interval.upperBound]
    guard !interval.contains(0), let nearest = bounds.map(\.magnitude).min(), nearest < 0.5 else {
      return signed(interval)
    }
    let places = nearest >= 0.05 ? 1 : nearest >= 0.005 ? 2 : 3
    let words = bounds.map { ($0 > 0 ? "+" : "") + decimal($0, places) }
    return words.joined(separator: "\(NumberFormat.noBreak)…\(NumberFormat.noBreak)")
  }

  /// A share 0…1 as a percentage without decimals.
  func percent(_ share: Double) -> String {
    guard share.isFinite, share.magnitude < 1e7 else { return NumberFormat.noNumber }
    return percent(points: Int((share * 100).rounded()))
  }

  /// A percentage that is a whole number already.
  func percent(points: Int) -> String {
    integer(points) + language("%", "\(NumberFormat.noBreak)%")
  }

  /// An interval of shares as percentages, `19–30`, without the sign.
  func percentRange(_ interval: ClosedRange<Double>) -> String {
    "\(Int((interval.lowerBound * 100).rounded()))–\(Int((interval.upperBound * 100).rounded()))"
  }

  /// A p-value with its sign of relation: `p < 0.001`, `p = 0.032`, `p > 0.99`.
  func pValue(_ value: Double) -> String {
    let space = NumberFormat.noBreak
    if value < 0.001 { return "p\(space)<\(space)\(decimal(0.001, 3))" }
    if value > 0.99 { return "p\(space)>\(space)\(decimal(0.99, 2))" }
    return "p\(space)=\(space)\(decimal(value, value < 0.1 ? 3 : 2))"
  }

  /// How sure one is, never 0 % or 100 %: `over 99%`, `under 1%`.
  func certainty(_ probability: Double) -> String {
    let points = Int((probability * 100).rounded())
    if points > 99 { return language("over ", "meer dan ") + percent(points: 99) }
    if points < 1 { return language("under ", "minder dan ") + percent(points: 1) }
    return percent(points: points)
  }

  /// The same for a table: `>99%`, `<1%`.
  func shortCertainty(_ probability: Double) -> String {
    let points = Int((probability * 100).rounded())
    let mark = points > 99 ? ">" : points < 1 ? "<" : ""
    return mark + percent(points: min(99, max(1, points)))
  }

  /// Shares as whole percentages that sum to 100, by largest remainder (Hamilton's method).
  ///
  /// Equal remainders go to the earlier share. The shares must sum to 1.
  static func wholePercentages(_ shares: [Double]) -> [Int] {
    let total = shares.reduce(0, +)
    guard total > 0 else { return shares.map { _ in 0 } }
    let exact = shares.map { $0 / total * 100 }
    var points = exact.map { Int($0.rounded(.down)) }
    let remainders = exact.indices.map { (index: $0, rest: exact[$0] - Double(points[$0])) }
    let order = remainders.sorted { $0.rest == $1.rest ? $0.index < $1.index : $0.rest > $1.rest }
    for entry in order.prefix(max(0, 100 - points.reduce(0, +))) { points[entry.index] += 1 }
    return points
  }
}
