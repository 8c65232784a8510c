import ArgumentParser
import LoyaltyDrivers

/// The command-line tool.
@main
struct Loyalty: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loyalty",
    abstract: "What goes with recommending you, what with staying away, and is it moving?",
    discussion: """
      Start with a raw export of a survey tool:

        loyalty report export.csv                      guess the columns and write a report
        loyalty check export.csv                       guess the columns and say what is in the file
        loyalty init export.csv --into surveys/acme    write a survey.yaml to correct and keep
        loyalty import surveys/acme export.csv         into surveys/acme/responses.sqlite
        loyalty report surveys/acme                    write reports/acme/index.html
      """,
    version: ToolVersion.current,
    subcommands: [
      InitCommand.self, CheckCommand.self, ImportCommand.self, ScoreCommand.self, TrendCommand.self,
      DriversCommand.self, ReportCommand.self, ForgetCommand.self,
    ])

  static func main() {
    if let word = CommandLine.arguments.dropFirst().first, let known = nearestCommand(to: word) {
      Console.message("error: There is no command `\(word)`. Did you mean `\(known)`?")
      exit(withError: ExitCode.validationFailure)
    }
    do {
      var command = try parseAsRoot()
      do {
        try command.run()
      } catch {
        throw Failure.reported(error)
      }
    } catch {
      exit(withError: error)
    }
  }
}

extension Loyalty {
  /// The nearest command to a word that is none, or nil where it is one or none is near.
  private static func nearestCommand(to word: String) -> String? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !word.hasPrefix("-"), !names.contains(word) else { return nil }
    return NearestName(among: names).match(for: word)
  }
}

/// The version that `--version` prints and reports name.
enum ToolVersion {
  static let current = "0.1.0"
}
