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
    case let error as ImportError: isMissingFile(error) ? noInput : badData
    case let error as StudyError: study(error)
    case let error as StoreError: store(error)
    case let error as AnalysisError: error.isUsage ? .validationFailure : badData
    case let error as CocoaError where error.isFileError: inputOutput
    case is RefusedImportError: refused
    case is RespondentKeyError: inputOutput
    default: nil
    }
  }

  private static func isMissingFile(_ error: ImportError) -> Bool {
    error.diagnostics.contains { $0.code == ImportCode.fileMissing.rawValue }
  }

  private static func study(_ error: StudyError) -> ExitCode {
    switch error {
    case .noSurveyFile, .fileInsteadOfFolder: noInput
    case .surveyFileExists: refused
    }
  }

  private static func store(_ error: StoreError) -> ExitCode {
    switch error {
    case .nothingStored: noInput
    case .waveAlreadyStored, .fileAlreadyStored, .scaleChanged, .kindChanged, .reservedName, .sameName:
      refused
    default: inputOutput
    }
  }

  private static func text(of error: any Error) -> String {
    switch error {
    case let error as ImportError: error.errorDescription ?? ""
    case let error as AnalysisError: analysis(error)
    case let error as RefusedImportError: refusal(error)
    case let error as any LocalizedError: described(error)
    default: "error: \(error.localizedDescription)"
    }
  }

  private static func analysis(_ error: AnalysisError) -> String {
    let guess = error.nearestName.map { " Did you mean `\($0)`?" } ?? ""
    return "error: \(AbsenceSentences(.english).text(of: error))\(guess)\nfix: \(error.repair)"
  }

  private static func refusal(_ error: RefusedImportError) -> String {
    let rows = error.summary.diagnostics.filter { $0.severity == .error }.map(DiagnosticFormatter().text)
    guard error.summary.rowsConflicting == 0 else {
      return (rows + ["error: nothing was stored"]).joined(separator: "\n")
    }
    let end = "error: \(error.summary.rowsRejected) rows were rejected, so nothing was stored"
    return (rows + [end, "fix: correct them, or leave out --strict"]).joined(separator: "\n")
  }

  private static func described(_ error: any LocalizedError) -> String {
    let fix = error.recoverySuggestion.map { "\nfix: \($0)" } ?? ""
    return "error: \(error.errorDescription ?? error.localizedDescription)\(fix)"
  }
}

extension CocoaError {
  fileprivate var isFileError: Bool { (0..<1024).contains(code.rawValue) }
}
