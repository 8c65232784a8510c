import Foundation
import Testing

@testable import SurveyReport

@Suite struct ThemeTests {
  enum Theme: String, CaseIterable {
    case light, dark
  }

  /// Every text colour with every ground it is printed on.
  static let pairs = [
    ("ink", "paper"), ("muted", "paper"), ("promoter-text", "paper"), ("detractor-text", "paper"),
    ("on-promoter", "promoter"), ("on-passive", "passive"), ("on-detractor", "detractor"),
    ("ink", "promoter-faded"), ("ink", "passive-faded"), ("ink", "detractor-faded"), ("ink", "caution"),
    ("on-banner", "banner"), ("ink", "fix-tint"), ("ink", "keep-tint"), ("detractor-text", "fix-tint"),
    ("promoter-text", "keep-tint"), ("ink", "band"), ("muted", "band"), ("ink", "bar"),
  ]

  /// Marks that must be seen against the page: WCAG asks 3 for graphics.
  static let marks = ["accent", "promoter", "detractor", "promoter-text", "detractor-text"]

  private func colors(_ theme: Theme) -> [String: String] {
    let parts = ReportPage.styleSheet.components(separatedBy: "prefers-color-scheme: dark")
    var colors: [String: String] = [:]
    for part in theme == .light ? [parts[0]] : parts {
      for line in part.split(separator: "\n") {
        let pair = line.split(separator: ":").map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: " ;"))
        }
        guard pair.count == 2, pair[0].hasPrefix("--") else { continue }
        colors[String(pair[0].dropFirst(2))] = pair[1]
      }
    }
    return colors
  }

  /// The contrast of two colours by WCAG 2.1.
  private func contrast(_ first: String, _ second: String) throws -> Double {
    func luminance(_ color: String) throws -> Double {
      let number = try #require(Int(color.dropFirst(), radix: 16))
      let channels = [number >> 16 & 255, number >> 8 & 255, number & 255].map { value in
        let share = Double(value) / 255
        return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
    let (one, other) = (try luminance(first), try luminance(second))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  @Test(arguments: Theme.allCases, pairs)
  func textCanBeRead(theme: Theme, pair: (String, String)) throws {
    let colors = colors(theme)
    let found = try contrast(try #require(colors[pair.0]), try #require(colors[pair.1]))
    #expect(found >= 4.5, "\(pair.0) on \(pair.1): \(found)")
  }

  @Test(arguments: Theme.allCases, marks)
  func marksCanBeSeen(theme: Theme, mark: String) throws {
    let colors = colors(theme)
    #expect(try contrast(try #require(colors[mark]), try #require(colors["paper"])) >= 3)
  }

  @Test(arguments: Tone.allCases)
  func drawingsCarryTheColoursOfTheLightTheme(tone: Tone) {
    #expect(colors(.light)[tone.rawValue] == tone.color)
    #expect(ReportPage.styleSheet.contains(".fill-\(tone.rawValue) { fill: var(--\(tone.rawValue)); }"))
  }

  @Test func theDarkThemeIsDesignedAndNotInverted() {
    let (light, dark) = (colors(.light), colors(.dark))
    #expect(Tone.allCases.filter { light[$0.rawValue] == dark[$0.rawValue] }.isEmpty)
  }

  @Test func contrastAgreesWithTheStandard() throws {
    #expect(abs(try contrast("#000000", "#ffffff") - 21) < 1e-9)
    #expect(abs(try contrast("#777777", "#ffffff") - 4.478) < 0.001)
  }
}
