public import SurveyModel

/// Finds out how the columns of an export differ from those of a survey, and which may have been renamed.
///
/// A column that is gone is compared with every column of the file that the survey does not know. What speaks for one is
/// how alike the names or wordings are, whether its cells are answers to the question, and how alike they are to the
/// answers that are stored. docs/importing.md gives the rule.
public struct AliasSearch {
  /// Below this share of cells that are answers a column is none of the question.
  private static let leastFit = 0.9
  /// Answers further apart than this are those of another question.
  private static let largestDistance = 0.35
  /// Below this a likeness is chance.
  private static let leastScore = 0.6
  /// Two that are closer than this fit equally well.
  private static let clearDifference = 0.1
  private static let mostCandidates = 4
  /// How alike two questions are that ask for a recommendation, be it in different languages.
  private static let likenessOfOutcomes = 0.75

  private let survey: Survey
  private let profile: FileProfile
  private let columns: [SurveyColumn]
  private let places: [Int?]

  /// Looks at the first 5,000 rows of a file.
  ///
  /// - Parameters:
  ///   - file: The export.
  ///   - survey: The survey.
  ///   - wave: The wave of the file where it is given; a column of waves is not missed then.
  public init(
    of file: ResponseFile, for survey: Survey, wave: String? = nil
  ) throws(ImportError) {
    self.survey = survey
    profile = try FileProfile(of: file, format: survey.format)
    columns = SurveyColumn.all(of: survey, isWaveGiven: wave != nil)
    let matching = ColumnMatching(of: survey, in: profile.layout, isWaveGiven: wave != nil)
    places = matching.places(isWaveGiven: wave != nil, survey)
  }

  /// The ids of the survey's columns that the file lacks.
  public var missingIDs: [String] { columns.indices.filter { places[$0] == nil }.map { columns[$0].id } }

  /// How the file differs, given what earlier exports held of the columns that it lacks.
  public func comparison(with stored: StoredAnswers) -> WaveComparison {
    var comparison = WaveComparison()
    let free = freeColumns
    var gone = columns.indices.filter { places[$0] == nil }
      .map { (column: columns[$0], candidates: candidates(for: columns[$0], stored, among: free)) }
    AliasSearch.settle(&gone)
    for (column, candidates) in gone {
      guard !candidates.isEmpty else {
        if stored.counts[column.id]?.isEmpty == false { comparison.dropped.append(column.id) }
        continue
      }
      let best = candidates[0]
      let rivals = gone.filter { $0.column.path != column.path }.flatMap(\.candidates)
        .filter { $0.header == best.header && $0.score + AliasSearch.clearDifference > best.score }
      let isAmbiguous = AliasSearch.isClose(candidates) || !rivals.isEmpty
      comparison.proposals.append(
        AliasProposal(
          path: column.path, id: column.id,
          candidates: Array(candidates.prefix(AliasSearch.mostCandidates)), isAmbiguous: isAmbiguous,
          line: "aliases: " + YAMLText.list(column.source.aliases + [best.header])))
    }
    comparison.added = added(
      since: stored.headers, besides: Set(comparison.proposals.flatMap { $0.candidates.map(\.header) }))
    return comparison
  }

  /// The columns that the survey neither reads nor excludes, each with a name of its own.
  private var freeColumns: [ColumnProfile] {
    let used = Set(places.compactMap(\.self))
    let excluded = Set(survey.excludedColumns.map(FoldedText.init))
    return profile.columns.indices.filter { index in
      let header = profile.columns[index].header
      return !used.contains(index) && !header.isEmpty && profile.countOfHeaders(like: header) == 1
        && !excluded.contains(FoldedText(header))
    }.map { profile.columns[$0] }
  }

  private func candidates(
    for column: SurveyColumn, _ stored: StoredAnswers, among free: [ColumnProfile]
  ) -> [AliasCandidate] {
    let known = AnswerShares(counts: stored.counts[column.id] ?? [:])
    let found = free.compactMap { profile -> AliasCandidate? in
      let (shares, fit) = column.answers(in: profile)
      guard fit >= AliasSearch.leastFit else { return nil }
      let distance = shares.distance(to: known)
      if let distance, distance > AliasSearch.largestDistance { return nil }
      let candidate = AliasCandidate(
        header: profile.header, nameSimilarity: AliasSearch.likeness(of: column, and: profile),
        scaleFit: fit, answerDistance: distance)
      return candidate.score >= AliasSearch.leastScore ? candidate : nil
    }
    return found.sorted { ($1.score, $0.header) < ($0.score, $1.header) }
  }

  /// How alike names are, or wordings, whichever is more.
  private static func likeness(of column: SurveyColumn, and profile: ColumnProfile) -> Double {
    let names = column.source.names.map { NearestName.similarity(of: $0, and: profile.header) }
    let wordings = (column.wordings + column.source.names).map {
      NearestName.similarity(of: $0, and: profile.text)
    }
    let isAsked = column.path == "outcome" && DraftVocabulary.asksForRecommendation(profile)
    return (names + wordings + (isAsked ? [likenessOfOutcomes] : [])).max() ?? 0
  }

  /// Gives a header to the column it clearly belongs to, so that it is no candidate for the others any more.
  private static func settle(_ gone: inout [(column: SurveyColumn, candidates: [AliasCandidate])]) {
    var settled: Set<String> = []
    while let (owner, header) = clearMatch(in: gone, besides: settled) {
      settled.insert(header)
      for index in gone.indices where index != owner {
        gone[index].candidates.removeAll { $0.header == header }
      }
    }
  }

  /// A column and a header that are each other's best by far.
  private static func clearMatch(
    in gone: [(column: SurveyColumn, candidates: [AliasCandidate])], besides settled: Set<String>
  ) -> (owner: Int, header: String)? {
    for (index, (_, candidates)) in gone.enumerated() {
      guard let best = candidates.first, !settled.contains(best.header), !isClose(candidates) else {
        continue
      }
      let others = gone.indices.filter { $0 != index }.flatMap { gone[$0].candidates }
      if others.allSatisfy({ $0.header != best.header || $0.score + clearDifference <= best.score }) {
        return (index, best.header)
      }
    }
    return nil
  }

  private static func isClose(_ candidates: [AliasCandidate]) -> Bool {
    candidates.count > 1 && candidates[1].score + clearDifference > candidates[0].score
  }

  /// The headers that no earlier export had, those of candidates aside.
  private func added(since headers: [String], besides candidates: Set<String>) -> [String] {
    guard !headers.isEmpty else { return [] }
    let known = Set((headers + columns.flatMap(\.source.names)).map(FoldedText.init))
    return freeColumns.map(\.header).filter {
      !known.contains(FoldedText($0)) && !candidates.contains($0)
    }
  }
}

extension ColumnMatching {
  /// The places of all columns of a survey, in the order of `SurveyColumn.all`.
  fileprivate func places(isWaveGiven: Bool, _ survey: Survey) -> [Int?] {
    var places = ratings + segments
    if survey.weight != nil { places.append(weight) }
    if survey.date != nil { places.append(date) }
    if case .column = survey.wave, !isWaveGiven { places.append(wave) }
    if survey.respondent != nil { places.append(respondent) }
    return places + comments
  }
}
