import ArgumentParser
import LoyaltyDrivers

/// The survey folder a command works on.
struct StudyOptions: ParsableArguments {
  @Argument(help: "The survey's folder, with its survey.yaml.", completion: .directory)
  var survey: String

  /// Opens the survey, and prints what is worth saying about its `survey.yaml`.
  func open(_ messages: MessageOptions) throws -> Study {
    try StudyOptions.open(survey, messages)
  }

  /// Why a command that needs exports cannot go on without any: what was given may be an export itself.
  func exportsMissing(for command: String) -> any Error {
    if Study.isFile(survey) { return StudyError.fileInsteadOfFolder(path: survey) }
    guard Study.isFolder(survey) else { return StudyError.noSurveyFile(folder: survey) }
    return ValidationError("Name the exports as well: loyalty \(command) \(ShellWord(survey)) export.csv")
  }

  /// Opens the survey in a folder.
  static func open(_ folder: String, _ messages: MessageOptions) throws -> Study {
    let study = try Study(at: folder)
    DiagnosticPrinter(isQuiet: messages.quiet).print(study.warnings)
    return study
  }
}

/// Which respondents an analysis looks at, and how sure its intervals are.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: .customLong("by"), parsing: .singleValue,
    help: "A segment to split by, by its name in survey.yaml. May be given several times.")
  var segments: [String] = []

  @Option(help: "How sure intervals are, between 0.5 and 0.999.")
  var confidence = 0.95

  @Flag(help: "Count every response once, whatever its weight.")
  var unweighted = false

  /// The study with the weights that were asked for.
  func applied(to study: Study) -> Study {
    var study = study
    study.usesWeights = !unweighted
    return study
  }

  func validate() throws {
    guard (0.5...0.999).contains(confidence) else {
      throw ValidationError("--confidence must lie between 0.5 and 0.999, such as 0.95.")
    }
  }
}
