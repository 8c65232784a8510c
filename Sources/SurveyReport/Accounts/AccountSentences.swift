import SurveyModel

/// The sentences below the table of an account: rows left out, duplicates, and who looks careless.
struct AccountSentences {
  let context: ReportContext

  /// One line per kind of finding; none for what was not found.
  func lines(of account: ExportAccount) -> [String] {
    leftOut(account.summary) + repeats(account) + completeness(account) + careless(account)
      + account.cells.flatMap(spikes)
  }

  private func count(_ value: Int) -> String { context.numbers.integer(value) }

  private func leftOut(_ summary: ImportSummary) -> [String] {
    summary.rowsLeftOut.map { rows in
      context.language(
        "Left out: \(count(rows.count)), \(rows.reason) (\"\(ImportOutput.shortened(rows.header))\").",
        "Niet meegeteld: \(count(rows.count)), \(dutch(rows.reason)) (\"\(ImportOutput.shortened(rows.header))\")."
      )
    }
  }

  private func dutch(_ reason: String) -> String {
    reason.hasPrefix("no answer")
      ? "proefinvulling" : reason.hasPrefix("not finished") ? "niet afgerond" : reason
  }

  private func repeats(_ account: ExportAccount) -> [String] {
    let summary = account.summary
    let inFile = summary.rowsRepeated - summary.rowsStoredBefore + summary.respondentsRepeated
    let found: [(Int, String, String)] = [
      (
        account.identicalRows, "equal to an earlier row in every cell",
        "in elke cel gelijk aan een eerdere rij"
      ),
      (
        inFile, "of a respondent who has a row in the wave further up",
        "van een respondent met eerder al een rij in de meting"
      ),
      (
        summary.rowsStoredBefore, "stored already, with the same answers",
        "al opgeslagen, met dezelfde antwoorden"
      ),
      (
        summary.rowsConflicting, "of a stored respondent, with other answers",
        "van een opgeslagen respondent, met andere antwoorden"
      ),
      (summary.rowsErased, "of an erased respondent", "van een gewiste respondent"),
    ]
    let parts = found.filter { $0.0 > 0 }.map { "\(count($0.0)) \(context.language($0.1, $0.2))" }
    guard !parts.isEmpty else { return [] }
    return [context.language("Duplicates: ", "Dubbel: ") + parts.joined(separator: "; ") + "."]
  }

  private func completeness(_ account: ExportAccount) -> [String] {
    guard account.summary.rowsStored > 0 else { return [] }
    let (whole, part, none) = (
      count(account.completeRows), count(account.incompleteRows), count(account.rowsWithoutOutcome)
    )
    return [
      context.language(
        "Complete: \(whole) skipped nothing; \(part) skipped more than half; \(none) gave no answer to the outcome.",
        "Volledig: \(whole) sloegen niets over; \(part) meer dan de helft; \(none) gaven geen antwoord op de hoofdvraag."
      )
    ]
  }

  private func careless(_ account: ExportAccount) -> [String] {
    var lines: [String] = []
    if let lining = account.straightLining, lining.base > 0 {
      let share = context.numbers.percent(Double(lining.count) / Double(lining.base))
      lines.append(
        context.language(
          "Straight-lining: \(count(lining.count)) (\(share)) of \(count(lining.base)) who rated at least \(lining.fewestItems) drivers gave all the same rating.",
          "Overal hetzelfde: \(count(lining.count)) (\(share)) van \(count(lining.base)) die minstens \(lining.fewestItems) drivers beoordeelden, gaven overal hetzelfde cijfer."
        ))
    }
    if let speed = account.speed {
      let header = ImportOutput.shortened(speed.header)
      let median = context.numbers.decimal(speed.median, 1)
      lines.append(
        context.language(
          "Too fast: \(count(speed.speeders)) of \(count(speed.base)) took less than a third of the median of \(median) (\"\(header)\").",
          "Te snel: \(count(speed.speeders)) van \(count(speed.base)) deden er minder dan een derde van de mediaan van \(median) over (\"\(header)\")."
        ))
    }
    if account.testRows > 0 {
      lines.append(
        context.language(
          "Tests: \(count(account.testRows)) with \"test\" where a name, an address or a comment should be.",
          "Proef: \(count(account.testRows)) met \"test\" waar een naam, adres of toelichting hoort."
        ))
    }
    return lines
  }

  private func spikes(_ cells: CellAccount) -> [String] {
    cells.spikes.map { spike in
      let number = context.numbers.answer(spike.value)
      return context.language(
        "\(cells.id): \(count(spike.count)) cells hold \(number), which is not on the scale: a missing code, as a rule.",
        "\(cells.id): \(count(spike.count)) cellen bevatten \(number), buiten de schaal: meestal een code voor geen antwoord."
      )
    }
  }
}
