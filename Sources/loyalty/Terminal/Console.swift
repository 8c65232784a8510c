import Foundation

/// Writes results to standard output, and everything else to standard error.
enum Console {
  /// Writes a result, with a line feed at its end.
  static func result(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: .standardOutput)
  }

  /// Writes a message for a person.
  static func message(_ text: String) {
    write(text + "\n", to: .standardError)
  }

  /// Writes to standard error without a line feed, for the progress bar.
  static func progress(_ text: String) {
    write(text, to: .standardError)
  }

  /// Whether standard error is a terminal, so that a progress bar makes sense.
  static var isTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

  private static func write(_ text: String, to handle: FileHandle) {
    // A closed pipe (`| head`) is no failure of ours.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
