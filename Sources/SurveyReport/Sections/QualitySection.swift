import HTML
import SurveyAnalysis
import SurveyModel

/// What the figures rest on: files, missing answers by kind, what was guessed, and whether the ranking can be trusted.
struct QualitySection {
  let content: ReportContent
  let context: ReportContext

  private var language: ReportLanguage { context.language }
  private var numbers: NumberFormat { context.numbers }

  var node: HTMLNode {
    ReportSection(
      id: "base", heading: language("What this rests on", "Waar dit op steunt"),
      explanation: content.provenance.files.isEmpty ? [] : [summary],
      content: guesses + answers + sensitivity + missing + files
    ).node
  }

  private var summary: String {
    let provenance = content.provenance
    let stored = provenance.files.reduce(0) { $0 + $1.rowsStored }
    let (all, rejected) = (numbers.integer(stored), numbers.integer(provenance.rowsRejected))
    var words = language(
      "\(all) responses stored, \(rejected) rows rejected.",
      "\(all) antwoorden opgeslagen, \(rejected) rijen geweigerd.")
    if let dates = provenance.dates {
      let range = context.dates.range(dates)
      words += language(" All responses: \(range).", " Alle antwoorden: \(range).")
    }
    return words
  }

  private var guesses: [HTMLNode] {
    guard !content.notes.isEmpty else { return [] }
    let heading = language("What was guessed about the export", "Wat over het bestand is aangenomen")
    return [.heading(3, heading), .list("notes", numbered: false, items: content.notes.map { .text($0) })]
  }

  /// Whether the answers can be taken at their word, and the ranking with and without those that may not.
  private var answers: [HTMLNode] {
    guard let quality = content.quality else { return [] }
    let sentences = DiagnosticsSentences(context: context)
    let compared = RankingComparison(context: context, panel: quality.comparison)
    let notes =
      quality.flags.map(sentences.text) + [NonlinearSentences(context: context).verdict(quality.nonlinear)]
      + compared.summary
    let heading = language(
      "Can the answers be taken at their word?", "Zijn de antwoorden op hun woord te geloven?")
    let table = quality.comparison.rankings.count > 1 ? [TableTwin.node(compared.table)] : []
    return [.heading(3, heading), .list("notes", numbered: false, items: notes.map { .text($0) })] + table
  }

  /// Which conclusions hold under every choice.
  private var sensitivity: [HTMLNode] {
    guard let panel = content.sensitivity, panel.rankings.count > 1, panel.drivers.count > 1 else {
      return []
    }
    let heading = language(
      "Does the ranking depend on choices?", "Hangt de rangorde van keuzes af?")
    let compared = RankingComparison(context: context, panel: panel)
    let sentences = SensitivitySentences(context: context, panel: panel).all
    return [
      .heading(3, heading), .list("notes", numbered: false, items: sentences.map { .text($0) }),
      TableTwin.node(compared.ranges), TableTwin.node(compared.places),
    ]
  }

  private var missing: [HTMLNode] {
    guard !content.provenance.answers.isEmpty else { return [] }
    let reasons: [MissingReason] = [.notShown, .skipped, .dontKnow]
    let columns =
      [
        ResultTable.Column(language("Question", "Vraag")),
        ResultTable.Column(context.terms.answers, .trailing),
      ]
      + reasons.map { ResultTable.Column(context.terms.missing($0), .trailing) }
      + [ResultTable.Column(language("missing", "ontbreekt"), .trailing)]
    let rows = content.provenance.answers.map { answers -> [ResultTable.Cell] in
      let lost = reasons.reduce(0) { $0 + (answers.missing[$1] ?? 0) }
      let share = Double(lost) / Double(max(1, lost + answers.answered))
      return [
        .text(context.labels.question(answers.question)), .number(numbers.integer(answers.answered)),
      ] + reasons.map { .number(numbers.integer(answers.missing[$0] ?? 0)) } + [
        .number(numbers.percent(share))
      ]
    }
    let heading = language("Answers and missing answers", "Antwoorden en ontbrekende antwoorden")
    return [.heading(3, heading), TableTwin.node(ResultTable(columns: columns, rows: rows))]
  }

  private var files: [HTMLNode] {
    guard !content.provenance.files.isEmpty else { return [] }
    let columns = [
      ResultTable.Column(language("File", "Bestand")), ResultTable.Column("SHA-256"),
      ResultTable.Column(language("rows read", "rijen gelezen"), .trailing),
      ResultTable.Column(language("stored", "opgeslagen"), .trailing),
      ResultTable.Column(language("rejected", "geweigerd"), .trailing),
    ]
    let rows = content.provenance.files.map { file -> [ResultTable.Cell] in
      [.text(file.name), .text(String(file.digest.prefix(12)))]
        + [file.rowsRead, file.rowsStored, file.rowsRejected].map { .number(numbers.integer($0)) }
    }
    return [
      .heading(3, language("Files", "Bestanden")), TableTwin.node(ResultTable(columns: columns, rows: rows)),
    ]
  }
}
