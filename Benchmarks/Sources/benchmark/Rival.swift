import Foundation

/// A program in another language that does the same, and says what that cost it.
///
/// The programs lie in `Rivals/`. They print the processor time of the work alone, without the start of the interpreter
/// and the reading of the file, as their last line, and leave with status 69 where a package is not installed.
struct Rival {
  private static let unavailable: Int32 = 69
  private let script: String
  private let arguments: [String]

  init(_ script: String, _ arguments: String...) {
    self.script = script
    self.arguments = arguments
  }

  /// The cost of the work; nil where the program cannot be run here.
  func run() throws -> Cost? {
    let interpreter = script.hasSuffix(".R") ? "Rscript" : Rival.python
    guard ChildProcess.isInstalled(interpreter) else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [interpreter, Rival.folder + script] + arguments
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus == Rival.unavailable { return nil }
    let seconds = output.split(whereSeparator: \.isWhitespace).last.flatMap { Double($0) }
    guard process.terminationStatus == 0, let seconds else {
      throw ChildProcess.Failure(command: [interpreter, script], status: process.terminationStatus)
    }
    return Cost(seconds: seconds, peakMemory: nil)
  }

  /// A whole program of `Rivals/`, with the start of its interpreter and its memory; nil where it cannot be run here.
  func runWhole() throws -> Cost? {
    do {
      return try ChildProcess([Rival.python, Rival.folder + script] + arguments).run()
    } catch let failure as ChildProcess.Failure
      where failure.status >> 8 == Rival.unavailable || failure.status == ENOENT
    {
      return nil
    }
  }

  /// The Python that has the packages.
  private static var python: String { ProcessInfo.processInfo.environment["PYTHON"] ?? "python3" }

  private static let folder =
    URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path + "/Rivals/"
}
