public import SurveyModel

/// Writes a survey as the text of a `survey.yaml` that a person can edit.
public struct SurveyFileWriter: Sendable {
  /// A writer.
  public init() {}

  /// The text of `survey.yaml`; reading it gives the same survey.
  ///
  /// - Parameters:
  ///   - survey: The survey.
  ///   - comments: Sentences to stand above a key, by its path: `title`, `outcome`, `drivers`, `drivers.price`,
  ///     `segments.region`, `weight`, `date`, `wave`, `respondent`, `exclude`, `format`. What stands under the
  ///     empty path opens the file.
  public func text(of survey: Survey, comments: [String: String] = [:]) -> String {
    var page = YAMLPage(comments: comments)
    page.comment("")
    page.line("title", localized(survey.title), path: "title")
    page.line("language", YAMLText.scalar(survey.language), path: "language")
    if survey.isSimulated { page.line("simulated", "true", path: "simulated") }
    write(survey.format, on: &page)
    page.gap()
    page.open("outcome", path: "outcome")
    page.line("id", YAMLText.scalar(survey.outcome.id), indent: 1)
    writeQuestion(survey.outcome, defaults: nil, on: &page, indent: 1)
    writeDrivers(survey.drivers, on: &page)
    writeSegments(survey.segments, on: &page)
    writeComments(survey.comments, on: &page)
    page.gap()
    writeSources(survey, on: &page)
    if survey.isPseudonymised { page.line("pseudonymise", "true", path: "pseudonymise") }
    if !survey.excludedColumns.isEmpty {
      page.line("exclude", YAMLText.list(survey.excludedColumns), path: "exclude")
    }
    return page.text
  }

  private func write(_ format: FileFormat, on page: inout YAMLPage) {
    guard format != FileFormat() else { return }
    page.open("format", path: "format")
    if let delimiter = format.delimiter {
      let text = delimiter == Dialect.tab ? "tab" : String(UnicodeScalar(delimiter))
      page.line("delimiter", YAMLText.scalar(text), indent: 1)
    }
    if let mark = format.decimalMark {
      page.line("decimal", YAMLText.scalar(String(UnicodeScalar(mark))), indent: 1)
    }
    if let rows = format.headerRows { page.line("header-rows", String(rows), indent: 1) }
  }

  private func writeDrivers(_ drivers: [Question], on page: inout YAMLPage) {
    guard let first = drivers.first else { return }
    let isShared =
      drivers.count > 1
      && drivers.allSatisfy { $0.scale == first.scale && $0.missingCodes == first.missingCodes }
    page.gap()
    if isShared {
      page.open("defaults", path: "defaults")
      write(first.scale, on: &page, indent: 1)
      write(first.missingCodes, on: &page, indent: 1)
    }
    page.open("drivers", path: "drivers")
    for driver in drivers {
      page.open(YAMLText.scalar(driver.id), path: "drivers.\(driver.id)", indent: 1)
      writeQuestion(driver, defaults: isShared ? first : nil, on: &page, indent: 2)
    }
  }

  private func writeQuestion(
    _ question: Question, defaults: Question?, on page: inout YAMLPage, indent: Int
  ) {
    write(question.source, on: &page, indent: indent)
    if question.label != LocalizedText(question.source.name) {
      page.line("label", localized(question.label), indent: indent)
    }
    if let theme = question.theme { page.line("theme", YAMLText.scalar(theme), indent: indent) }
    guard defaults == nil else { return }
    write(question.scale, on: &page, indent: indent)
    write(question.missingCodes, on: &page, indent: indent)
  }

  private func writeSegments(_ segments: [Segment], on page: inout YAMLPage) {
    guard !segments.isEmpty else { return }
    page.gap()
    page.open("segments", path: "segments")
    for segment in segments {
      page.open(YAMLText.scalar(segment.id), path: "segments.\(segment.id)", indent: 1)
      write(segment.source, on: &page, indent: 2)
      if let option = segment.option {
        page.line(segment.isTickBox ? "ticked" : "contains", YAMLText.scalar(option), indent: 2)
      }
      if segment.label
        != LocalizedText(segment.isTickBox ? segment.source.name : segment.option ?? segment.source.name)
      {
        page.line("label", localized(segment.label), indent: 2)
      }
      let values = segment.option != nil && segment.values == Segment.indicator ? [] : segment.values
      if !values.isEmpty { page.open("values", indent: 2) }
      for value in values {
        page.line(YAMLText.scalar(value.code), localized(value.label), indent: 3)
      }
      write(segment.missingCodes, on: &page, indent: 2)
    }
  }

