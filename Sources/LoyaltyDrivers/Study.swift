public import Foundation
import SurveyImport
public import SurveyModel
public import SurveyStore

/// A survey folder: `survey.yaml` and, beside it, the database with the responses.
///
/// ```swift
/// let study = try Study(at: "surveys/acme")
/// try study.importResponses(from: "wave-3.csv")
/// let ranking = try study.drivers()
/// ```
public struct Study: Sendable {
  /// The folder.
  public let folder: URL
  /// What `survey.yaml` says.
  public let survey: Survey
  /// What is worth saying about `survey.yaml`, though it was read.
  public let warnings: [Diagnostic]
  /// Whether analyses use the survey's weights, where it has them.
  public var usesWeights = true

  /// The name of the file that describes the survey.
  public static let surveyFileName = "survey.yaml"
  /// The name of the database.
  public static let databaseName = "responses.sqlite"

  /// Opens a survey folder and reads its `survey.yaml`.
  ///
  /// - Throws: `StudyError` where there is no such folder or file, `ImportError` where the file is wrong.
  public init(at path: String) throws {
    folder = URL(filePath: path)
    let file = folder.appending(path: Study.surveyFileName)
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw Study.isFile(path) ? StudyError.fileInsteadOfFolder(path: path) : .noSurveyFile(folder: path)
    }
    let display = path.hasSuffix("/") ? path + Study.surveyFileName : "\(path)/\(Study.surveyFileName)"
    let document = try SurveyFileReader().read(at: display)
    survey = document.survey
    warnings = document.diagnostics
  }

  /// A survey described in code, with its database in a folder of its own.
  public init(_ survey: Survey, in folder: URL) {
    self.folder = folder
    self.survey = survey
    warnings = []
  }

  /// The path of the database, whether it is there yet or not.
  public var databasePath: String {
    folder.appending(path: Study.databaseName).path
  }

  /// The database with the responses; it comes into being with the first import.
  public var store: ResponseStore { ResponseStore(path: databasePath) }
}

/// Why a survey folder cannot be used.
public enum StudyError: Error, Sendable, Equatable {
  /// The folder has no `survey.yaml`, or is not there.
  case noSurveyFile(folder: String)
  /// There is a file where a folder was asked for: an export, or a `survey.yaml`.
  case fileInsteadOfFolder(path: String)
  /// A draft was to be written where a `survey.yaml` already is.
  case surveyFileExists(path: String)
}

extension StudyError: LocalizedError {
  /// What is wrong.
  public var errorDescription: String? {
    switch self {
    case .noSurveyFile(let folder): "There is no survey.yaml in `\(folder)`."
    case .fileInsteadOfFolder(let path): "`\(path)` is a file; the folder of a survey is needed."
    case .surveyFileExists(let path): "\(path) is already there."
    }
  }

  /// How to repair it.
  public var recoverySuggestion: String? {
    switch self {
    case .noSurveyFile(let folder): "run `loyalty init export.csv --into \(ShellWord(folder))` to write one"
    case .fileInsteadOfFolder(let path): StudyError.repair(for: path)
    case .surveyFileExists: "give another folder with --into, or remove the file first"
    }
  }
  private static func repair(for path: String) -> String {
    let file = URL(filePath: path)
    if file.lastPathComponent == Study.surveyFileName {
      return "give the folder it lies in, `\(ShellWord(file.deletingLastPathComponent().relativePath))`"
    }
    let folder = ShellWord("surveys/" + file.deletingPathExtension().lastPathComponent)
    let export = ShellWord(path)
    return "run `loyalty init \(export) --into \(folder)` and `loyalty import \(folder) \(export)`, "
      + "then give `\(folder)`"
  }
}
