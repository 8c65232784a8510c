import SurveyImport
import SurveyReport

/// Tells in a report what was guessed about an export.
struct GuessSentences {
  let draft: SurveyDraft
  let language: ReportLanguage

  /// The guesses that the report rests on, the outcome first.
  var sentences: [String] {
    let outcome = draft.guesses.filter { $0.path == "outcome" }
    let drivers = headers { $0.hasPrefix("drivers.") }
    let segments = headers { $0.hasPrefix("segments.") }
    let left = draft.guesses.filter { $0.path == "ignored" }.count
    return outcome.map(about)
      + list(drivers, "as drivers", "als driver")
      + list(segments, "as segments", "als segment")
      + ["weight", "date", "wave"].flatMap { role in list(headers { $0 == role }, "as \(role)", dutch(role)) }
      + (left > 0 ? [leftOut(left)] : [])
  }

  private func headers(_ isWanted: (String) -> Bool) -> [String] {
    draft.guesses.filter { isWanted($0.path) }.map(\.header)
  }

  private func about(_ guess: SurveyDraft.Guess) -> String {
    let (low, high) = (draft.survey.outcome.scale.minimum, draft.survey.outcome.scale.maximum)
    let isUsual = low == 0 && high == 10
    return switch language {
    case .english:
      "“\(guess.header)” was taken for the \(isUsual ? "recommendation question" : "outcome"), "
        + "on a scale from \(low) to \(high)."
    case .dutch:
      "“\(guess.header)” is gelezen als de \(isUsual ? "aanbevelingsvraag" : "uitkomst"), "
        + "op een schaal van \(low) tot \(high)."
    }
  }

  private func list(_ headers: [String], _ english: String, _ dutch: String) -> [String] {
    guard !headers.isEmpty else { return [] }
    let names =
      headers.prefix(12).map { "“\($0)”" }.joined(separator: ", ") + (headers.count > 12 ? ", …" : "")
    return switch language {
    case .english: ["Read \(english): \(names)."]
    case .dutch: ["Gelezen \(dutch): \(names)."]
    }
  }

  private func dutch(_ role: String) -> String {
    ["weight": "als weging", "date": "als datum", "wave": "als meting"][role] ?? "als \(role)"
  }

  private func leftOut(_ count: Int) -> String {
    switch (language, count) {
    case (.english, 1): "1 other column was not used; `loyalty init` names it with the reason."
    case (.english, _): "\(count) other columns were not used; `loyalty init` lists them with the reasons."
    case (.dutch, 1): "1 andere kolom is niet gebruikt; `loyalty init` noemt haar met de reden."
    case (.dutch, _): "\(count) andere kolommen zijn niet gebruikt; `loyalty init` noemt ze met de redenen."
    }
  }
}
