public import Foundation

/// Compares a text with a file; `RECORD_SNAPSHOTS=1` writes the file instead.
public enum Snapshot {
  /// Nil where the text equals the file, else what to say: the first line that differs, or that there is no file.
  public static func difference(of text: String, from url: URL) -> String? {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try? FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? Data(text.utf8).write(to: url)
      return nil
    }
    guard let data = try? Data(contentsOf: url) else {
      return "No snapshot \(url.lastPathComponent); run the tests once with RECORD_SNAPSHOTS=1."
    }
    let expected = String(decoding: data, as: UTF8.self)
    if expected == text { return nil }
    let wanted = expected.components(separatedBy: "\n")
    let found = text.components(separatedBy: "\n")
    let line = zip(wanted, found).prefix { $0 == $1 }.count
    let expectedLine = line < wanted.count ? wanted[line] : "the end"
    let foundLine = line < found.count ? found[line] : "the end"
    return "\(url.lastPathComponent):\(line + 1): expected \(expectedLine), found \(foundLine)"
  }
}
