/// What is true of the simulated customers of "Voorbeeld Energie".
///
/// Every number below is a choice of the simulation; `truth.json` tells them with what follows from them.
enum Population {
  /// An aspect of the company that customers rate from 1 to 10.
  struct Driver {
    /// The name in `survey.yaml` and the header in the export.
    let id: String
    /// The mean rating in the first waves.
    let mean: Double
    /// How much the overall impression of the company colours the rating, 0…1.
    let halo: Double
    /// Points of recommendation per point of rating.
    let effect: Double
    /// How much the mean rating rises in the last wave.
    let lastWaveRise: Double
    /// The share of customers to whom the question is not put, who skip it, and who say they do not know.
    let notShown, skipped, dontKnow: Double
  }

  /// A group of customers.
  struct Group {
    /// The code in the export.
    let code: String
    /// The group's share of the respondents and of all customers.
    let shareOfSample, shareOfCustomers: Double
    /// How many points of recommendation the group gives more than others who rate all aspects alike.
    let shift: Double
  }

  /// A quarter in which the survey was held.
  struct Wave {
    let name: String
    /// The first day, and the number of days from there on which answers came in.
    let year, month, days: Int
    /// How many points of recommendation customers give more than in the first wave, all ratings alike.
    let shift: Double
  }

  static let drivers = [
    Driver(
      id: "merkperceptie", mean: 7.1, halo: 0.50, effect: 0, lastWaveRise: 0, notShown: 0, skipped: 0.02,
      dontKnow: 0.02),
    Driver(
      id: "binding", mean: 6.6, halo: 0.60, effect: 0.14, lastWaveRise: 0, notShown: 0, skipped: 0.02,
      dontKnow: 0.01),
    Driver(
      id: "productkwaliteit", mean: 7.5, halo: 0.65, effect: 0.36, lastWaveRise: 0, notShown: 0,
      skipped: 0.01, dontKnow: 0.01),
    Driver(
      id: "servicesnelheid", mean: 6.8, halo: 0.60, effect: 0, lastWaveRise: 0.8, notShown: 0.35,
      skipped: 0.02, dontKnow: 0.01),
    Driver(
      id: "meerwaarde", mean: 6.3, halo: 0.60, effect: 0, lastWaveRise: 0.5, notShown: 0, skipped: 0.02,
      dontKnow: 0.04),
    Driver(
      id: "communicatie", mean: 7.0, halo: 0.60, effect: 0.05, lastWaveRise: 0, notShown: 0, skipped: 0.02,
      dontKnow: 0.03),
    Driver(
      id: "prijs-kwaliteit", mean: 6.6, halo: 0.65, effect: 0.60, lastWaveRise: 0, notShown: 0, skipped: 0.02,
      dontKnow: 0.06),
  ]

  /// The basic factor: a rating below `threshold` costs `points` each, a rating above gains nothing more.
  static let basicFactor = (driver: "servicesnelheid", threshold: 7, points: 0.85)
  /// The excitement factor: a rating above `threshold` brings `points` each, a rating below costs nothing more.
  static let excitementFactor = (driver: "meerwaarde", threshold: 7, points: 1.00)

  /// The recommendation of a customer who rates every aspect with `reference`, without noise.
  static let intercept = 8.1
  /// The rating at which effects count from.
  static let reference = 7.0
  /// The standard deviations of a rating and of what else moves the recommendation.
  static let ratingDeviation = 1.6
  static let noiseDeviation = 1.5

  static let regions = [
    Group(code: "1", shareOfSample: 0.18, shareOfCustomers: 0.15, shift: 0),
    Group(code: "2", shareOfSample: 0.24, shareOfCustomers: 0.20, shift: -0.8),
    Group(code: "3", shareOfSample: 0.25, shareOfCustomers: 0.25, shift: 0),
    Group(code: "4", shareOfSample: 0.32, shareOfCustomers: 0.39, shift: 0),
    Group(code: "5", shareOfSample: 0.01, shareOfCustomers: 0.01, shift: 0),
  ]
  static let customerTypes = [
    Group(code: "P", shareOfSample: 0.7121, shareOfCustomers: 0.8221, shift: 0),
    Group(code: "Z", shareOfSample: 0.27, shareOfCustomers: 0.16, shift: -0.3),
    Group(code: "V", shareOfSample: 0.0167, shareOfCustomers: 0.0167, shift: 0),
    Group(code: "G", shareOfSample: 0.0012, shareOfCustomers: 0.0012, shift: 0),
  ]
  static let channels = [
    Group(code: "app", shareOfSample: 0.46, shareOfCustomers: 0.46, shift: 0.1),
    Group(code: "web", shareOfSample: 0.31, shareOfCustomers: 0.31, shift: 0),
    Group(code: "tel", shareOfSample: 0.23, shareOfCustomers: 0.23, shift: -0.2),
  ]
  static let waves = [
    Wave(name: "2025-K3", year: 2025, month: 7, days: 92, shift: 0),
    Wave(name: "2025-K4", year: 2025, month: 10, days: 92, shift: 0.05),
    Wave(name: "2026-K1", year: 2026, month: 1, days: 90, shift: 0),
    Wave(name: "2026-K2", year: 2026, month: 4, days: 91, shift: 0.25),
  ]

  /// The share of respondents who skip the recommendation question, and who say they do not know.
  static let outcomeSkipped = 0.015
  static let outcomeDontKnow = 0.01
  /// The share of respondents of whom the channel is not known.
  static let channelMissing = 0.01
}
