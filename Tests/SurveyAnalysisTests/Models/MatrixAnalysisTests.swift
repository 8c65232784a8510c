import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct MatrixAnalysisTests {
  /// The correlations of columns, the outcome first.
  private static func published(_ columns: [[Double]], covariances: Bool = false) -> PublishedMatrix {
    let covariance = Covariance(of: columns)
    let matrix = covariances ? covariance.matrix : covariance.correlation
    let rows = columns.indices.map { matrix.row($0) }
    let symmetric = rows.indices.map { row in rows.indices.map { rows[max(row, $0)][min(row, $0)] } }
    return PublishedMatrix(labels: ["y"] + (1..<columns.count).map { "x\($0)" }, rows: symmetric)
  }

  /// Jointly normal columns: drivers that share a part, and an outcome that follows from them.
  private static func normal(_ rows: Int, seed: UInt64) -> [[Double]] {
    var columns = [[Double]](repeating: [], count: 4)
    for row in 0..<rows {
      var generator = SeededGenerator(seed: seed, stream: UInt64(row))
      func draw() -> Double { NormalDistribution.standard.quantile(max(generator.uniform(), 1e-15)) }
      let common = draw()
      let drivers = (0..<3).map { _ in 0.7 * common + draw() }
      let outcome = drivers[0] + 0.5 * drivers[1] + 1.5 * draw()
      for (column, value) in ([outcome] + drivers).enumerated() { columns[column].append(value) }
    }
    return columns
  }

  @Test func sharesAreThoseOfTheAnswers() throws {
    let survey = try RatingSurvey.reference()
    let columns = (["ltr"] + (1...7).map { "d\($0)" }).map { name in
      (survey.ratings[name] ?? []).map { Double($0.value ?? 0) }
    }
    let answers = try survey.analysis()
    for covariances in [true, false] {
      let found = try MatrixAnalysis(of: Self.published(columns, covariances: covariances), size: 1500)
      let expected = answers.drivers.map(\.importance)
      #expect(worstError(of: found.drivers.map(\.importance), with: expected) < 1e-9)
      #expect(Agreement(found.rSquared, with: answers.rSquared).error < 1e-10)
      #expect(found.drivers.map(\.label) == answers.drivers.map { "x" + $0.id.dropFirst() })
      let betas = found.drivers.compactMap(\.standardizedCoefficient)
      #expect(worstError(of: betas, with: answers.drivers.compactMap(\.standardizedCoefficient)) < 1e-8)
    }
  }

  @Test func theOutcomeMayBeNamed() throws {
    let matrix = Self.published(Self.normal(200, seed: 1))
    let found = try MatrixAnalysis(of: matrix, size: 200, outcome: "x2")
    #expect(found.outcome == "x2" && found.drivers.count == 3)
    #expect(throws: AnalysisError.unknownCovariate("x11", nearest: "x1")) {
      try MatrixAnalysis(of: matrix, size: 200, outcome: "x11")
    }
    #expect(throws: AnalysisError.tooFewRespondents(have: 4, need: 5)) {
      try MatrixAnalysis(of: matrix, size: 4)
    }
  }

  /// How often the intervals hold the shares of a sample of 100,000 where answers are normal.
  @Test(.tags(.simulation), arguments: DriverMethod.allCases)
  func intervalsHoldWhereAnswersAreNormal(method: DriverMethod) throws {
    let options = DriverOptions(method: method, replicates: 100)
    let truth = try MatrixAnalysis(
      of: Self.published(Self.normal(100_000, seed: 999)), size: 100_000, options: options)
    let shares = Dictionary(uniqueKeysWithValues: truth.drivers.map { ($0.label, $0.importance) })
    var held: [String: Int] = [:]
    for seed in 1...200 {
      let matrix = Self.published(Self.normal(200, seed: UInt64(seed)))
      for driver in try MatrixAnalysis(of: matrix, size: 200, options: options).drivers {
        let share = try #require(shares[driver.label])
        held[driver.label, default: 0] += driver.interval.contains(share) ? 1 : 0
      }
    }
    for (driver, count) in held {
      #expect((0.88...0.995).contains(Double(count) / 200), "\(driver): \(count)")
    }
  }
}
