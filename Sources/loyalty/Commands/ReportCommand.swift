import ArgumentParser
import LoyaltyDrivers

/// `loyalty report`: the page that can be forwarded.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report: one HTML file that can be forwarded.",
    discussion: """
      Example: loyalty report surveys/voorbeeld --output reports/voorbeeld --language en

      Given an export instead of a folder, the columns are guessed, and the report says what was guessed.
      """)

  @Argument(help: "A survey's folder, or an export.", completion: .file())
  var source: String

  @Option(
    help: "The folder to write index.html into. Default: reports/<name of the survey>.",
    completion: .directory)
  var output: String?

  @Option(help: "With an export: the header of the recommendation question, where it cannot be guessed.")
  var outcome: String?

  @Option(help: "The language of the report: en or nl. Default: the survey's language.")
  var language: ReportLanguage?

  @Option(help: "The seed of the random numbers behind the intervals.")
  var seed: UInt64 = 1

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let result = try Study.isFolder(source) ? reportOnStudy() : reportOnExport()
    let path = try result.write(to: output ?? "reports/\(result.name)")
    if !messages.quiet { Console.message("Wrote \(path)") }
  }

  private func reportOnStudy() throws -> StudyReport {
    let study = try Study(at: source)
    DiagnosticPrinter(isQuiet: messages.quiet).print(study.warnings)
    return try study.report(in: language, seed: seed, toolVersion: ToolVersion.current)
  }

  private func reportOnExport() throws -> StudyReport {
    let bar = ProgressBar("Reading \(source)", isQuiet: messages.quiet)
    defer { bar.finish() }
    return try ExportFile.with(source) { file in
      let guessed = try Study.reportOnExport(
        file, outcome: outcome, in: language, seed: seed, toolVersion: ToolVersion.current,
        progress: bar.update)
      bar.finish()
      DiagnosticPrinter(isQuiet: messages.quiet).print(
        guessed.summary.diagnostics, counts: guessed.summary.diagnosticCounts)
      return guessed.report
    }
  }
}
