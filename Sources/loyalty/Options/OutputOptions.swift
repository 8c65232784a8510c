import ArgumentParser
import LoyaltyDrivers

/// How results are printed; the same on every command that prints them.
struct OutputOptions: ParsableArguments {
  @Option(help: "How to print the result.")
  var format: ResultFormat = .table

  @Option(help: "The language of labels and words: en or nl. Default: the survey's language.")
  var language: ReportLanguage?

  /// The language asked for, or the survey's own.
  func language(for survey: Survey) -> ReportLanguage {
    language ?? ReportLanguage(code: survey.language)
  }
}

/// Whether messages are printed.
struct MessageOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print results and errors only: no progress, notes or warnings.")
  var quiet = false
}
