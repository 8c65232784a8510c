public import SurveyModel

/// What an export seems to be: a survey guessed from its headers and first rows, with a reason for each guess.
public struct SurveyDraft: Sendable, Equatable {
  /// What a column was taken for, and why.
  public struct Guess: Sendable, Equatable {
    /// How sure the guess is.
    public enum Confidence: String, Sendable {
      /// Name and content agree.
      case high
      /// Name or content says so.
      case medium
      /// It may well be otherwise.
      case low
    }

    /// The header in the export.
    public let header: String
    /// The path in `survey.yaml`, such as `drivers.price`; `ignored` for a column left out.
    public let path: String
    /// Why, in words.
    public let reason: String
    /// How sure the guess is.
    public let confidence: Confidence
  }

  /// The survey.
  public let survey: Survey
  /// A guess per column, in the order of the file.
  public let guesses: [Guess]
  /// Headers of further recommendation questions, as where a survey asks about two products; a draft can be made
  /// for each of them.
  public let otherOutcomes: [String]
  /// How many rows were looked at.
  public let rowsSeen: Int
  /// How the file is written: delimiter, decimal mark, number of columns.
  public let layout: String

  /// Looks at an export.
  ///
  /// - Parameters:
  ///   - file: The export.
  ///   - outcome: The header of the recommendation question, where it is not to be guessed.
  /// - Throws: `ImportError` where the file cannot be read, or with `outcome-not-found`.
  public init(of file: ResponseFile, outcome: String? = nil) throws(ImportError) {
    let profile = try FileProfile(of: file)
    if let table = AggregatedTable(of: profile) { throw ImportError(.aggregated(table, in: file.path)) }
    var roles = RoleGuesses(of: profile)
    guard roles.chooseOutcome(named: outcome) else {
      let headers = roles.outcomeCandidates
      throw ImportError(
        .outcomeNotFound(
          file.path, headers: headers, evidence: headers.map(roles.evidence), wanted: outcome,
          groups: roles.groupColumns.first.map { profile.columns[$0].header }))
    }
    otherOutcomes = roles.otherOutcomes
    roles.chooseOthers()
    survey = roles.survey(title: SurveyDraft.title(of: file.name), fileName: file.name)
    guesses = roles.guesses
    rowsSeen = profile.rows
    let delimiter = Dialect.name(of: profile.layout.dialect.delimiter)
    let mark = profile.layout.decimalMark == Dialect.comma ? "comma" : "point"
    let tool = profile.layout.header.platform.map { "an export of \($0), " } ?? ""
    if let kind = file.kind {
      let source = profile.layout.header.platform == "SPSS" ? "" : tool
      layout = "\(source)\(kind), \(profile.columns.count) columns"
      return
    }
    layout =
      "\(tool)\(file.encoding.name), \(profile.columns.count) columns with a \(delimiter) between them, decimal \(mark)"
  }

  /// The text of a `survey.yaml` in which the reasons stand as comments.
  public var surveyFile: String {
    var comments: [String: String] = [
      "": "A draft by `loyalty init` from the first \(rowsSeen) rows. Check it, and correct what is wrong.\n"
        + "The file: \(layout)."
    ]
    for guess in guesses where guess.path != "ignored" {
      let line = "\(guess.reason) (confidence: \(guess.confidence.rawValue))"
      comments[guess.path] = comments[guess.path].map { $0 + "\n" + line } ?? line
    }
    if case .fileName = survey.wave {
      comments["wave"] =
        "no column tells a wave or a date, but the file's name holds a period; --wave names another (confidence: low)"
    }
    let ignored = guesses.filter { $0.path == "ignored" }
    if !ignored.isEmpty {
      let lines = ignored.map { "  \(DiagnosticText.oneLine($0.header)): \($0.reason)" }
      comments["", default: ""] += "\nNot stored:\n" + lines.joined(separator: "\n")
    }
    return SurveyFileWriter().text(of: survey, comments: comments)
  }

  private static func title(of name: String) -> String {
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    let words = String(stem.map { $0 == "_" || $0 == "-" ? " " : $0 })
    return FoldedText.trimmed(words).isEmpty ? name : FoldedText.trimmed(words)
  }
}

enum DiagnosticText {
  /// A header on one line and of at most 80 characters.
  static func oneLine(_ text: String) -> String {
    let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return line.count <= 80 ? line : line.prefix(79) + "…"
  }
}

extension Diagnostic {
  fileprivate static func outcomeNotFound(
    _ path: String, headers: [String], evidence: [String], wanted: String?, groups: String?
  ) -> Diagnostic {
    let list =
      zip(headers, evidence).prefix(6).map { "\"\(DiagnosticText.oneLine($0))\"\($1)" }
      .joined(separator: ", ") + (headers.count > 6 ? " and \(headers.count - 6) more" : "")
    let nearest = wanted.flatMap { NearestName(among: headers).match(for: $0) }
    let hint =
      list.isEmpty
      ? "check that the file has a row per respondent, and a column of answers from 0 to 10"
      : "name it with --outcome; columns of ratings are \(list)"
    let ofGroups = groups.map {
      "\"\(DiagnosticText.oneLine($0))\" holds the groups, and no column the scores they were made from"
    }
    let summary =
      list.isEmpty
      ? "no column looks like the recommendation question, and none holds ratings"
      : "no column, or more than one, looks like the recommendation question"
    return Diagnostic(
      .error, .outcomeNotFound, at: SourceLocation(file: path, line: 1),
      wanted.map { "the file has no column of ratings \"\($0)\"" } ?? ofGroups ?? summary,
      fix: nearest.map { "did you mean \"\($0)\"?" } ?? hint)
  }
}
