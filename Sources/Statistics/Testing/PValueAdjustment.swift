/// How p-values of tests made together are adjusted for their number.
///
/// An adjusted p-value may be read as if it stood alone. The step-down and step-up forms are those of R's `p.adjust`.
public enum PValueAdjustment: String, Sendable, CaseIterable {
  /// No adjustment.
  case none
  /// Each times their number: family-wise error, any dependence.
  case bonferroni
  /// Holm 1979 (Scandinavian Journal of Statistics 6:65–70): family-wise error, any dependence.
  case holm
  /// Hommel 1988 (doi:10.1093/biomet/75.2.383): family-wise error, independent or positively dependent tests.
  case hommel
  /// Benjamini & Hochberg 1995 (doi:10.1111/j.2517-6161.1995.tb02031.x): false discovery rate, independent or
  /// positively dependent tests.
  case benjaminiHochberg = "benjamini-hochberg"
  /// Benjamini & Yekutieli 2001 (doi:10.1214/aos/1013699998): false discovery rate, any dependence.
  case benjaminiYekutieli = "benjamini-yekutieli"

  /// The adjusted p-values, in the order given, each within 0…1.
  ///
  /// - Precondition: every p-value lies within 0…1.
  public func adjusted(_ pValues: [Double]) -> [Double] {
    precondition(pValues.allSatisfy { $0 >= 0 && $0 <= 1 }, "A p-value lies within 0…1.")
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    let sorted = adjustedInOrder(order.map { pValues[$0] })
    var result = pValues
    for (place, index) in order.enumerated() { result[index] = sorted[place] }
    return result
  }

  /// The adjusted values of p-values in rising order.
  private func adjustedInOrder(_ sorted: [Double]) -> [Double] {
    let number = Double(sorted.count)
    switch self {
    case .none: return sorted
    case .bonferroni: return sorted.map { min(1, number * $0) }
    case .holm: return PValueAdjustment.stepDown(sorted)
    case .hommel: return PValueAdjustment.hommel(sorted)
    case .benjaminiHochberg: return PValueAdjustment.stepUp(sorted, factor: number)
    case .benjaminiYekutieli:
      let harmonic = sorted.indices.reduce(0.0) { $0 + 1 / Double($1 + 1) }
      return PValueAdjustment.stepUp(sorted, factor: number * harmonic)
    }
  }

  private static func stepDown(_ sorted: [Double]) -> [Double] {
    var running = 0.0
    return sorted.enumerated().map { place, value in
      running = max(running, min(1, Double(sorted.count - place) * value))
      return running
    }
  }

  private static func stepUp(_ sorted: [Double], factor: Double) -> [Double] {
    var running = 1.0
    var result = sorted
    for place in sorted.indices.reversed() {
      running = min(running, factor / Double(place + 1) * sorted[place])
      result[place] = running
    }
    return result
  }

  /// For each m from n down to 2: the least m·p/rank among the last m − 1 bounds all of them from below, and
  /// m·p bounds the others as far as that.
  private static func hommel(_ sorted: [Double]) -> [Double] {
    let number = sorted.count
    guard number > 1 else { return sorted }
    let least = sorted.indices.map { Double(number) * sorted[$0] / Double($0 + 1) }.min() ?? 1
    var adjusted = [Double](repeating: least, count: number)
    var bounds = adjusted
    for size in stride(from: number - 1, through: 2, by: -1) {
      let first = number - size + 1
      let last = (first..<number).map { Double(size) * sorted[$0] / Double(size - number + $0 + 1) }
      let bound = last.min() ?? 1
      for index in 0..<first { bounds[index] = min(Double(size) * sorted[index], bound) }
      for index in first..<number { bounds[index] = bounds[number - size] }
      for index in 0..<number { adjusted[index] = max(adjusted[index], bounds[index]) }
    }
    return zip(adjusted, sorted).map { min(1, max($0, $1)) }
  }
}
