import Foundation

/// Writes the example survey.
///
/// `simulate-survey FOLDER` writes `responses.csv`; with `--truth` also `truth.json`, which takes a second in a release
/// build and a minute in a debug build.
@main struct SimulateSurvey {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    let folder = words.first { !$0.hasPrefix("--") } ?? "surveys/voorbeeld"
    var export = Export()
    try write(export.lines().joined(separator: "\r\n") + "\r\n", to: folder + "/responses.csv")
    if words.contains("--truth") {
      try write(Truth().json().text() + "\n", to: folder + "/truth.json")
    }
  }

  private static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
