/// Some hundreds of responses on their way from a file into the store, row after row.
///
/// Texts that recur (segment values, waves) stand in `levels` once and are referred to by index, so that a batch
/// needs no text per cell. Levels only grow while a file is read: an index means the same in every batch of a file.
public struct ResponseBatch: Sendable {
  /// The rating questions' ids, one per column of `ratings`.
  public let ratingIDs: [String]
  /// The segments' ids, one per column of `categories`.
  public let segmentIDs: [String]
  /// The open questions' ids, one per column of `comments`.
  public let commentIDs: [String]
  /// How many responses the batch holds.
  public var count = 0
  /// `count × ratingIDs.count` answers, row after row.
  public var ratings: [Rating] = []
  /// `count × segmentIDs.count` indices into `levels` of the segment, or `missingCategory(_:)`.
  public var categories: [Int32] = []
  /// The distinct values met so far, per segment.
  public var levels: [[String]]
  /// A weight per response; empty where the survey has none.
  public var weights: [Double] = []
  /// Days since 1 January 1970 per response, `noDate` where missing; empty where the survey has no date.
  public var dates: [Int32] = []
  /// An index into `waveLevels` per response; empty where the survey has no waves.
  public var waves: [Int32] = []
  /// The distinct waves met so far.
  public var waveLevels: [String] = []
  /// The respondents' identifiers; empty where the survey has none.
  public var respondents: [String] = []
  /// `count × commentIDs.count` texts, row after row; the empty text where there is none.
  public var comments: [String] = []
  /// The line of the file on which each response begins, counted from 1.
  public var lines: [Int] = []

  /// The date of a response that has none.
  public static let noDate = Int32.min

  /// An empty batch with a column for each question and segment of a survey.
  public init(for survey: Survey) {
    ratingIDs = survey.ratings.map(\.id)
    segmentIDs = survey.storedSegments.map(\.id)
    commentIDs = survey.comments.map(\.id)
    levels = survey.storedSegments.map { $0.values.map(\.code) }
  }

  /// The entry of `categories` for a missing answer: −1 skipped, −2 not shown, −3 don't know.
  public static func missingCategory(_ reason: MissingReason) -> Int32 {
    switch reason {
    case .skipped: -1
    case .notShown: -2
    case .dontKnow: -3
    }
  }

  /// Removes the responses and keeps the levels.
  public mutating func removeResponses() {
    count = 0
    ratings.removeAll(keepingCapacity: true)
    categories.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    dates.removeAll(keepingCapacity: true)
    waves.removeAll(keepingCapacity: true)
    respondents.removeAll(keepingCapacity: true)
    comments.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
  }

  /// Removes the last response and keeps the levels.
  ///
  /// - Precondition: there is one.
  public mutating func removeLast() {
    precondition(count > 0, "There is no response to remove.")
    count -= 1
    ratings.removeLast(ratingIDs.count)
    categories.removeLast(segmentIDs.count)
    comments.removeLast(commentIDs.count)
    lines.removeLast()
    if !weights.isEmpty { weights.removeLast() }
    if !dates.isEmpty { dates.removeLast() }
    if !waves.isEmpty { waves.removeLast() }
    if !respondents.isEmpty { respondents.removeLast() }
  }
}
