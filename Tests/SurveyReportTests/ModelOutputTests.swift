import Foundation
import SurveyAnalysis
import SurveyModel
import SurveyReport
import TestSupport
import Testing

/// Every model method in every format and both languages.
@Suite struct ModelOutputTests {
  static func text(
    _ method: ModelMethod, _ language: ReportLanguage = .english, as format: ResultFormat = .json
  ) throws -> String {
    let analysis = try ModelAnalysis(
      method, of: Sample.ratedSurvey, Sample.ratedTable(),
      options: ModelOptions(linear: DriverOptions(intervals: .bootstrap, replicates: 100)))
    return try ModelOutput.text(of: analysis, survey: Sample.ratedSurvey, language: language, as: format)
  }

  @Test(arguments: ModelMethod.allCases)
  func jsonNamesItsMethod(method: ModelMethod) throws {
    let text = try Self.text(method)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(root["method"] as? String == method.rawValue && root["version"] as? Int == 1)
    #expect((root["drivers"] as? [Any])?.count == Sample.ratedSurvey.drivers.count)
  }

  @Test(arguments: ModelMethod.allCases, ReportLanguage.allCases)
  func tablesNameEveryDriver(method: ModelMethod, language: ReportLanguage) throws {
    for format in [ResultFormat.table, .markdown, .csv] {
      let text = try Self.text(method, language, as: format)
      for driver in Sample.ratedSurvey.drivers {
        #expect(text.contains(driver.label.text(in: language.code)), "\(method) \(format)")
      }
      #expect(!text.contains("nan") && !text.contains("Optional("))
    }
  }

  @Test(arguments: ModelMethod.allCases)
  func explanationsSayWhatIsNotShown(method: ModelMethod) throws {
    let analysis = try ModelAnalysis(
      method, of: Sample.ratedSurvey, Sample.ratedTable(),
      options: ModelOptions(linear: DriverOptions(intervals: .none)))
    let english = DriverExplanation(survey: Sample.ratedSurvey, language: .english).text(of: analysis)
    let dutch = DriverExplanation(survey: Sample.ratedSurvey, language: .dutch).text(of: analysis)
    #expect(english.contains("What it does not show") && dutch.contains("Wat dit niet laat zien"))
    #expect(english.split(separator: "\n").count == dutch.split(separator: "\n").count)
  }

  static func themes(as format: ResultFormat) throws -> String {
    let found = try ThemeAnalysis(
      of: Sample.ratedSurvey, Sample.ratedTable(), covariates: ["d7"],
      options: DriverOptions(intervals: .bootstrap, replicates: 100))
    return try ModelOutput.text(
      of: .themes(found), survey: Sample.ratedSurvey, language: .english, as: format)
  }

  @Test func covariatesAreNamed() throws {
    #expect(try Self.themes(as: .table).contains("Always in the model: Driver 7"))
    #expect(try Self.themes(as: .csv).split(separator: "\r\n").count == 7)
  }

  @Test func differencesAreListedByPlace() throws {
    let analysis = try DriverAnalysis(of: Sample.ratedSurvey, Sample.ratedTable())
    let count = analysis.drivers.count
    #expect(analysis.differences.count == count * (count - 1) / 2)
    #expect(analysis.differences.first?.higher == analysis.drivers.first?.id)
    let csv = try DifferenceOutput.text(
      of: analysis, survey: Sample.ratedSurvey, language: .dutch, as: .csv)
    #expect(csv.split(separator: "\r\n").count == analysis.differences.count + 1)
    let table = try DifferenceOutput.text(
      of: analysis, survey: Sample.ratedSurvey, language: .english, as: .table)
    #expect(table.contains("hold all true differences at once"))
  }
}
