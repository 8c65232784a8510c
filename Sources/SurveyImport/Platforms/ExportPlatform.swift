import SurveyModel

/// A survey tool whose exports have a header of their own kind.
protocol ExportPlatform: SendableMetatype {
  /// The tool's name.
  static var name: String { get }

  /// The header, where the first records of a file are those of the tool's exports; else nil.
  static func header(in records: [[String]]) -> ExportHeader?
}

/// The columns as a header names them.
struct ExportHeader: Equatable {
  /// The tool, or nil where none was recognised.
  var platform: String?
  /// How many records the header takes.
  var rows: Int
  /// A name per column, by which `survey.yaml` finds it.
  var names: [String]
  /// The question per column; the name where the header has nothing longer.
  var texts: [String]
  /// Rows that are no answers.
  var exclusions: [RowExclusion] = []
  /// Texts that stand for no answer in all exports of the tool.
  var missing: [String: MissingReason] = [:]

  private static let platforms: [any ExportPlatform.Type] = [
    QualtricsExport.self, SurveyMonkeyExport.self, LimeSurveyExport.self, GoogleFormsExport.self,
    TypeformExport.self, FormbricksExport.self, DelightedExport.self, CrowdtechExport.self, RateExport.self,
    CustomerGaugeExport.self, AlchemerExport.self,
  ]

  /// The header at the beginning of some records: that of a known tool, or the first record and those like it.
  ///
  /// - Parameters:
  ///   - records: The first records below title lines; not empty.
  ///   - rows: How many of them are the header, where that is known.
  static func recognised(in records: [[String]], rows: Int?) -> ExportHeader {
    let found = platforms.lazy.compactMap { $0.header(in: records) }.first
    guard let found, rows == nil || rows == found.rows else {
      return PlainHeader.header(in: records, rows: rows)
    }
    return found
  }
}

extension Array where Element == String {
  /// A list of the same length as another, cut or filled up with empty texts.
  func padded(to count: Int) -> [String] {
    Array(prefix(count)) + [String](repeating: "", count: Swift.max(0, count - self.count))
  }
}
