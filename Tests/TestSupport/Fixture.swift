public import Foundation

/// Files beside the tests and outside the project.
public enum Fixture {
  /// The project's folder.
  public static let projectFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the project by its path from the project's folder.
  public static func url(_ path: String) -> URL {
    projectFolder.appending(path: path)
  }

  /// A real survey in `../shared/data`, or nil where that folder is absent.
  ///
  /// Real surveys are not part of the project. A test that needs one is enabled by this being there, so that it
  /// is listed as skipped elsewhere.
  public static func sharedData(_ path: String) -> URL? {
    let url = projectFolder.deletingLastPathComponent().appending(path: "shared/data/\(path)")
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// Calls a function with the path of a new empty folder, which is removed afterwards.
  public static func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "loyalty-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
