import SurveyModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [(1970, 1, 1, 0), (2000, 2, 29, 11_016), (2026, 11, 23, 20_780), (1969, 12, 31, -1)])
  func countsDays(year: Int, month: Int, day: Int, days: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(Int(date.daysSince1970) == days)
    #expect(date.components == (year, month, day))
  }

  @Test(arguments: [(2026, 2, 29), (2026, 13, 1), (2026, 4, 31), (0, 1, 1), (2026, 1, 0)])
  func refusesDaysThatAreNotThere(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test func knowsTheDayOfTheWeek() throws {
    #expect(try #require(CalendarDate(year: 2026, month: 11, day: 23)).weekday == 1)
    #expect(try #require(CalendarDate(year: 1970, month: 1, day: 1)).weekday == 4)
    #expect(try #require(CalendarDate(year: 1969, month: 12, day: 28)).weekday == 7)
  }

  @Test func printsAsISO8601() throws {
    #expect(try #require(CalendarDate(year: 987, month: 3, day: 4)).description == "0987-03-04")
  }
}
