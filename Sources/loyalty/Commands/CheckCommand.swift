import ArgumentParser
import LoyaltyDrivers

/// `loyalty check`: what an import would do.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what would be imported from an export, and what is wrong with it. Nothing is stored.",
    discussion: """
      Example: loyalty check surveys/acme export.csv

      `-` reads standard input.
      """)

  @OptionGroup var study: StudyOptions

  @Argument(help: "The exports.", completion: .file())
  var exports: [String]

  @Option(
    help: "The wave of all responses in the files, where neither a column nor the file's name tells it.")
  var wave: String?

  @Flag(help: "Exit with 1 when a row would be rejected.")
  var strict = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let study = try study.open(messages)
    var hasRejected = false
    for export in exports {
      let summary = try ExportFile.with(export) { try study.check($0, shownAs: export, wave: wave) }
      DiagnosticPrinter(isQuiet: messages.quiet).print(
        summary.diagnostics, counts: summary.diagnosticCounts)
      let language = output.language(for: study.survey)
      Console.result(
        try ImportOutput.text(of: summary, survey: study.survey, language: language, as: output.format))
      hasRejected = hasRejected || summary.rowsRejected > 0
    }
    if strict, hasRejected { throw ExitCode(1) }
  }
}
