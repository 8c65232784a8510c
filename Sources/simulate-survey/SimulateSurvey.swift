import Foundation

/// Writes the example survey: `simulate-survey FOLDER` makes `responses.csv` and `truth.json` in a folder.
@main struct SimulateSurvey {
  static func main() throws {
    let folder = CommandLine.arguments.dropFirst().first ?? "surveys/voorbeeld"
    var export = Export()
    try write(export.lines().joined(separator: "\r\n") + "\r\n", to: folder + "/responses.csv")
    try write(Truth().json().text() + "\n", to: folder + "/truth.json")
  }

  private static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
