/// Exports of SurveyMonkey: questions, empty where the one before goes on, and a row of options below them.
///
/// Some have a row of codes above. A column of a question with options is named `Question [Option]`.
enum SurveyMonkeyExport: ExportPlatform {
  static let name = "SurveyMonkey"

  private static let plainOptions: Set<String> = [
    "response", "open-ended response", "réponse", "antwort", "antwoord",
  ]

  static func header(in records: [[String]]) -> ExportHeader? {
    for top in [0, 1] where records.count > top + 1 {
      let questions = records[top]
      let options = records[top + 1].padded(to: questions.count)
      let hasRespondent = questions.contains {
        ["respondent id", "respondentid"].contains(FoldedText($0).text)
      }
      let hasOptions = options.contains { plainOptions.contains(FoldedText($0).text) }
      guard hasRespondent, hasOptions || goesOn(questions, options) else { continue }
      let texts = texts(questions, options)
      guard top == 1 else { return ExportHeader(platform: name, rows: 2, names: texts, texts: texts) }
      let codes = records[0].padded(to: texts.count)
      let names = zip(codes, texts).map { FoldedText($0).text.isEmpty ? $1 : $0 }
      return ExportHeader(platform: name, rows: 3, names: names, texts: texts)
    }
    return nil
  }

  /// Whether questions go on over empty cells with an option below each, in a file with collectors.
  private static func goesOn(_ questions: [String], _ options: [String]) -> Bool {
    let hasCollector = questions.contains { FoldedText($0).text == "collector id" }
    return hasCollector && zip(questions, options).count { $0.isEmpty && !$1.isEmpty } >= 2
  }

  private static func texts(_ questions: [String], _ options: [String]) -> [String] {
    PlainHeader.joined(questions, with: options) { option in
      option.isEmpty || plainOptions.contains(FoldedText(option).text)
    }
  }
}
