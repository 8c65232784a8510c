import Statistics
import TestSupport
import Testing

@Suite struct LinearMeasuresTests {
  @Test(arguments: ImportanceOracle.allCases)
  func measuresAgreeWithTheReferences(_ oracle: ImportanceOracle) throws {
    let numbers = try oracle.numbers()
    let found = try LinearMeasures(of: oracle.drivers.count, in: oracle.covariance())
    for (name, values) in [
      ("first", found.first), ("last", found.last), ("betasq", found.betaSquared), ("pratt", found.pratt),
      ("std_beta", found.standardizedCoefficients), ("car_scores", found.carScores),
      ("car", found.carScores.map { $0 * $0 }),
    ] {
      // One of the references for the schools is a difference of R² of 6e-8.
      let expected = numbers[name, "value"].numbers(oracle.drivers)
      let worst = worstError(of: values, with: expected, floor: 1e-6)
      #expect(worst < 1e-10, "worst relative error \(worst) of \(name)")
    }
  }

  @Test(arguments: [ImportanceOracle.attitude, .synthetic])
  func correlationsBesideTheOthersAgree(_ oracle: ImportanceOracle) throws {
    let numbers = try oracle.numbers()
    let found = try LinearMeasures(of: oracle.drivers.count, in: oracle.covariance())
    for (name, values) in [
      ("partial_cor_with_outcome", found.partialCorrelations),
      ("semipartial_cor", found.semipartialCorrelations),
    ] {
      let worst = worstError(of: values, with: numbers[name, "value"].numbers(oracle.drivers))
      #expect(worst < 1e-10, "worst relative error \(worst) of \(name)")
    }
  }

  @Test func measuresAgreeWithThirtyDigits() throws {
    let exact = try Oracle(Fixture.url(ImportanceOracle.folder + "attitude_exact30.json"))
    let drivers = ImportanceOracle.attitude.drivers
    let found = try LinearMeasures(of: 6, in: ImportanceOracle.attitude.covariance())
    #expect(worstError(of: found.first, with: exact["first"].numbers(drivers)) < 1e-12)
    #expect(worstError(of: found.last, with: exact["last"].numbers(drivers)) < 1e-12)
    #expect(worstError(of: found.carScores, with: exact["car_scores"].numbers(drivers)) < 1e-12)
  }

  @Test func duplicatesAddNothingToAllOthers() throws {
    let columns = RandomCovariance(columns: 4, seed: 14).columns
    let covariance = Covariance(of: [columns[0], columns[0], columns[1], columns[3]])
    let found = try LinearMeasures(of: 3, in: covariance)
    #expect(found.last[0] == 0 && found.last[1] == 0 && found.last[2] > 0)
    #expect(found.first[0] == found.first[1])
  }
}
