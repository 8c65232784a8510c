import SurveyModel

/// Exports of CustomerGauge: `NPS Score` and `NPS Segment` or `Self Select Drivers`, where `No Score` is no answer.
enum CustomerGaugeExport: ExportPlatform {
  static let name = "CustomerGauge"

  private static let own: Set<String> = [
    "nps segment", "nps group", "self select drivers", "self-selected drivers", "self selected drivers",
    "primary driver", "secondary driver", "level 1 driver", "level 2 driver", "date survey sent",
    "survey sent",
    "touchpoint", "closed loop status",
  ]

  static func header(in records: [[String]]) -> ExportHeader? {
    let names = records[0]
    let folded = Set(names.map { FoldedText($0).text.replacing("_", with: " ") })
    let hasScore = !folded.isDisjoint(with: ["nps score", "nps"])
    guard hasScore, folded.intersection(own).count >= 2 else { return nil }
    var header = ExportHeader(platform: name, rows: 1, names: names, texts: names)
    header.missing = ["No Score": .skipped]
    return header
  }
}
