/// A bar on a terminal that says how much of a file has been read.
final class ProgressBar {
  private let title: String
  private let isVisible: Bool
  private var shown = -1

  /// A bar; nothing is drawn where standard error is not a terminal or the user asked for quiet.
  init(_ title: String, isQuiet: Bool) {
    self.title = title
    isVisible = !isQuiet && Console.isTerminal
  }

  /// Draws the bar at a share of 0…1, at most once per percent.
  func update(_ share: Double) {
    let percent = Int(min(max(share, 0), 1) * 100)
    guard isVisible, percent != shown else { return }
    shown = percent
    let filled = percent * 30 / 100
    let bar = String(repeating: "━", count: filled) + String(repeating: "┄", count: 30 - filled)
    Console.progress("\r\(title)  \(bar) \(percent) %")
  }

  /// Removes the bar.
  func finish() {
    guard isVisible, shown >= 0 else { return }
    Console.progress("\r\u{1B}[2K")
  }
}
