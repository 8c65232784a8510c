import Testing

@testable import SurveyImport

@Suite struct MomentTextTests {
  private func seconds(_ beginning: String, _ end: String) -> Int? {
    Array(beginning.utf8).withUnsafeBufferPointer { first in
      Array(end.utf8).withUnsafeBufferPointer { last in
        guard let first = MomentText(first), let last = MomentText(last) else { return nil }
        return MomentText.seconds(from: first, to: last)
      }
    }
  }

  @Test(
    arguments: [
      // Qualtrics, SurveyMonkey, Microsoft Forms, Typeform, Google Forms, LimeSurvey and Excel.
      ("2024-03-17 17:04:31", "2024-03-17 17:09:01", 270),
      ("03/17/2017 11:59:31 AM", "03/17/2017 12:00:31 PM", 60),
      ("3/17/24 17:04:31", "3/17/24 18:04:31", 3600),
      ("2024-03-17T17:04:31Z", "2024-03-17T17:04:32.250Z", 1),
      ("2024/01/05 11:59:15 p.m. CET", "2024/01/06 12:00:15 a.m. CET", 60),
      ("17-3-2024 9:05", "17-3-2024 9:25", 1200),
      ("31-12-2023 23:59:00", "1-1-2024 0:01:00", 120),
      // Either order of day and month fits; nobody takes a month.
      ("02/03/2024 23:59:30", "03/03/2024 00:00:30", 60),
      ("10:15 Europe/Paris 2024-03-17", "10:16 Europe/Paris 2024-03-17", nil),
      ("2024-03-17 10:15 Europe/Paris", "2024-03-17 10:16 Europe/Paris", 60),
      ("2024-03-17 10:15:00", "2024-03-17 10:14:00", nil),
      ("2024-03-17", "2024-03-17", nil), ("", "2024-03-17 10:14:00", nil), ("17:04", "17:05", nil),
      (":", ":", nil), ("2024-03-17 :15", "2024-03-17 10:", nil),
      ("2024-03-17 25:00", "2024-03-17 25:01", nil),
    ] as [(String, String, Int?)])
  func secondsBetweenMoments(beginning: String, end: String, expected: Int?) {
    #expect(seconds(beginning, end) == expected)
  }
}
