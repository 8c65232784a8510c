import ArgumentParser
import LoyaltyDrivers

/// `loyalty score`: the net promoter score.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Print the net promoter score with its interval, in total, per segment and per wave.",
    discussion: """
      Example: loyalty score surveys/voorbeeld --by regio --wave last

      Groups with fewer than 5 valid scores are withheld; with fewer than 30 they are marked and get no verdict.
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  @Option(help: "One wave by its name, or last. Default: all responses together.")
  var wave: String?

  func run() throws {
    let study = try selection.applied(to: study.open(messages))
    let analysis = try study.score(
      by: selection.segments, wave: wave, options: ScoreOptions(confidence: selection.confidence))
    let language = output.language(for: study.survey)
    Console.result(
      try ScoreOutput.text(of: analysis, survey: study.survey, language: language, as: output.format))
  }
}
