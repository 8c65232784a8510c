import ArgumentParser

/// The command-line tool.
@main
struct Loyalty: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loyalty", abstract: "What makes people recommend you, and what keeps them away.")
}
