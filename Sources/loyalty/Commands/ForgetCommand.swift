import ArgumentParser
import LoyaltyDrivers

/// `loyalty forget`: erases a respondent.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Erase a respondent from the survey's database for good.",
    discussion: """
      Example: loyalty forget surveys/acme --respondent 20017

      Responses, comments, rejected rows and messages about them are erased, also from free pages of the file and \
      from its journal. Later imports leave the respondent out. What stays is how many responses were erased on \
      which day. The exports themselves, backups and printed reports are not touched.
      """)

  @OptionGroup var study: StudyOptions

  @Option(help: "The respondent's identifier as it stands in the exports, also where pseudonyms are stored.")
  var respondent: String

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let study = try study.open(messages)
    let erasure = try study.forget(respondent: respondent)
    guard erasure.foundAnything else {
      Console.message("error: Nothing of respondent `\(respondent)` is stored.")
      Console.message(
        study.survey.respondent == nil
          ? "fix: name the column that tells respondents apart under `respondent:` in survey.yaml, and import again"
          : "fix: give the identifier as it stands in the export")
      throw Failure.refused
    }
    guard !messages.quiet else { return }
    guard erasure.responses + erasure.rejectedRows > 0 else {
      return Console.message("The respondent was erased before; the file was cleaned again.")
    }
    Console.message(
      "Erased: responses \(erasure.responses), comments \(erasure.comments), rejected rows "
        + "\(erasure.rejectedRows), messages about these \(erasure.diagnostics).")
    Console.message("The exports still hold the respondent: take the row out of them as well.")
  }
}
