import ArgumentParser
import LoyaltyDrivers

/// `loyalty drivers`: the ranking.
struct DriversCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drivers",
    abstract: "Rank the drivers by how much they explain, with intervals on the share and on the rank.",
    discussion: """
      Example: loyalty drivers surveys/voorbeeld --method shapley --by klanttype

      Shares tell what goes together with recommending, not what brings it about.
      """)

  @Argument(help: "The survey's folder, with its survey.yaml.", completion: .directory)
  var survey: String?

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var selection: SelectionOptions

  @Option(
    help:
      "How importance is measured. shapley, relative-weights and genizi give shares and ranks; others answer other questions."
  )
  var method: MethodChoice = .shapley

  @Option(help: "What is ranked for: the 0–10 score, being a promoter, or being a detractor.")
  var outcome: OutcomeKind = .score

  @Option(help: "The groups that logit, logistic-shapley and logistic-relative-weights tell apart.")
  var contrast: GroupContrast = .promoterRest

  @Option(help: "The levels that ordinal, ordinal-shapley and ordinal-relative-weights explain.")
  var levels: OutcomeLevels = .groups

  @Option(help: "What is done about missing ratings; models of the groups use complete cases.")
  var missing: MissingTreatment = .expectationMaximization

  @Option(help: "Bootstrap replicates; 0 for no intervals. Default: chosen by the number of respondents.")
  var replicates: Int?

  @Option(
    help: "How intervals are made. bca and basic go with the rankings; percentile not with shares of models.")
  var interval: IntervalChoice = .automatic

  @Option(help: "The seed of the random numbers.")
  var seed: UInt64 = 1

  @Option(help: "One wave by its name, or last. Default: all responses together.")
  var wave: String?

  @Flag(help: "Say in plain words what was done, and what it does not show.")
  var explain = false

  @Flag(help: "Rank the themes that survey.yaml names, with the drivers within each.")
  var themes = false

  @Option(
    name: .customLong("covariate"), parsing: .singleValue,
    help: "A driver or segment that is always in the model. May be given several times.")
  var covariates: [String] = []

  @Flag(help: "Show the differences between all drivers, with intervals that hold all at once.")
  var differences = false

  @Flag(
    help: "Show the ranking of the score under every reasonable choice, and what holds under all of them.")
  var sensitivity = false

  @Flag(
    help:
      "Show how far the answers can be trusted: patterns, overlap, scales, influence, and whether straight lines suffice."
  )
  var diagnostics = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  func validate() throws {
    guard (survey == nil) != (matrix.path == nil) else {
      throw ValidationError("Name a survey's folder, or a --matrix.")
    }
    guard matrix.path == nil || isPlainRanking else {
      throw ValidationError("--matrix goes with --method shapley, relative-weights or genizi alone.")
    }
    guard replicates.map({ $0 == 0 || (100...1_000_000).contains($0) }) ?? true else {
      throw ValidationError("--replicates must be 0, or from 100 to 1000000.")
    }
    guard selection.segments.isEmpty || (method.ranking != nil && !sensitivity && !diagnostics) else {
      throw ValidationError(
        "--by goes with --method shapley, relative-weights or genizi, without --sensitivity or --diagnostics."
      )
    }
    guard !(sensitivity || diagnostics) || (outcome == .score && !explain) else {
      throw ValidationError(
        "--sensitivity and --diagnostics are about the score, and explain themselves without --explain.")
    }
    guard !(sensitivity && diagnostics) else {
      throw ValidationError("--sensitivity and --diagnostics are two results: ask for one at a time.")
    }
    try validateParts()
  }

  /// What goes with the rankings only.
  private func validateParts() throws {
    guard
      !(themes || !covariates.isEmpty)
        || (method == .shapley && selection.segments.isEmpty && !sensitivity && !diagnostics && !differences)
    else {
      throw ValidationError(
        "--themes and --covariate go with --method shapley, without --by or another result.")
    }
    guard
      !differences || (method.ranking != nil && selection.segments.isEmpty && !sensitivity && !diagnostics)
    else {
      throw ValidationError(
        "--differences goes with --method shapley, relative-weights or genizi, without --by or another result."
      )
    }
    try interval.check(
      replicates: replicates, missing: missing, isRanking: method.ranking != nil && !themes,
      isModel: method.isShareOfModel)
    guard !explain || method != .dominance else {
      throw ValidationError(
        "--explain goes with every --method but dominance, which explains itself below its table.")
    }
  }

  /// Whether nothing but a ranking is asked for.
  private var isPlainRanking: Bool {
    method.ranking != nil && selection.segments.isEmpty && !sensitivity && !diagnostics && !differences
      && !themes && covariates.isEmpty
  }

  func run() throws {
    if let path = matrix.path {
      let found = try matrix.analysis(path, options: options)
      return try show(.matrix(found.analysis), of: found.survey, output.language(for: found.survey))
    }
    let study = try selection.applied(to: StudyOptions.open(survey ?? "", messages))
    let language = output.language(for: study.survey)
    let explanation = DriverExplanation(survey: study.survey, language: language)
    if diagnostics {
      let quality = try study.quality(wave: wave, seed: seed)
      Console.result(
        try DiagnosticsOutput.text(of: quality, survey: study.survey, language: language, as: output.format))
    } else if sensitivity {
      let panel = try study.sensitivity(wave: wave)
      Console.result(
        try SensitivityOutput.text(of: panel, survey: study.survey, language: language, as: output.format))
    } else if themes || !covariates.isEmpty {
      let found = try study.themes(covariates: covariates, byTheme: themes, wave: wave, options: options)
      try show(.themes(found), of: study.survey, language)
    } else if let measure = method.measure {
      let analysis = try study.measure(measure, wave: wave, options: options)
      Console.result(
        try MeasureOutput.text(of: analysis, survey: study.survey, language: language, as: output.format))
      if explain { say(explanation.text(of: analysis)) }
    } else if let model = method.model {
      try show(try study.model(model, wave: wave, options: modelOptions), of: study.survey, language)
    } else if method == .dominance {
      let table = try study.dominance(wave: wave, options: options)
      Console.result(
        try DominanceOutput.text(of: table, survey: study.survey, language: language, as: output.format))
    } else {
      let analysis = try printRanking(of: study, language)
      if explain { say(explanation.text(of: analysis)) }
    }
  }

  private func show(_ analysis: ModelAnalysis, of survey: Survey, _ language: ReportLanguage) throws {
    Console.result(
      try ModelOutput.text(of: analysis, survey: survey, language: language, as: output.format))
    if explain { say(DriverExplanation(survey: survey, language: language).text(of: analysis)) }
  }

  private func printRanking(of study: Study, _ language: ReportLanguage) throws -> DriverAnalysis {
    guard !selection.segments.isEmpty else {
      let analysis = try study.drivers(wave: wave, options: options)
      if differences {
        Console.result(
          try DifferenceOutput.text(of: analysis, survey: study.survey, language: language, as: output.format)
        )
        return analysis
      }
      Console.result(
        try DriverOutput.text(of: analysis, survey: study.survey, language: language, as: output.format))
      return analysis
    }
    let (total, groups) = try study.drivers(by: selection.segments, wave: wave, options: options)
    Console.result(
      try SegmentDriverOutput.text(
        of: total, by: groups, survey: study.survey, language: language, as: output.format))
    return total
  }

  /// Prints an explanation below a table, or as a message beside output for another program.
  private func say(_ text: String) {
    switch output.format {
    case .table, .markdown: Console.result("\n" + text)
    case .json, .csv: Console.message(text)
    }
  }

  private var modelOptions: ModelOptions {
    ModelOptions(contrast: contrast, levels: levels, linear: options)
  }

  private var options: DriverOptions {
    DriverOptions(
      outcome: outcome, method: method.ranking ?? .shapley, missing: missing,
      intervals: interval.intervals(replicates: replicates), replicateInterval: interval.replicateInterval,
      confidence: selection.confidence, replicates: replicates.map { max($0, 1) } ?? 1000, seed: seed)
  }
}
