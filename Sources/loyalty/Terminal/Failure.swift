import ArgumentParser
import Foundation
import LoyaltyDrivers

/// Turns an error into words on standard error and an exit code.
enum Failure {
  /// The program did what it was asked to refuse, or rows were rejected under `--strict`.
  static let refused = ExitCode(1)
  /// The data are not what they should be (EX_DATAERR of sysexits.h).
  static let badData = ExitCode(65)
  /// A file is not there (EX_NOINPUT).
  static let noInput = ExitCode(66)
  /// Reading or writing failed (EX_IOERR).
  static let inputOutput = ExitCode(74)

  /// Prints what is wrong and how to repair it, and gives the error that ends the program.
  static func reported(_ error: any Error) -> any Error {
    guard let code = exitCode(of: error) else { return error }
    Console.message(text(of: error))
    return code
  }

  /// The exit code, or nil for errors that ArgumentParser prints itself.
  static func exitCode(of error: any Error) -> ExitCode? {
    switch error {
    case let error as ImportError: exitCode(of: error.diagnostics)
    case let error as StudyError: exitCode(of: error)
    case let error as StoreError: exitCode(of: error)
    case let error as AnalysisError: error.isUsage ? .validationFailure : badData
    case let error as CocoaError where error.isFileError: inputOutput
    case is StrictImportError: refused
    default: nil
    }
  }

  private static func exitCode(of diagnostics: [Diagnostic]) -> ExitCode {
    diagnostics.contains { $0.code == ImportCode.fileMissing.rawValue } ? noInput : badData
  }

  private static func exitCode(of error: StudyError) -> ExitCode {
    switch error {
    case .noSurveyFile: noInput
    case .surveyFileExists: refused
    }
  }

  private static func exitCode(of error: StoreError) -> ExitCode {
    switch error {
    case .nothingStored: noInput
    case .waveAlreadyStored, .fileAlreadyStored, .scaleChanged, .kindChanged, .reservedName, .sameName: refused
    default: inputOutput
    }
  }

  private static func text(of error: any Error) -> String {
    switch error {
    case let error as ImportError: error.errorDescription ?? ""
    case let error as AnalysisError: text(of: error)
    case is StrictImportError: "error: rows were rejected, so nothing was stored\nfix: correct them, or leave out --strict"
    default: text(of: error as? any LocalizedError) ?? "error: \(error.localizedDescription)"
    }
  }

  private static func text(of error: AnalysisError) -> String {
    let guess = error.nearestName.map { " Did you mean `\($0)`?" } ?? ""
    return "error: \(AbsenceSentences(.english).text(of: error))\(guess)\nfix: \(error.repair)"
  }

  private static func text(of error: (any LocalizedError)?) -> String? {
    guard let error, let summary = error.errorDescription else { return nil }
    return "error: \(summary)" + (error.recoverySuggestion.map { "\nfix: \($0)" } ?? "")
  }
}

extension CocoaError {
  fileprivate var isFileError: Bool { (0..<1024).contains(code.rawValue) }
}
