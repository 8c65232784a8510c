internal import Statistics
internal import SurveyModel

/// Whether nobody used the upper part of a scale, as where answers from 1 to 5 are read on a scale to 10.
enum UnusedTop {
  /// Whether at least 30 answers stay in the lower seven tenths of the scale.
  static func holds(highest: Double, of scale: ClosedRange<Int>, answered: Int) -> Bool {
    let length = Double(scale.upperBound - scale.lowerBound)
    return answered >= Base.lowBase && 10 * (highest - Double(scale.lowerBound)) <= 7 * length
  }
}

extension DriverData {
  /// The lowest and the highest answer to a driver as they stand in the file.
  func rawRange(of driver: Int) -> ClosedRange<Double> {
    DriverData.rawRange(of: columns.columns[driver], on: drivers[driver].scale)
  }

  /// The lowest and the highest of some oriented answers as they stand in the file; the scale's lowest where there are none.
  static func rawRange(of column: [Int16], on scale: Scale) -> ClosedRange<Double> {
    let given = column.lazy.filter { $0 != IntegerColumns.missing }.map { scale.oriented(Int($0)) }
    let none = scale.codes.lowerBound
    return scale.answer(of: given.min() ?? none)...scale.answer(of: given.max() ?? none)
  }
}
