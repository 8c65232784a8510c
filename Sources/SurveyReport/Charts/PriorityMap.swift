import SurveyAnalysis
import SurveyModel

/// Importance against performance, with the lines that part the four fields.
struct PriorityMap {
  /// A field of the map.
  enum Quadrant: Equatable {
    /// Important and rated below the mean.
    case fixFirst
    /// Important and rated above the mean.
    case keepAndExtend
    /// Less important and rated below the mean.
    case monitor
    /// Less important and rated above the mean.
    case maintain
  }

  /// A driver on the map.
  struct Point {
    let driver: RankedDriver
    /// On the common scale, or as a share of the driver's own scale, 0…1.
    let performance: Double
    let performanceInterval: ClosedRange<Double>
  }

  let points: [Point]
  /// The scale that all drivers share; nil where they differ, and performance is a share of the scale.
  let scale: Scale?
  /// Where the vertical line stands: the mean of the drivers' performance.
  let meanPerformance: Double
  /// Where the horizontal line stands: the mean of the drivers' importance.
  let meanImportance: Double

  /// The fewest drivers of which a map makes sense.
  static let fewest = 3

  /// The map of a ranking.
  init(of analysis: DriverAnalysis, labels: SurveyLabels) {
    let scales = analysis.drivers.map { labels.scale(of: $0.id) }
    let bounds = scales.map { [$0.minimum, $0.maximum] }
    let shared = bounds.allSatisfy { $0 == bounds.first } ? scales.first : nil
    points = zip(analysis.drivers, scales).map { driver, own in
      func placed(_ rating: Double) -> Double {
        shared == nil ? (rating - Double(own.minimum)) / Double(own.maximum - own.minimum) : rating
      }
      let interval = driver.performanceInterval
      return Point(
        driver: driver, performance: placed(driver.performance),
        performanceInterval: placed(interval.lowerBound)...placed(interval.upperBound))
    }
    scale = shared
    let count = Double(max(1, points.count))
    meanPerformance = points.reduce(0) { $0 + $1.performance } / count
    meanImportance = points.reduce(0) { $0 + $1.driver.importance } / count
  }

  /// The field a driver lies in; a driver on a line belongs to the better performance and the higher importance.
  func quadrant(of point: Point) -> Quadrant {
    let isImportant = point.driver.importance >= meanImportance
    let isGood = point.performance >= meanPerformance
    if isImportant { return isGood ? .keepAndExtend : .fixFirst }
    return isGood ? .maintain : .monitor
  }

  /// Whether both intervals stay within the driver's field.
  func isClear(_ point: Point) -> Bool {
    let importance = point.driver.interval ?? point.driver.importance...point.driver.importance
    return !importance.contains(meanImportance) && !point.performanceInterval.contains(meanPerformance)
  }

  /// The name of a field.
  static func name(of quadrant: Quadrant, in language: ReportLanguage) -> String {
    switch quadrant {
    case .fixFirst: language("Fix first", "Verbeteren")
    case .keepAndExtend: language("Keep & extend", "Uitbouwen")
    case .monitor: language("Monitor", "Bewaken")
    case .maintain: language("Maintain", "Onderhouden")
    }
  }
}
