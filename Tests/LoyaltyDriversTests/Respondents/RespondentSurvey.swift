import Foundation
import LoyaltyDrivers
import TestSupport

/// A survey folder with respondents, waves and comments, and exports written for a test.
struct RespondentSurvey {
  let folder: URL

  static let yaml = """
    title: Small survey
    outcome: {id: nps, column: nps, scale: 0-10}
    drivers:
      speed: {column: speed, scale: 1-10}
    segments:
      region: {column: region}
    wave: quarter
    respondent: customer
    comments:
      why: {column: Why?}

    """

  /// Calls a function with a survey in a folder of its own; `extra` lines go to the end of survey.yaml.
  static func with<Result>(_ extra: String = "", _ body: (RespondentSurvey) throws -> Result) throws -> Result
  {
    try Fixture.withTemporaryFolder { folder in
      let survey = RespondentSurvey(folder: folder)
      try survey.describe(yaml + extra)
      return try body(survey)
    }
  }

  /// Writes survey.yaml anew.
  func describe(_ yaml: String) throws {
    try Data(yaml.utf8).write(to: folder.appending(path: "survey.yaml"))
  }

  var study: Study { get throws { try Study(at: folder.path) } }

  /// Writes an export of rows `customer,quarter,nps,speed,region,Why?`, outside the survey's folder, and imports it.
  @discardableResult
  func importing(
    _ rows: [String], name: String = "export.csv", options: ImportOptions = ImportOptions()
  ) throws -> ImportOutcome {
    try Fixture.withTemporaryFolder { other in
      let text = (["customer,quarter,nps,speed,region,Why?"] + rows).joined(separator: "\n") + "\n"
      let file = other.appending(path: name)
      try Data(text.utf8).write(to: file)
      return try study.importResponses(from: file.path, options: options)
    }
  }

  /// The summary of an import that was expected to read the file.
  func summary(
    _ rows: [String], name: String = "export.csv", options: ImportOptions = ImportOptions()
  ) throws -> ImportSummary {
    guard case .imported(let summary, _) = try importing(rows, name: name, options: options) else {
      throw Unexpected()
    }
    return summary
  }

  struct Unexpected: Error {}

  /// All bytes in the survey's folder but survey.yaml: the database, its side files, the key.
  func bytes() throws -> Data {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0 != "survey.yaml" }.reduce(into: Data()) {
      $0 += try Data(contentsOf: folder.appending(path: $1))
    }
  }

  /// Whether a text stands somewhere in those bytes.
  func holds(_ text: String) throws -> Bool {
    try bytes().firstRange(of: Data(text.utf8)) != nil
  }

  /// Rows of a query, by `sqlite3`, as one text.
  func query(_ sql: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sqlite3", folder.appending(path: "responses.sqlite").path, sql]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
