import Foundation

/// A file given on the command line, where `-` stands for standard input.
enum ExportFile {
  /// Calls a function with the path of a file; standard input is first copied into a temporary file, because an
  /// import reads the bytes twice (once for their SHA-256).
  static func with<Result>(_ argument: String, _ body: (String) throws -> Result) throws -> Result {
    guard argument == "-" else { return try body(argument) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "loyalty-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = folder.appending(path: "standard-input")
    try Data().write(to: copy)
    let handle = try FileHandle(forWritingTo: copy)
    defer { try? handle.close() }
    while let chunk = try FileHandle.standardInput.read(upToCount: 1 << 20), !chunk.isEmpty {
      try handle.write(contentsOf: chunk)
    }
    return try body(copy.path)
  }
}
