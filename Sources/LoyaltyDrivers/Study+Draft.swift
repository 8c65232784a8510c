import Foundation
public import SurveyImport
public import SurveyModel
public import SurveyReport

extension Study {
  /// Whether a path is a folder, as a survey is, rather than an export.
  public static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  /// Whether a path is a file, as an export is, rather than a survey's folder.
  public static func isFile(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path) && !isFolder(path)
  }

  /// A draft of `survey.yaml` for an export.
  ///
  /// - Parameters:
  ///   - path: The export.
  ///   - outcome: The header of the recommendation question; nil to guess it.
  /// - Throws: `ImportError` where the file cannot be read or has no column that may be the outcome.
  public static func draft(of path: String, outcome: String? = nil) throws -> SurveyDraft {
    try SurveyDraft(of: ResponseFile(at: path, extent: .beginning), outcome: outcome)
  }

  /// Writes a draft as `survey.yaml` into a folder, which is made if it is not there.
  ///
  /// - Returns: The path of the file.
  /// - Throws: `StudyError.surveyFileExists` rather than writing over a `survey.yaml`.
  public static func write(_ draft: SurveyDraft, into folder: String) throws -> String {
    let path = folder.hasSuffix("/") ? folder + surveyFileName : "\(folder)/\(surveyFileName)"
    guard !FileManager.default.fileExists(atPath: path) else { throw StudyError.surveyFileExists(path: path) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(draft.surveyFile.utf8).write(to: URL(filePath: path), options: .atomic)
    return path
  }

  /// The report on an export without a survey folder: the columns are guessed, and the report says what was.
  ///
  /// The responses go through a database in a temporary folder, which is removed afterwards.
  public static func reportOnExport(
    _ path: String, outcome: String? = nil, in language: ReportLanguage? = nil, seed: UInt64 = 1,
    toolVersion: String,
    progress: ((Double) -> Void)? = nil
  ) throws -> (report: StudyReport, summary: ImportSummary, draft: SurveyDraft) {
    let draft = try draft(of: path, outcome: outcome)
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    let temporary = FileManager.default.temporaryDirectory.appending(path: "loyalty-\(UUID().uuidString)")
    let folder = temporary.appending(path: name)
    // Only its owner may look into it: other users share the folder of temporary files.
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: temporary) }
    let study = Study(draft.survey, in: folder)
    guard case .imported(let summary, _) = try study.importResponses(from: path, progress: progress) else {
      preconditionFailure("A new database cannot hold the file already.")
    }
    let spoken = language ?? ReportLanguage(code: draft.survey.language)
    let report = try study.report(
      in: spoken, seed: seed, toolVersion: toolVersion,
      notes: GuessSentences(draft: draft, language: spoken).sentences)
    return (report, summary, draft)
  }
}
