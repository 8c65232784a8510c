import Foundation
import GRDB
import SurveyModel
import TestSupport
import Testing

@testable import SurveyStore

/// Kills a process in the middle of an import.
@Suite struct KilledImportTests {
  private static let variable = "LOYALTY_TEST_KILLED_IMPORT"

  private static func rows(_ count: Int, wave: String, digest: String) -> SampleFile {
    SampleFile(
      name: "\(wave).csv", digest: digest,
      responses: (0..<count).map {
        SampleResponse(Rating($0 % 11), Rating(1 + $0 % 5), "n", wave: wave, respondent: "respondent \($0)")
      }, batchSize: 500)
  }

  /// Runs in the process that is killed: it writes until its pages are in the file, and never ends by itself.
  @Test(.enabled(if: ProcessInfo.processInfo.environment[variable] != nil))
  func writesUntilKilled() throws {
    let path = try #require(ProcessInfo.processInfo.environment[KilledImportTests.variable])
    let file = KilledImportTests.rows(60_000, wave: "B", digest: "bb")
    _ = try ResponseStore(path: path).importResponses(
      of: file.survey, fileName: file.name, digest: file.digest, mode: .replace
    ) { writer in
      _ = try file.write(into: &writer)
      try writer.finish()
      try Data().write(to: URL(filePath: path + ".written"))
      while true { Thread.sleep(forTimeInterval: 1) }
    }
  }

  private func killImport(into path: String) throws {
    let child = Process()
    child.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    child.arguments = [
      "--testing-library", "swift-testing", "--filter", "KilledImportTests/writesUntilKilled",
    ]
    child.environment = ProcessInfo.processInfo.environment.merging(
      [KilledImportTests.variable: path], uniquingKeysWith: { $1 })
    child.standardOutput = FileHandle.nullDevice
    child.standardError = FileHandle.nullDevice
    try child.run()
    let deadline = Date().addingTimeInterval(120)
    while !FileManager.default.fileExists(atPath: path + ".written"), child.isRunning, Date() < deadline {
      Thread.sleep(forTimeInterval: 0.02)
    }
    try #require(child.isRunning, "The import ended before it could be killed.")
    kill(child.processIdentifier, SIGKILL)
    child.waitUntilExit()
    try FileManager.default.removeItem(atPath: path + ".written")
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment[variable] == nil))
  func leavesTheDatabaseAsItWas() throws {
    try withStore { store in
      try KilledImportTests.rows(3000, wave: "A", digest: "aa").store(in: store)
      let before = try store.responses()
      try killImport(into: store.path)
      let folder = URL(filePath: store.path).deletingLastPathComponent().path
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(Set(left) == ["responses.sqlite", "responses.sqlite-journal"])
      #expect(try store.responses() == before)
      #expect(try store.imports().map(\.fileName) == ["A.csv"])
      let verdict = try DatabaseQueue(path: store.path).read {
        try String.fetchOne($0, sql: "PRAGMA integrity_check")
      }
      #expect(verdict == "ok")
      try KilledImportTests.rows(10, wave: "B", digest: "bb").store(in: store)
      #expect(try store.responses().count == 3010)
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment[variable] == nil))
  func leavesAnEmptyDatabaseEmpty() throws {
    try withStore { store in
      try killImport(into: store.path)
      #expect(throws: StoreError.nothingStored(path: store.path)) { try store.responses() }
      try KilledImportTests.rows(10, wave: "B", digest: "bb").store(in: store)
      #expect(try store.responses().count == 10)
    }
  }
}
