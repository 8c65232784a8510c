internal import Statistics
internal import SurveyModel

/// Whether nobody used the upper part of a scale, as where answers from 1 to 5 are read on a scale to 10.
enum UnusedTop {
  /// Whether at least 30 answers stay in the lower seven tenths of the scale.
  static func holds(highest: Int, of scale: ClosedRange<Int>, answered: Int) -> Bool {
    answered >= Base.lowBase && 10 * (highest - scale.lowerBound) <= 7 * (scale.upperBound - scale.lowerBound)
  }
}

extension DriverData {
  /// The lowest and the highest answer to a driver as they stand in the file.
  func rawRange(of driver: Int) -> ClosedRange<Int> {
    DriverData.rawRange(of: columns.columns[driver], on: drivers[driver].scale)
  }

  /// The lowest and the highest of some oriented answers as they stand in the file; the scale's lowest where there are none.
  static func rawRange(of column: [Int16], on scale: Scale) -> ClosedRange<Int> {
    let given = column.lazy.filter { $0 != IntegerColumns.missing }.map { scale.oriented(Int($0)) }
    guard let lowest = given.min(), let highest = given.max() else { return scale.minimum...scale.minimum }
    return lowest...highest
  }
}
