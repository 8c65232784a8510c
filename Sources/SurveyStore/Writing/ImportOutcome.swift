public import SurveyModel

/// What is done about responses that have been stored before.
public enum ImportMode: Sendable, Equatable {
  /// A wave, or without waves a file, that is there with other content is refused.
  case refuseChanges
  /// The file takes the place of what is there of the same waves, or without waves of the same file name.
  ///
  /// A file that is there unchanged is read again too, since `survey.yaml` may have changed.
  case replace
  /// The file is added to what is there.
  case append
}

/// What came of an import.
public enum ImportOutcome: Sendable, Equatable {
  /// The file was read; `replaced` responses that were there before have been removed for it.
  case imported(ImportSummary, replaced: Int)
  /// The same bytes have been stored before; nothing was changed.
  case unchanged(StoredImport)
}
