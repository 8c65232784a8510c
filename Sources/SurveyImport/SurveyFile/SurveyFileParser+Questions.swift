import SurveyModel
import Yams

/// What holds for all drivers that do not say otherwise.
struct QuestionDefaults {
  var scale: Scale?
  var missing: [MissingCode] = []
  var missingPlace: SourceLocation?
}

extension SurveyFileParser {
  private static let questionKeys = ["column", "aliases", "label", "scale", "missing"]
  private static let reservedIDs = ["response", "wave", "date", "weight", "respondent", "missing", "import"]

  mutating func outcome(_ entry: Entry) -> Question? {
    guard let fields = fields(of: entry.value, in: "outcome", known: ["id"] + SurveyFileParser.questionKeys)
    else { return nil }
    let id = fields["id"].flatMap { text($0.value, "id") } ?? "nps"
    checkID(id, at: fields["id"].map { place(of: $0.value) } ?? entry.place)
    let defaults = QuestionDefaults(scale: .recommendation)
    guard let question = question(id, fields, at: entry.place, defaults) else { return nil }
    if question.scale.decimals > 0 {
      report(
        .error, .scaleInvalid, at: fields["scale"].map { place(of: $0.value) } ?? entry.place,
        "the outcome cannot have decimals: promoters, passives and detractors are counted in whole answers",
        fix: "leave out `decimals:`")
      return nil
    }
    if question.scale.minimum != 0 || question.scale.maximum != 10 {
      report(
        .warning, .outcomeScale, at: fields["scale"].map { place(of: $0.value) } ?? entry.place,
        "the outcome is on a \(question.scale.name) scale; the net promoter score is defined on 0–10",
        fix: "check that this is the recommendation question; reports will name the scale")
    }
    return question
  }

  mutating func defaults(_ node: Node) -> QuestionDefaults? {
    guard let fields = fields(of: node, in: "defaults", known: ["scale", "missing"]) else { return nil }
    return QuestionDefaults(
      scale: fields["scale"].flatMap { scale($0.value) },
      missing: fields["missing"].map { missingCodes($0.value) } ?? [], missingPlace: fields["missing"]?.place)
  }

  mutating func drivers(_ node: Node, _ defaults: QuestionDefaults) -> [Question] {
    (entries(of: node, in: "drivers") ?? []).compactMap { entry in
      checkID(entry.key, at: entry.place)
      let isBare = entry.value.scalar?.string.isEmpty == true
      let keys = SurveyFileParser.questionKeys + ["theme"]
      guard let fields = isBare ? [:] : fields(of: entry.value, in: entry.key, known: keys) else {
        return nil
      }
      return question(entry.key, fields, at: entry.place, defaults)
    }
  }

  private mutating func question(
    _ id: String, _ fields: [String: Entry], at place: SourceLocation, _ defaults: QuestionDefaults
  ) -> Question? {
    let source = source(fields, id: id, at: place)
    let label = fields["label"].flatMap { localizedText($0.value, "label") }
    let missing = fields["missing"].map { missingCodes($0.value) } ?? defaults.missing
    let scale = fields["scale"].map { self.scale($0.value) } ?? defaults.scale
    guard let scale else {
      if fields["scale"] == nil { reportNoScale(id, at: place) }
      return nil
    }
    checkMissing(missing, on: scale, of: id, at: fields["missing"]?.place ?? defaults.missingPlace ?? place)
    return Question(
      id: id, source: source, label: label ?? LocalizedText(source.name), scale: scale, missingCodes: missing,
      theme: fields["theme"].flatMap { theme($0.value) })
  }

  /// A theme's name; one that differs from an earlier one only in case or spaces would divide a theme in two.
  private mutating func theme(_ node: Node) -> String? {
    guard let name = text(node, "theme") else { return nil }
    if let earlier = themes[FoldedText(name)], earlier != name {
      report(
        .error, .themeSpelling, at: place(of: node),
        "the themes \"\(earlier)\" and \"\(name)\" differ only in case or spaces",
        fix: "write the theme's name the same everywhere")
    }
    themes[FoldedText(name)] = themes[FoldedText(name)] ?? name
    return name
  }

