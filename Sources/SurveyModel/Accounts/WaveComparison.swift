/// How the columns of an export differ from what `survey.yaml` and earlier exports lead one to expect.
public struct WaveComparison: Sendable, Equatable {
  /// Columns of the survey that the file lacks and of which it may have a renamed one.
  public var proposals: [AliasProposal] = []
  /// Ids of the survey that the file lacks and of which nothing in it seems to be the same.
  public var dropped: [String] = []
  /// Headers that no earlier export had and that the survey does not know.
  public var added: [String] = []

  /// Nothing differs.
  public init() {}

  /// Whether nothing differs.
  public var isEmpty: Bool { proposals.isEmpty && dropped.isEmpty && added.isEmpty }

  /// The proposals that leave no doubt.
  public var clear: [AliasProposal] { proposals.filter { !$0.isAmbiguous } }
}

/// A column that is gone, and the columns of the file that may be the same under another name.
public struct AliasProposal: Sendable, Equatable {
  /// Where it stands in `survey.yaml`, such as `drivers.price`, `outcome` or `weight`.
  public let path: String
  /// The id of the question, or the field.
  public let id: String
  /// What may be the same, the likeliest first; not empty.
  public let candidates: [AliasCandidate]
  /// Whether two fit about equally well, so that nobody should guess.
  public let isAmbiguous: Bool
  /// The line for `survey.yaml`, such as `aliases: [Q7WALKWAY]`, for the likeliest.
  public let line: String

  /// A column that is gone.
  ///
  /// - Precondition: `candidates` is not empty.
  public init(path: String, id: String, candidates: [AliasCandidate], isAmbiguous: Bool, line: String) {
    precondition(!candidates.isEmpty, "A proposal needs a candidate.")
    self.path = path
    self.id = id
    self.candidates = candidates
    self.isAmbiguous = isAmbiguous
    self.line = line
  }
}

/// A column of the file that may be a column of the survey under another name, and what speaks for it.
public struct AliasCandidate: Sendable, Equatable {
  /// Its header.
  public let header: String
  /// How alike names or wordings are, 0…1: the larger of the two.
  public let nameSimilarity: Double
  /// The share of its filled cells that are answers to the question, 0…1.
  public let scaleFit: Double
  /// The total variation distance between its answers and the stored ones, 0…1; nil where either are fewer than 30, or
  /// where the column is no question.
  public let answerDistance: Double?

  /// A column and what speaks for it.
  public init(header: String, nameSimilarity: Double, scaleFit: Double, answerDistance: Double?) {
    self.header = header
    self.nameSimilarity = nameSimilarity
    self.scaleFit = scaleFit
    self.answerDistance = answerDistance
  }

  /// How well it fits, 0…1: the mean of the likeness of names and that of answers, or the former alone.
  public var score: Double {
    answerDistance.map { (nameSimilarity + 1 - $0) / 2 } ?? nameSimilarity
  }
}

/// What earlier exports held, for comparison with another.
public struct StoredAnswers: Sendable, Equatable {
  /// How often each answer was given, by the id of the question or segment; ratings as numbers in digits.
  public var counts: [String: [String: Int]] = [:]
  /// All headers of the exports that are stored; empty where none are, or where they were not kept.
  public var headers: [String] = []

  /// Nothing is stored.
  public init() {}
}
