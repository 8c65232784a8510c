import ArgumentParser
import LoyaltyDrivers

/// `loyalty trend`: the net promoter score over time.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Print the net promoter score over time, each change with interval and p-value.",
    discussion: """
      Example: loyalty trend surveys/voorbeeld --by regio --period quarter

      Beside each change stands the smallest change that these numbers of respondents can show.
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  @Option(help: "The stretch of time. Default: wave where the survey has waves, else quarter.")
  var period: Period?

  @Option(help: "How p-values across segments are adjusted.")
  var adjust: MultipleTesting = .holm

  func run() throws {
    let study = try selection.applied(to: study.open(messages))
    let options = ScoreOptions(confidence: selection.confidence, adjustment: adjust)
    let analysis = try study.trend(by: selection.segments, period: period, options: options)
    let language = output.language(for: study.survey)
    Console.result(
      try TrendOutput.text(of: analysis, survey: study.survey, language: language, as: output.format))
  }
}
