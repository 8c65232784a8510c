import SurveyModel
import Yams

extension SurveyFileParser {
  private static let keys = [
    "title", "language", "simulated", "format", "outcome", "defaults", "drivers", "segments", "weight",
    "cluster", "stratum", "date", "wave", "respondent", "pseudonymise", "comments", "exclude",
  ]

  /// All keys of the format, wherever they stand; docs/survey-file.md shows each.
  static let allKeys =
    keys + [
      "delimiter", "decimal", "header-rows", "id", "column", "aliases", "label", "scale", "missing", "theme",
      "from",
      "to",
      "reversed", "words", "skipped", "not-shown", "dont-know", "values", "order", "file",
    ]

  /// The survey, or nil where too much is wrong to make one; `diagnostics` says what.
  mutating func survey() -> Survey? {
    guard let root = root(), let fields = fields(of: root, in: "", known: SurveyFileParser.keys) else {
      return nil
    }
    let title = required("title", in: fields).flatMap { localizedText($0.value, "title") }
    let language = fields["language"].flatMap { self.language($0.value) } ?? "en"
    let outcome = required("outcome", in: fields).flatMap { self.outcome($0) }
    let defaults = fields["defaults"].flatMap { self.defaults($0.value) } ?? QuestionDefaults()
    let drivers = fields["drivers"].map { self.drivers($0.value, defaults) } ?? []
    let segments = fields["segments"].map { self.segments($0.value) } ?? []
    let weight = fields["weight"].flatMap { columnField($0.value, "weight") }
    let date = fields["date"].flatMap { self.date($0.value) }
    let wave = fields["wave"].flatMap { self.wave($0.value, date: date) }
    let respondent = fields["respondent"].flatMap { columnField($0.value, "respondent") }
    let isPseudonymised = pseudonymised(fields)
    let sampling = sampling(fields, respondent: isPseudonymised ? respondent : nil)
    let comments = fields["comments"].map { self.comments($0.value) } ?? []
    let excluded = fields["exclude"].flatMap { self.excluded($0.value) } ?? []
    let format = fields["format"].flatMap { self.format($0) } ?? FileFormat()
    let isSimulated = fields["simulated"].flatMap { boolean($0.value, "simulated") } ?? false
    if fields["drivers"] == nil, outcome != nil { reportNoDrivers(at: place(of: root)) }
    guard let title, let outcome else { return nil }
    return Survey(
      title: title, language: language, outcome: outcome, drivers: drivers, segments: segments,
      weight: weight,
      date: date, wave: wave, respondent: respondent, excludedColumns: excluded, format: format,
      isSimulated: isSimulated, comments: comments, isPseudonymised: isPseudonymised, sampling: sampling)
  }

  private mutating func pseudonymised(_ fields: [String: Entry]) -> Bool {
    guard let entry = fields["pseudonymise"], boolean(entry.value, "pseudonymise") == true else {
      return false
    }
    if fields["respondent"] == nil {
      report(
        .error, .respondentMissing, at: entry.place,
        "`pseudonymise` has nothing to hide, since the survey names no respondent",
        fix: "name the column of respondents with `respondent:`, or take `pseudonymise:` out")
    }
    return true
  }

  private mutating func reportNoDrivers(at place: SourceLocation) {
    report(
      .note, .driversMissing, at: place, "the survey has no drivers, so that only scores can be computed",
      fix: "list the rated aspects under `drivers:`")
  }

  private mutating func root() -> Node? {
    do {
      guard let root = try compose(yaml: text) else {
        reportSyntax("the file is empty", at: SourceLocation(file: file))
        return nil
      }
      return root
    } catch let error as YamlError {
      reportSyntax(error)
    } catch {
      reportSyntax("the file is not YAML", at: SourceLocation(file: file))
    }
    return nil
  }

  private mutating func reportSyntax(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      reportSyntax(problem, at: place(line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let duplicates, let context):
      for key in duplicates {
        let line = secondLine(withKey: key, from: context.mark.line) ?? context.mark.line
        report(
          .error, .keyDuplicate, at: SourceLocation(file: file, line: line), "the key `\(key)` occurs twice",
          fix: "merge the two, or rename one")
      }
    default: reportSyntax("the file is not YAML", at: SourceLocation(file: file))
    }
  }

  private mutating func reportSyntax(_ problem: String, at place: SourceLocation) {
    report(
      .error, .yamlSyntax, at: place, "this is not valid YAML: \(problem)",
      fix: "check indentation, colons and quotes; texts with a colon or a leading sign need quotes")
  }

  mutating func required(_ key: String, in fields: [String: Entry]) -> Entry? {
    if let entry = fields[key] { return entry }
    report(
      .error, .keyMissing, at: SourceLocation(file: file, line: 1), "survey.yaml has no `\(key)`",
      fix: key == "outcome"
        ? "add `outcome:` with the column of the recommendation question" : "add `\(key):`")
    return nil
  }

  private mutating func language(_ node: Node) -> String? {
    guard let code = text(node, "language") else { return nil }
    checkLanguage(code, at: place(of: node))
    return code
  }

  private mutating func excluded(_ node: Node) -> [String]? {
    guard let columns = texts(node, "exclude") else { return nil }
    let places = node.sequence.map { $0.map { place(of: $0) } } ?? [place(of: node)]
    for (column, place) in zip(columns, places) {
      guard let use = columnUses[FoldedText(column)] else { continue }
      report(
        .error, .columnReused, at: place, "the column \"\(column)\" is excluded, and read as \(use)",
        fix: "take it out of `exclude:`, or take \(use) out of the survey")
    }
    return columns
  }
}