  private mutating func reportNoScale(_ id: String, at place: SourceLocation) {
    report(
      .error, .keyMissing, at: place, "`\(id)` has no `scale`",
      fix: "add `scale:` here, such as 1-10, or once for all drivers under `defaults:`")
  }

  mutating func segments(_ node: Node) -> [Segment] {
    (entries(of: node, in: "segments") ?? []).compactMap { entry in
      checkID(entry.key, at: entry.place)
      let isBare = entry.value.scalar?.string.isEmpty == true
      let keys = ["column", "aliases", "label", "values", "missing", "contains", "ticked"]
      guard let fields = isBare ? [:] : fields(of: entry.value, in: entry.key, known: keys) else {
        return nil
      }
      let mark = fields["ticked"].flatMap { text($0.value, "ticked") }
      if mark != nil, let other = fields["contains"] {
        report(
          .error, .valueKind, at: place(of: other.value),
          "\(entry.key) has `ticked` and `contains`: a column is a box to tick or holds several answers",
          fix: "keep one of the two")
      }
      let option = mark ?? fields["contains"].flatMap { text($0.value, "contains") }
      let source = source(
        fields, id: entry.key, sharedBy: option == nil || mark != nil ? nil : "options", at: entry.place)
      let missing = fields["missing"].map { missingCodes($0.value) } ?? []
      let values = fields["values"].map { self.values($0.value, missing: missing) } ?? []
      let label = fields["label"].flatMap { localizedText($0.value, "label") }
      return Segment(
        id: entry.key, source: source,
        label: label ?? LocalizedText(mark == nil ? option ?? source.name : source.name), values: values,
        missingCodes: missing, option: option, isTickBox: mark != nil)
    }
  }

  mutating func comments(_ node: Node) -> [CommentQuestion] {
    (entries(of: node, in: "comments") ?? []).compactMap { entry in
      checkID(entry.key, at: entry.place)
      let isBare = entry.value.scalar?.string.isEmpty == true
      let keys = ["column", "aliases", "label"]
      guard let fields = isBare ? [:] : fields(of: entry.value, in: entry.key, known: keys) else {
        return nil
      }
      let source = source(fields, id: entry.key, at: entry.place)
      let label = fields["label"].flatMap { localizedText($0.value, "label") }
      return CommentQuestion(id: entry.key, source: source, label: label ?? LocalizedText(source.name))
    }
  }

  /// The values of a segment: a mapping from codes to labels, or a list of texts that are their own labels.
  private mutating func values(_ node: Node, missing: [MissingCode]) -> [Segment.Value] {
    var values: [Segment.Value] = []
    if node.sequence != nil {
      values = (texts(node, "values") ?? []).map { Segment.Value(code: $0, label: LocalizedText($0)) }
    } else {
      for entry in entries(of: node, in: "values") ?? [] {
        let label = localizedText(entry.value, "values") ?? LocalizedText(entry.key)
        values.append(Segment.Value(code: entry.key, label: label))
      }
    }
    var known = Set(missing.map { FoldedText($0.text) })
    for value in values where !known.insert(FoldedText(value.code)).inserted {
      report(
        .error, .segmentValueDuplicate, at: place(of: node),
        "the value \"\(value.code)\" is listed twice, or is a missing code as well",
        fix: "keep it in one place; values that differ only in case are the same")
    }
    return values
  }

  mutating func checkID(_ id: String, at place: SourceLocation) {
    let isValid =
      id.first?.isLetter == true && id.utf8.count <= 60
      && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    if !isValid {
      report(
        .error, .idInvalid, at: place, "\"\(id)\" cannot be an id",
        fix:
          "begin with a letter a–z and use letters, digits, - and _ only; the full text belongs under `label:`"
      )
    }
    if SurveyFileParser.reservedIDs.contains(id.lowercased()) {
      report(
        .error, .idReserved, at: place, "\"\(id)\" is a column of the database's own",
        fix: "choose another id, such as \(id.lowercased())-question")
    }
    if let earlier = ids.updateValue(id, forKey: id.lowercased()) {
      report(
        .error, .idDuplicate, at: place,
        earlier == id
          ? "the id \"\(id)\" is used twice" : "the ids \"\(earlier)\" and \"\(id)\" differ only in case",
        fix: "rename one of the two")
    }
  }
}
