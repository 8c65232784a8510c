import SurveyModel

/// Says how the columns of a file differ from those of the survey and of earlier files.
struct WaveSentences {
  let context: ReportContext

  /// The proposals with their evidence and the line to paste, then what is gone and what is new.
  func lines(of waves: WaveComparison) -> [String] {
    let gone = waves.dropped.joined(separator: ", ")
    let new = waves.added.prefix(12).map(ImportOutput.shortened).joined(separator: ", ")
    let more = waves.added.count > 12 ? ", … (\(waves.added.count))" : ""
    return waves.proposals.flatMap(lines)
      + (gone.isEmpty
        ? []
        : [context.language("Gone since earlier files: \(gone).", "Weg sinds eerdere bestanden: \(gone).")])
      + (new.isEmpty
        ? [] : [context.language("New in this file: \(new)\(more).", "Nieuw in dit bestand: \(new)\(more).")])
  }

  private func lines(of proposal: AliasProposal) -> [String] {
    guard proposal.isAmbiguous else {
      let evidence = evidence(for: proposal.candidates[0])
      return [
        context.language(
          "\(proposal.id) may have been renamed: \(evidence). If so, put under `\(proposal.path)` in survey.yaml:",
          "\(proposal.id) heet misschien anders: \(evidence). Zo ja, zet onder `\(proposal.path)` in survey.yaml:"
        ),
        "    \(proposal.line)",
      ]
    }
    return [
      context.language(
        "\(proposal.id) may have been renamed, but more than one reading fits about equally; choose yourself:",
        "\(proposal.id) heet misschien anders, maar er past meer dan één lezing ongeveer even goed; kies zelf:"
      )
    ] + proposal.candidates.map { "    " + evidence(for: $0) }
  }

  private func evidence(for candidate: AliasCandidate) -> String {
    let percent = { (share: Double) in context.numbers.percent(share) }
    let header = "\"\(ImportOutput.shortened(candidate.header))\""
    let (name, fit) = (percent(candidate.nameSimilarity), percent(candidate.scaleFit))
    let alike = context.language(
      "\(header), name \(name) alike, \(fit) of its cells are answers",
      "\(header), naam \(name) gelijk, \(fit) van de cellen zijn antwoorden")
    guard let distance = candidate.answerDistance else {
      return alike
        + context.language(
          ", too few stored answers to compare", ", te weinig opgeslagen antwoorden om te vergelijken")
    }
    let same = percent(1 - distance)
    return alike + context.language(", answers \(same) alike", ", antwoorden \(same) gelijk")
  }
}
