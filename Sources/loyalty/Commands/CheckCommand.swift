import ArgumentParser
import LoyaltyDrivers

/// `loyalty check`: what an import would do.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what would be imported from an export, and what is wrong with it. Nothing is stored.",
    discussion: """
      Example: loyalty check surveys/acme export.csv

      Counts rows left out, missing answers by kind, duplicates, incomplete rows, straight-lining, speeding and test
      rows, and never shows one respondent's answers. Where a column of the survey is missing and another may be the
      same under a new name, says why and gives the line for survey.yaml. `-` reads standard input.

      Given an export alone, without a survey's folder, the columns are guessed, and it is said how.
      """)

  @OptionGroup var study: StudyOptions

  @Argument(help: "The exports.", completion: .file())
  var exports: [String] = []

  @Option(
    help: "The wave of all responses in the files, where neither a column nor the file's name tells it.")
  var wave: String?

  @Flag(help: "Exit with 1 when a row would be rejected.")
  var strict = false

  @Flag(help: "Write the aliases that leave no doubt into survey.yaml; its comments stay.")
  var acceptAliases = false

  @Option(
    help: "With an export alone: the header of the recommendation question, where it cannot be guessed.")
  var outcome: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    guard !exports.isEmpty else { return try checkAlone(study.survey) }
    var study = try study.open(messages)
    var (hasRejected, failure) = (false, ImportError?.none)
    for export in exports {
      var check = try check(export, in: study)
      if acceptAliases, try accept(check.waves, in: study) {
        study = try Study(at: self.study.survey)
        check = try self.check(export, in: study)
      }
      try report(check, for: study.survey)
      hasRejected = hasRejected || (check.account?.summary.rowsRejected ?? 0) > 0
      failure = failure ?? check.failure
    }
    if let failure { throw failure }
    if strict, hasRejected { throw ExitCode(1) }
  }

  private func checkAlone(_ export: String) throws {
    guard !Study.isFolder(export) else { throw study.exportsMissing(for: "check") }
    let guessed = try ExportFile.with(export) {
      try Study.checkExport($0, shownAs: export, outcome: outcome, wave: wave, in: output.language)
    }
    if !messages.quiet { guessed.guesses.forEach { Console.message($0) } }
    try report(guessed.check, for: guessed.survey)
    if strict, (guessed.check.account?.summary.rowsRejected ?? 0) > 0 { throw ExitCode(1) }
  }

  private func check(_ export: String, in study: Study) throws -> ExportCheck {
    try ExportFile.with(export) { try study.check($0, shownAs: export, wave: wave) }
  }

  private func report(_ check: ExportCheck, for survey: Survey) throws {
    let language = output.language(for: survey)
    guard let account = check.account else {
      return Console.message(CheckOutput.text(of: check.waves, survey: survey, language: language))
    }
    DiagnosticPrinter(isQuiet: messages.quiet).print(
      account.summary.diagnostics, counts: account.summary.diagnosticCounts)
    Console.result(
      try CheckOutput.text(
        of: account, check.waves, survey: survey, language: language, as: output.format))
  }

  /// Writes aliases into survey.yaml and says which; false where there were none to write.
  private func accept(_ waves: WaveComparison, in study: Study) throws -> Bool {
    let accepted = try study.accept(waves.clear)
    for proposal in waves.proposals where !messages.quiet {
      Console.message(
        accepted.contains(proposal)
          ? "\(proposal.path): `\(proposal.line)` was written into survey.yaml"
          : "\(proposal.path): no alias was written; choose one and paste it")
    }
    return !accepted.isEmpty
  }
}
