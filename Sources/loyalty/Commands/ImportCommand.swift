import ArgumentParser
import LoyaltyDrivers

/// `loyalty import`: from exports into the survey's database.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Store the responses of an export in the survey's database.",
    discussion: """
      Example: loyalty import surveys/acme 2026-Q1.csv 2026-Q2.csv

      Each file is stored as a whole or not at all. The same file twice changes nothing. Another file with a wave
      that is already stored is refused, unless --replace takes its place or --append adds to it. Rows whose
      respondent, wave and answers are stored already are not stored twice.
      """)

  @OptionGroup var study: StudyOptions

  @Argument(help: "The exports; `-` reads standard input.", completion: .file())
  var exports: [String] = []

  @Option(
    help: "The wave of all responses in the files, where neither a column nor the file's name tells it.")
  var wave: String?

  @Flag(help: "Replace the stored responses of the file's waves.")
  var replace = false

  @Flag(help: "Add to the stored responses of the file's waves.")
  var append = false

  @Flag(help: "Store nothing and exit with 1 when a row is rejected.")
  var strict = false

  @Flag(help: "Store respondents under pseudonyms; once stored so, they stay so.")
  var pseudonymise = false

  @Flag(help: "Write nothing; say what would be stored, and end as the import would.")
  var dryRun = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if replace, append { throw ValidationError("--replace and --append exclude each other.") }
  }

  func run() throws {
    guard !exports.isEmpty else { throw study.exportsMissing(for: "import") }
    let study = try study.open(messages)
    let options = ImportOptions(
      wave: wave, mode: replace ? .replace : append ? .append : .refuseChanges, isStrict: strict,
      pseudonymises: pseudonymise, isRehearsal: dryRun)
    for export in exports {
      let bar = ProgressBar("Importing \(export)", isQuiet: messages.quiet)
      defer { bar.finish() }
      let outcome = try ExportFile.with(export) {
        try study.importResponses(
          from: $0, shownAs: export, options: options, progress: bar.update)
      }
      bar.finish()
      try report(outcome, of: export, for: study.survey)
    }
  }

  private func report(_ outcome: ImportOutcome, of export: String, for survey: Survey) throws {
    switch outcome {
    case .unchanged:
      Console.message("\(export) is stored already; no response was changed.")
    case .imported(let summary, let replaced):
      if replaced > 0, !messages.quiet {
        Console.message("\(replaced) stored responses \(dryRun ? "would be" : "were") replaced.")
      }
      if dryRun, !messages.quiet { Console.message("A dry run: nothing was stored.") }
      DiagnosticPrinter(isQuiet: messages.quiet).print(
        summary.diagnostics, counts: summary.diagnosticCounts)
      guard !messages.quiet else { return }
      let language = output.language(for: survey)
      Console.result(
        try ImportOutput.text(of: summary, survey: survey, language: language, as: output.format))
    }
  }
}
