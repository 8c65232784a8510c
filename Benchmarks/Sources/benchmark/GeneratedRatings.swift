import Foundation
import Statistics

/// Ratings of several drivers and, in the last column, an outcome on 0–10 that goes with them.
struct GeneratedRatings {
  let columns: IntegerColumns
  private let drivers: Int

  init(rows: Int, drivers: Int) {
    self.drivers = drivers
    var generator = SeededGenerator(seed: 5)
    var columns = [[Int16]](repeating: [], count: drivers + 1)
    for _ in 0..<rows {
      let impression = generator.index(below: 7)
      var sum = 0.0
      for column in 0..<drivers {
        let rating = impression + generator.index(below: 5)
        columns[column].append(Int16(rating))
        sum += Double(rating) * (column % 3 == 0 ? 2 : 1)
      }
      let mean = sum / Double((0..<drivers).reduce(0) { $0 + ($1 % 3 == 0 ? 2 : 1) })
      let noise = Double(generator.index(below: 7)) - 3
      columns[drivers].append(Int16(min(10, max(0, (mean * 1.3 - 1 + noise).rounded()))))
    }
    self.columns = IntegerColumns(rows: rows, columns: columns)
  }

  /// The drivers as numbers.
  var predictors: [[Double]] { columns.columns.prefix(drivers).map { $0.map(Double.init) } }
  /// The outcome on 0–10.
  var outcome: [Int] { columns.columns[drivers].map(Int.init) }
  /// Whether each respondent is a promoter.
  var isPromoter: [Bool] { outcome.map { $0 >= 9 } }
  /// 0 for a detractor, 1 for a passive, 2 for a promoter.
  var group: [Int] { outcome.map { $0 >= 9 ? 2 : $0 >= 7 ? 1 : 0 } }

  /// Writes a file without a header, for programs in other languages.
  func written(in folder: String) throws -> String {
    let file = "\(folder)/ratings-\(columns.rows)x\(drivers).csv"
    guard !FileManager.default.fileExists(atPath: file) else { return file }
    let lines = (0..<columns.rows).map { row in
      columns.columns.map { String($0[row]) }.joined(separator: ",")
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: file))
    return file
  }
}
