import SurveyModel

/// Which column of a file holds which column of the survey.
struct ColumnMatching {
  /// The column of each rating question, nil where the file has none.
  private(set) var ratings: [Int?] = []
  /// The column of each segment, nil where the file has none.
  private(set) var segments: [Int?] = []
  /// The columns of weight, date, wave and respondent; nil where the survey or the file has none.
  private(set) var weight: Int?
  private(set) var date: Int?
  private(set) var wave: Int?
  private(set) var respondent: Int?
  /// The column of each open question, nil where the file has none.
  private(set) var comments: [Int?] = []
  /// Notes and warnings; errors too, where a column cannot do without.
  private(set) var diagnostics: [Diagnostic] = []

  private let headers: [String]
  private let places: [SourceLocation]
  private let exact: [String: [Int]]
  private let folded: [FoldedText: [Int]]
  private let excluded: Set<FoldedText>

  /// Looks up the columns of a survey among the headers of a file.
  ///
  /// A column is found by its name, then by an alias; first as written, then without regard to case and spaces. Of columns
  /// with the same name the second is `name (2)`.
  /// The wave's column is looked up only where the wave is not given otherwise.
  init(of survey: Survey, in layout: FileLayout, isWaveGiven: Bool) {
    headers = layout.headers
    places = layout.places
    exact = Dictionary(grouping: headers.indices) { layout.headers[$0] }
    folded = Dictionary(grouping: headers.indices) { FoldedText(layout.headers[$0]) }
    excluded = Set(survey.excludedColumns.map(FoldedText.init))
    for question in survey.ratings {
      let isOutcome = question.id == survey.outcome.id
      ratings.append(find(question.source, as: question.id, orSay: isOutcome ? .outcome : .rating))
    }
    for segment in survey.storedSegments {
      let isSampling = survey.sampling.columns.contains(segment)
      segments.append(find(segment.source, as: segment.id, orSay: isSampling ? .sampling : .segment))
    }
    weight = survey.weight.flatMap { find($0, as: "weight", orSay: .weight) }
    date = survey.date.flatMap { find($0.source, as: "date", orSay: .date) }
    if case .column(let source) = survey.wave, !isWaveGiven {
      wave = find(source, as: "wave", orSay: .wave)
    }
    respondent = survey.respondent.flatMap { find($0, as: "respondent", orSay: .respondent) }
    for question in survey.comments {
      comments.append(find(question.source, as: question.id, orSay: .comment))
    }
  }

  /// The headers that are not stored, in the order of the file, columns without a name left out.
  var ignoredHeaders: [String] {
    let used = Set((ratings + segments + comments + [weight, date, wave, respondent]).compactMap(\.self))
    return headers.indices.filter { !used.contains($0) && !headers[$0].isEmpty }.map { headers[$0] }
  }

  /// Whether diagnostics may show a cell of a column: not one that is not stored, an identifier or open text.
  func isShown(_ column: Int) -> Bool {
    (ratings + segments + [weight, date, wave]).contains(column)
  }

  private mutating func find(_ source: ColumnSource, as id: String, orSay absence: AbsentColumn) -> Int? {
    let byName = source.names.lazy.compactMap { [exact] in exact[$0] }.first
    let byFold = source.names.lazy.compactMap { [folded] in folded[FoldedText($0)] }.first
    if byName == nil, let column = source.names.lazy.compactMap({ [self] in numbered($0) }).first {
      return column
    }
    guard let matches = byName ?? byFold else {
      diagnostics.append(.absent(absence, source, id: id, at: headerPlace, nearest: nearest(to: source)))
      return nil
    }
    let column = matches[0]
    if matches.count > 1 {
      diagnostics.append(.duplicateHeader(headers[column], id: id, matches.map { places[$0] }))
      return nil
    }
    if byName == nil {
      diagnostics.append(.foldedName(source.name, id: id, header: headers[column], at: places[column]))
    }
    noteOthers(of: source, id: id, besides: column)
    return column
  }

  /// The column of a name such as `price (2)`: the second of those that are named `price`.
  private func numbered(_ name: String) -> Int? {
    guard name.last == ")", let open = name.lastIndex(of: "("),
      let number = Int(name[name.index(after: open)...].dropLast()), number > 0
    else { return nil }
    let columns = folded[FoldedText(String(name[..<open]))] ?? []
    return columns.count > 1 && number <= columns.count ? columns[number - 1] : nil
  }

  /// Says so where a second header of the file would fit as well.
  private mutating func noteOthers(of source: ColumnSource, id: String, besides column: Int) {
    let others = source.names.compactMap { exact[$0]?.first }.filter { $0 != column }
    guard let other = others.first else { return }
    diagnostics.append(
      .aliasAlsoPresent(headers[other], id: id, read: headers[column], at: places[other]))
  }

  private var headerPlace: SourceLocation {
    SourceLocation(file: places.first?.file ?? "", line: places.first?.line)
  }

  private func nearest(to source: ColumnSource) -> String? {
    let candidates = NearestName(among: headers.filter { !$0.isEmpty && !excluded.contains(FoldedText($0)) })
    return source.names.lazy.compactMap { candidates.match(for: $0) }.first
  }
}
