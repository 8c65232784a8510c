import Foundation
public import SurveyImport
public import SurveyModel
public import SurveyReport
import SurveyStore

/// What `loyalty check` finds in an export.
public struct ExportCheck: Sendable, Equatable {
  /// The account of the file; nil where a column is missing that cannot be done without, as `failure` says.
  public let account: ExportAccount?
  /// Why the file cannot be read, or nil.
  public let failure: ImportError?
  /// How the columns differ from those of the survey and of earlier exports.
  public let waves: WaveComparison
}

extension Study {
  /// The whole account of an export, of which nothing is stored.
  ///
  /// - Parameters:
  ///   - path: The export.
  ///   - name: The path that messages name, where it is another.
  ///   - wave: The wave of all its responses; nil where a column or the file's name tells it.
  /// - Throws: `ImportError` where the file cannot be read at all, `StoreError`, or `RespondentKeyError`.
  public func check(
    _ path: String, shownAs name: String? = nil, wave: String? = nil
  ) throws -> ExportCheck {
    let file = try ResponseFile(at: path, shownAs: name)
    let search = try AliasSearch(of: file, for: survey, wave: wave)
    let waves = search.comparison(with: try store.storedAnswers(to: search.missingIDs))
    do {
      return ExportCheck(account: try account(of: file, wave: wave), failure: nil, waves: waves)
    } catch let error as ImportError where !waves.proposals.isEmpty {
      return ExportCheck(account: nil, failure: error, waves: waves)
    }
  }

  /// The account of an export without a survey folder: the columns are guessed.
  ///
  /// - Returns: The account, the survey that was guessed, and sentences on what was.
  /// - Throws: `ImportError` where the file cannot be read or has no column that may be the outcome.
  public static func checkExport(
    _ path: String, shownAs name: String? = nil, outcome: String? = nil, wave: String? = nil,
    in language: ReportLanguage? = nil
  ) throws -> (check: ExportCheck, survey: Survey, guesses: [String]) {
    let draft = try draft(of: path, outcome: outcome)
    // A folder that is not there holds no responses of earlier files.
    let folder = FileManager.default.temporaryDirectory.appending(path: "loyalty-\(UUID().uuidString)")
    let check = try Study(draft.survey, in: folder).check(path, shownAs: name, wave: wave)
    let spoken = language ?? ReportLanguage(code: draft.survey.language)
    return (check, draft.survey, GuessSentences(draft: draft, language: spoken).sentences)
  }

  private func account(of file: ResponseFile, wave: String?) throws -> ExportAccount {
    let keyring = try RespondentKeyring(of: self, pseudonymises: false)
    let register = try store.register(of: survey, pseudonymisation: keyring.pseudonymisation)
    var treatment = keyring.treatment(with: register)
    treatment.keepsRepeats = true
    var sink = StraightLineSink(for: survey)
    var account = try ResponseReader(for: survey, wave: wave).inspect(file, into: &sink, treatment: treatment)
    account.straightLining = sink.result
    return account
  }

  /// Writes the aliases that leave no doubt into `survey.yaml`, and leaves all else in it as it is.
  ///
  /// - Returns: The proposals that were written; another could not be placed and must be pasted.
  /// - Throws: An error of the file system.
  public func accept(_ proposals: [AliasProposal]) throws -> [AliasProposal] {
    let path = folder.appending(path: Study.surveyFileName)
    var editor = SurveyFileEditor(try String(contentsOf: path, encoding: .utf8))
    var accepted: [AliasProposal] = []
    for proposal in proposals where !proposal.isAmbiguous {
      if editor.add(alias: proposal.candidates[0].header, at: proposal.path) { accepted.append(proposal) }
    }
    if !accepted.isEmpty { try Data(editor.text.utf8).write(to: path, options: .atomic) }
    return accepted
  }
}
