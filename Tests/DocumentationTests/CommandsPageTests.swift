import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import loyalty

/// docs/commands.md is what `--help` prints; `RECORD_SNAPSHOTS=1 swift test` writes it anew.
@Suite struct CommandsPageTests {
  @Test func isCurrent() {
    let page = Fixture.url("docs/commands.md")
    let difference = Snapshot.difference(of: CommandsPageTests.page, from: page)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func everyCommandGivesAnExample() {
    for command in Loyalty.configuration.subcommands {
      let help = Loyalty.helpMessage(for: command, columns: 100)
      #expect(help.contains("Example: loyalty \(command._commandName)"), "\(command._commandName)")
    }
  }

  @Test(arguments: ["README.md", "docs/architecture.md"])
  func linksLeadSomewhere(page: String) throws {
    let text = try String(contentsOf: Fixture.url(page), encoding: .utf8)
    let folder = Fixture.url(page).deletingLastPathComponent()
    for match in text.matches(of: /\]\((?<path>[^)#]+)/) where !match.path.contains("://") {
      let target = folder.appending(path: String(match.path))
      #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(match.path)")
    }
  }

  @Test func readmeIsShort() throws {
    let text = try String(contentsOf: Fixture.url("README.md"), encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 150)
  }

  private static var page: String {
    let commands = Loyalty.configuration.subcommands.map { command in
      "## loyalty \(command._commandName)\n\n```text\n"
        + "\(Loyalty.helpMessage(for: command, columns: 100))\n```\n"
    }
    let head = "# Commands\n\nWhat `loyalty <command> --help` prints; a test keeps this page current.\n"
    return ([head] + commands).joined(separator: "\n")
  }
}
