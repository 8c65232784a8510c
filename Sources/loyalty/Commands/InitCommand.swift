import ArgumentParser
import LoyaltyDrivers

/// `loyalty init`: a draft of survey.yaml from an export.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Look at an export and write a commented survey.yaml: what was guessed, and why.",
    discussion: """
      Example: loyalty init export.csv --into surveys/acme

      Without --into the draft is printed.
      """)

  @Argument(help: "The export of the survey tool.", completion: .file())
  var export: String

  @Option(
    help: "The folder to write survey.yaml into; it is made if it is not there.", completion: .directory)
  var into: String?

  @Option(help: "The header of the recommendation question, where it cannot be guessed.")
  var outcome: String?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let draft = try ExportFile.with(export) { try Study.draft(of: $0, outcome: outcome) }
    if !messages.quiet { OtherOutcomes(of: draft).tell(of: export, into: into) }
    guard let into else { return Console.result(draft.surveyFile) }
    let path = try Study.write(draft, into: into)
    guard !messages.quiet else { return }
    let next = "loyalty import \(ShellWord(into)) \(ShellWord(export))"
    Console.message("Wrote \(path). Look it through, then run: \(next)")
  }
}
