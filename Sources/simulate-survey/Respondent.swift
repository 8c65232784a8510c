import Statistics

/// A simulated customer with opinions on everything, whether asked or not.
struct Respondent {
  /// The index of the wave, and of the group per segment.
  let wave, region, customerType, channel: Int
  /// The ratings in the order of `Population.drivers`, 1…10.
  let ratings: [Int]
  /// The recommendation, 0…10.
  let score: Int

  /// The weight in hundredths: the customers whom the respondent stands for, over those of the average respondent.
  var hundredthsOfWeight: Int {
    let (region, type) = (Population.regions[region], Population.customerTypes[customerType])
    let regionRatio = region.shareOfCustomers / region.shareOfSample
    let typeRatio = type.shareOfCustomers / type.shareOfSample
    return Int((100 * regionRatio * typeRatio).rounded())
  }

  /// Draws a customer who answers in a wave.
  init(wave: Int, from generator: inout SeededGenerator) {
    self.wave = wave
    region = Respondent.group(in: Population.regions, from: &generator)
    customerType = Respondent.group(in: Population.customerTypes, from: &generator)
    channel = Respondent.group(in: Population.channels, from: &generator)
    let isLast = wave == Population.waves.count - 1
    let impression = generator.normal()
    ratings = Population.drivers.map { driver in
      let own = (1 - driver.halo * driver.halo).squareRoot() * generator.normal()
      let mean = driver.mean + (isLast ? driver.lastWaveRise : 0)
      return Respondent.rounded(
        mean + Population.ratingDeviation * (driver.halo * impression + own), within: 1...10)
    }
    let groups = [
      Population.regions[region].shift, Population.customerTypes[customerType].shift,
      Population.channels[channel].shift, Population.waves[wave].shift,
    ]
    let noise = Population.noiseDeviation * generator.normal()
    let sum = groups.reduce(Respondent.recommendation(for: ratings), +) + noise
    score = Respondent.rounded(sum, within: 0...10)
  }

  /// The recommendation that ratings lead to.
  private static func recommendation(for ratings: [Int]) -> Double {
    var sum = Population.intercept
    for (driver, rating) in zip(Population.drivers, ratings) {
      sum += driver.effect * (Double(rating) - Population.reference)
      if driver.id == Population.basicFactor.driver {
        sum -= Population.basicFactor.points * Double(max(0, Population.basicFactor.threshold - rating))
      }
      if driver.id == Population.excitementFactor.driver {
        sum +=
          Population.excitementFactor.points * Double(max(0, rating - Population.excitementFactor.threshold))
      }
    }
    return sum
  }

  private static func group(in groups: [Population.Group], from generator: inout SeededGenerator) -> Int {
    var rest = generator.uniform()
    for (index, group) in groups.enumerated() {
      rest -= group.shareOfSample
      if rest < 0 { return index }
    }
    return 0
  }

  private static func rounded(_ number: Double, within range: ClosedRange<Int>) -> Int {
    min(max(Int(number.rounded()), range.lowerBound), range.upperBound)
  }
}

extension SeededGenerator {
  /// A number that is nearly normal: the sum of twelve uniform ones.
  ///
  /// It takes additions only, so that every platform draws the same respondents to the last bit.
  mutating func normal() -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + uniform() }
  }
}