  private func writeComments(_ comments: [CommentQuestion], on page: inout YAMLPage) {
    guard !comments.isEmpty else { return }
    page.gap()
    page.open("comments", path: "comments")
    for question in comments {
      page.open(YAMLText.scalar(question.id), path: "comments.\(question.id)", indent: 1)
      write(question.source, on: &page, indent: 2)
      if question.label != LocalizedText(question.source.name) {
        page.line("label", localized(question.label), indent: 2)
      }
    }
  }

  private func writeSources(_ survey: Survey, on page: inout YAMLPage) {
    if let weight = survey.weight { writeField("weight", weight, on: &page) }
    for column in survey.sampling.columns { writeField(column.id, column.source, on: &page) }
    if let date = survey.date { writeField("date", date.source, order: date.order, on: &page) }
    switch survey.wave {
    case .column(let source): writeField("wave", source, on: &page)
    case .fileName(let pattern):
      page.open("wave", path: "wave")
      page.line("file", YAMLText.scalar(pattern), indent: 1)
    case nil: break
    }
    if let respondent = survey.respondent { writeField("respondent", respondent, on: &page) }
  }

  private func writeField(
    _ field: String, _ source: ColumnSource, order: DateOrder = .yearMonthDay, on page: inout YAMLPage
  ) {
    if source.aliases.isEmpty, order == .yearMonthDay {
      page.line(field, YAMLText.scalar(source.name), path: field)
      return
    }
    page.open(field, path: field)
    page.line("column", YAMLText.scalar(source.name), indent: 1)
    if !source.aliases.isEmpty { page.line("aliases", YAMLText.list(source.aliases), indent: 1) }
    if order != .yearMonthDay { page.line("order", order.rawValue, indent: 1) }
  }

  private func write(_ source: ColumnSource, on page: inout YAMLPage, indent: Int) {
    page.line("column", YAMLText.scalar(source.name), indent: indent)
    if !source.aliases.isEmpty { page.line("aliases", YAMLText.list(source.aliases), indent: indent) }
  }

  private func write(_ scale: Scale, on page: inout YAMLPage, indent: Int) {
    guard !scale.labels.isEmpty || scale.isReversed || scale.decimals > 0 else {
      let isPlain = scale.minimum >= 0
      let text = "\(scale.minimum)\(isPlain ? "-" : "..")\(scale.maximum)"
      page.line("scale", isPlain ? text : "\"\(text)\"", indent: indent)
      return
    }
    page.open("scale", indent: indent)
    page.line("from", String(scale.minimum), indent: indent + 1)
    page.line("to", String(scale.maximum), indent: indent + 1)
    if scale.isReversed { page.line("reversed", "true", indent: indent + 1) }
    if scale.decimals > 0 { page.line("decimals", String(scale.decimals), indent: indent + 1) }
    if !scale.labels.isEmpty { page.open("words", indent: indent + 1) }
    for value in Set(scale.labels.map(\.value)).sorted() {
      let words = scale.labels.filter { $0.value == value }.map(\.text)
      page.line(String(value), YAMLText.textOrList(words), indent: indent + 2)
    }
  }

  private func write(_ codes: [MissingCode], on page: inout YAMLPage, indent: Int) {
    guard !codes.isEmpty else { return }
    page.open("missing", indent: indent)
    let keys: [(MissingReason, String)] = [
      (.skipped, "skipped"), (.notShown, "not-shown"), (.dontKnow, "dont-know"),
    ]
    for (reason, key) in keys {
      let texts = codes.filter { $0.reason == reason }.map(\.text)
      if !texts.isEmpty { page.line(key, YAMLText.list(texts), indent: indent + 1) }
    }
  }

  private func localized(_ text: LocalizedText) -> String {
    let wordings = text.translations.map { translation in
      (translation.language.map { "\($0): " } ?? "") + YAMLText.scalar(translation.text)
    }
    let isPlain = text.translations.count == 1 && text.translations[0].language == nil
    return isPlain ? wordings[0] : "{\(wordings.joined(separator: ", "))}"
  }
}
