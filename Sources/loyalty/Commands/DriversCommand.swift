import ArgumentParser
import LoyaltyDrivers

/// `loyalty drivers`: the ranking.
struct DriversCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drivers",
    abstract: "Rank the drivers by how much they explain, with intervals on the share and on the rank.",
    discussion: """
      Example: loyalty drivers surveys/voorbeeld --method shapley --by klanttype

      Shares tell what goes together with recommending, not what brings it about.
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var selection: SelectionOptions

  @Option(help: "How importance is shared among the drivers.")
  var method: DriverMethod = .shapley

  @Option(help: "What is ranked for: the 0–10 score, being a promoter, or being a detractor.")
  var outcome: OutcomeKind = .score

  @Option(help: "What is done about missing ratings.")
  var missing: MissingTreatment = .expectationMaximization

  @Option(help: "Bootstrap replicates; 0 for no intervals. Default: chosen by the number of respondents.")
  var replicates: Int?

  @Option(help: "The seed of the random numbers.")
  var seed: UInt64 = 1

  @Option(help: "One wave by its name, or last. Default: all responses together.")
  var wave: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    guard replicates.map({ $0 == 0 || (100...1_000_000).contains($0) }) ?? true else {
      throw ValidationError("--replicates must be 0, or from 100 to 1000000.")
    }
  }

  func run() throws {
    let study = try study.open(messages)
    let language = output.language(for: study.survey)
    if selection.segments.isEmpty {
      let analysis = try study.drivers(wave: wave, options: options)
      Console.result(
        try DriverOutput.text(of: analysis, survey: study.survey, language: language, as: output.format))
    } else {
      let (total, groups) = try study.drivers(by: selection.segments, wave: wave, options: options)
      Console.result(
        try SegmentDriverOutput.text(
          of: total, by: groups, survey: study.survey, language: language, as: output.format))
    }
  }

  private var options: DriverOptions {
    DriverOptions(
      outcome: outcome, method: method, missing: missing,
      intervals: replicates == nil ? .automatic : replicates == 0 ? .none : .bootstrap,
      confidence: selection.confidence, replicates: replicates.map { max($0, 1) } ?? 1000, seed: seed)
  }
}
