import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct SamplingDesignTests {
  private let schools: SurveyOfSchools

  init() throws {
    schools = try SurveyOfSchools()
  }

  private var designs: [(String, SamplingDesign)] {
    [("design1", schools.stratified), ("design2_clusters", schools.clustered)]
  }

  @Test func regressionsAgree() throws {
    for (key, design) in designs {
      let found = try ClusterRobustErrors(
        of: schools.outcome, on: schools.predictors, weights: schools.weights, design: design)
      let expected = schools.reference[key, "value", "se"].numbers(["(Intercept)"] + SurveyOfSchools.drivers)
      #expect(worstError(of: found.standardErrors.compactMap(\.self), with: expected) < 1e-9, "\(key)")
    }
  }

  @Test func meansAgree() {
    for (key, design) in designs {
      let columns = [schools.outcome] + schools.predictors
      let found = design.standardErrorsOfMeans(columns, weights: schools.weights)
      let expected = schools.reference[key, "value", "se_means"].numbers()
      #expect(worstError(of: found, with: expected) < 1e-10, "\(key)")
      #expect(design.degreesOfFreedom == Int(schools.reference[key, "value", "design_df"].number))
    }
  }

  @Test func logisticRegressionAgrees() throws {
    let median = schools.outcome.sorted()
    let middle = (median[(median.count - 1) / 2] + median[median.count / 2]) / 2
    let fit = try LogisticRegression(
      of: schools.outcome.map { $0 >= middle }, on: schools.predictors, weights: schools.weights)
    let expected = schools.reference["logistic_design1", "value"]
    let names = ["(Intercept)"] + SurveyOfSchools.drivers
    let coefficients = [fit.intercept] + fit.coefficients.compactMap(\.self)
    #expect(worstError(of: coefficients, with: expected["coef"].numbers(names)) < 1e-9)
    let errors = fit.standardErrors(under: schools.stratified).compactMap(\.self)
    // R's glm takes its covariance at the last but one iterate, and stops at 1e-8.
    #expect(worstError(of: errors, with: expected["se"].numbers(names)) < 1e-7)
  }

  @Test func theSameClusterNumberInTwoStrataIsTwoClusters() {
    let design = SamplingDesign(rows: 6, strata: [3, 3, 3, 9, 9, 9], clusters: [1, 1, 2, 1, 2, 2])
    #expect(design.clusterCount == 4 && design.stratumCount == 2 && design.degreesOfFreedom == 2)
  }
}
