import SurveyModel

/// Raw files of Crowdtech: columns `V1_A1`, in which −99 is a question not put and `NULL` one not answered.
enum CrowdtechExport: ExportPlatform {
  static let name = "Crowdtech"

  static func header(in records: [[String]]) -> ExportHeader? {
    let names = records[0]
    guard names.filter(isAnswer).count >= 3 else { return nil }
    var header = ExportHeader(platform: name, rows: 1, names: names, texts: names)
    header.missing = ["-99": .notShown, "NULL": .skipped]
    return header
  }

  /// Whether a header is `V`, a number, `_A` and a number.
  private static func isAnswer(_ name: String) -> Bool {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].first == "V", parts[1].first == "A" else { return false }
    return parts.allSatisfy { $0.count > 1 && $0.dropFirst().allSatisfy(\.isASCIIDigit) }
  }
}
