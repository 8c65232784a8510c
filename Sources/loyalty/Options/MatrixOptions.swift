import ArgumentParser
import LoyaltyDrivers

/// A published matrix in place of a survey.
struct MatrixOptions: ParsableArguments {
  @Option(
    name: .customLong("matrix"),
    help:
      "Rank from a published correlation or covariance matrix, labelled and square, in place of a survey.",
    completion: .file())
  var path: String?

  @Option(name: .customLong("n"), help: "How many respondents the matrix comes from.")
  var size: Int?

  @Option(name: .customLong("matrix-outcome"), help: "The outcome's label in the matrix. Default: the first.")
  var outcome: String?

  func validate() throws {
    guard path == nil || (size ?? 0) > 0 else {
      throw ValidationError("--matrix needs --n, the number of respondents it comes from.")
    }
    guard path != nil || (size == nil && outcome == nil) else {
      throw ValidationError("--n and --matrix-outcome go with --matrix.")
    }
  }

  /// The ranking of the matrix in the file, with a survey that names it.
  func analysis(_ path: String, options: DriverOptions) throws -> (analysis: MatrixAnalysis, survey: Survey) {
    let matrix = try MatrixReader().read(at: path)
    let analysis = try MatrixAnalysis(of: matrix, size: size ?? 0, outcome: outcome, options: options)
    let question = Question(
      id: analysis.outcome, source: ColumnSource(name: analysis.outcome),
      label: LocalizedText(analysis.outcome),
      scale: .recommendation)
    return (analysis, Survey(title: LocalizedText(path), outcome: question))
  }
}
