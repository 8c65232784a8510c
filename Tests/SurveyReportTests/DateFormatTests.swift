import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct DateFormatTests {
  @Test func saysNothingTwice() {
    let dates = DateFormat(language: .dutch)
    let june = Sample.day(2026, 6, 1)
    #expect(dates.range(june...june) == "1 juni 2026")
    #expect(dates.range(june...Sample.day(2026, 6, 30)) == "1–30 juni 2026")
    #expect(dates.range(Sample.day(2026, 4, 1)...june) == "1 april – 1 juni 2026")
    #expect(dates.range(Sample.day(2025, 12, 31)...june) == "31 december 2025 – 1 juni 2026")
    #expect(DateFormat(language: .english).day(Sample.day(2026, 5, 3)) == "3 May 2026")
  }
}
