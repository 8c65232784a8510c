import SurveyModel
import Testing

@testable import SurveyImport

@Suite("Adding aliases to survey.yaml") struct SurveyFileEditorTests {
  private static let yaml = """
    # A survey, with comments that must stay.
    title: {nl: Één é, en: One} # not this one
    outcome:   # the question
      id: nps
      column: "NET \\"PRO\\""  # column, with a comment
      scale: 0-10
    defaults: {scale: 1-5}
    drivers:
      bare:
      flow: {column: Q1, label: "a: b"}   # on one line
      empty: {}
      block:
        label: Block
        column: Q2
      list:
        column: Q3
        aliases: [Q3a, "Q3 b"] # two
      lines:
        column: Q4
        aliases:
          - Q4a # one
          - Q4b
      single: {column: Q5, aliases: Q5a}
      nocolumn:
        label: x
    segments:
      regio: {column: 'it''s'}
    weight: 'weging'   # mean 1
    date: {column: datum, order: day-month-year}
    wave: kwartaal meting # plain
    respondent: "nr"
    comments:
      why: {column: Why?}
    """

  @Test(
    arguments: [
      ("outcome", ["      aliases: [\"New: one\"]"]),
      ("drivers.bare", ["      bare: {aliases: [\"New: one\"]}"]),
      ("drivers.flow", ["{aliases: [\"New: one\"], column: Q1"]),
      ("drivers.empty", ["{aliases: [\"New: one\"]}"]),
      ("drivers.block", ["column: Q2\n        aliases: [\"New: one\"]"]),
      ("drivers.list", ["[\"New: one\", Q3a, \"Q3 b\"] # two"]),
      ("drivers.lines", ["- \"New: one\"", "- Q4a # one"]),
      ("drivers.single", ["aliases: [Q5a, \"New: one\"]"]), ("drivers.nocolumn", ["aliases: [\"New: one\"]"]),
      ("segments.regio", ["{aliases: [\"New: one\"], column: 'it''s'}"]),
      ("weight", ["weight: {column: 'weging', aliases: [\"New: one\"]}   # mean 1"]),
      ("date", ["{aliases: [\"New: one\"], column: datum"]),
      ("wave", ["{column: kwartaal meting, aliases: [\"New: one\"]} # plain"]),
      ("respondent", ["{column: \"nr\", aliases: [\"New: one\"]}"]),
      ("comments.why", ["{aliases: [\"New: one\"], column: Why?}"]),
    ])
  func keepsAllElse(path: String, pieces: [String]) throws {
    for lineEnd in ["\n", "\r\n"] {
      let before = Self.yaml.replacing("\n", with: lineEnd)
      var editor = SurveyFileEditor(before)
      let isAdded = editor.add(alias: "New: one", at: path)
      #expect(isAdded)
      for piece in pieces where lineEnd == "\n" {
        #expect(Self.withoutMargins(editor.text).contains(Self.withoutMargins(piece)), "\(editor.text)")
      }
      let (old, new) = (Self.words(before), Self.words(editor.text))
      #expect(new.subtracting(old).isEmpty == false || path == "drivers.empty")
      #expect(old.filter { $0.hasPrefix("#") }.isSubset(of: new))
      let survey = try SurveyFileReader().read(editor.text, file: "survey.yaml").survey
      #expect(survey.title.text(in: "nl") == "Één é")
      let isSecondAdded = editor.add(alias: "Another", at: path)
      #expect(isSecondAdded, "A second one finds its place as well.")
    }
  }

  private static func withoutMargins(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0.isNewline }.map(String.init))
  }

  @Test(arguments: ["drivers.none", "nothing", "title", "", "drivers"])
  func leavesTheTextWhereThereIsNoSuchColumn(path: String) {
    var editor = SurveyFileEditor(Self.yaml)
    let isAdded = editor.add(alias: "New", at: path)
    #expect(!isAdded)
    #expect(editor.text == Self.yaml)
  }

  @Test func refusesAnAliasThatIsReadAlready() {
    var editor = SurveyFileEditor(Self.yaml)
    let isAdded = editor.add(alias: "Q1", at: "drivers.block")
    #expect(!isAdded)
    #expect(editor.text == Self.yaml)
  }
}
