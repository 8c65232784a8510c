import Foundation

/// One run of the built `loyalty`: what it printed and how it ended.
struct CommandRun {
  let output: String
  let messages: String
  let exitCode: Int32

  /// Runs the program with arguments, a working folder, and text on standard input.
  init(_ arguments: [String], in folder: URL? = nil, input: String? = nil) throws {
    let process = Process()
    process.executableURL = CommandRun.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let files = try Streams()
    defer { files.remove() }
    process.standardOutput = files.output
    process.standardError = files.messages
    let pipe = Pipe()
    process.standardInput = input == nil ? FileHandle.nullDevice : pipe
    try process.run()
    if let input {
      try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    }
    process.waitUntilExit()
    output = try files.text("output")
    messages = try files.text("messages")
    exitCode = process.terminationStatus
  }

  /// The program beside the test bundle.
  static var program: URL {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [bundle, bundle.deletingLastPathComponent(), Bundle.main.bundleURL]
    let paths = candidates.map { $0.appending(path: "loyalty") }
    return paths.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? paths[0]
  }

  /// Files rather than pipes, so that much output cannot fill a pipe and stop the program.
  private struct Streams {
    let folder: URL
    let output: FileHandle
    let messages: FileHandle

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "loyalty-run-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for name in ["output", "messages"] {
        try Data().write(to: folder.appending(path: name))
      }
      output = try FileHandle(forWritingTo: folder.appending(path: "output"))
      messages = try FileHandle(forWritingTo: folder.appending(path: "messages"))
    }

    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    func remove() {
      try? FileManager.default.removeItem(at: folder)
    }
  }
}

/// A survey of five regions' worth of nothing: three columns, enough to import and score.
enum SmallSurvey {
  static let yaml = """
    title: Small survey
    outcome: {id: nps, column: nps, scale: 0-10}
    drivers:
      speed: {column: speed, scale: 1-10}
      price: {column: price, scale: 1-10}
    segments:
      region: {column: region}
    wave: {file: "{wave}.csv"}
    """

  /// Rows whose scores and ratings run through the scales without being in step.
  static func export(rows: Int) -> String {
    let lines = (0..<rows).map { row in
      "\((row * 7) % 11),\((row * 7 % 11) / 2 + 1 + row % 3),\((row * 5) % 9 + 1),\(row % 2 == 0 ? "N" : "S")"
    }
    return (["nps,speed,price,region"] + lines).joined(separator: "\n") + "\n"
  }

  /// Writes survey.yaml and an export into a folder.
  static func write(into folder: URL, rows: Int = 60, wave: String = "2026-Q1") throws {
    try Data(yaml.utf8).write(to: folder.appending(path: "survey.yaml"))
    try Data(export(rows: rows).utf8).write(to: folder.appending(path: "\(wave).csv"))
  }
}
