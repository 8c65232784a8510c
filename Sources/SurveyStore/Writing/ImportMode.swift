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

/// A file that was imported.
public struct StoredImport: Sendable, Equatable {
  /// The number of the import, counted from 1 in the order of importing.
  public let id: Int
  /// The file's name, without its folder.
  public let fileName: String
  /// The SHA-256 of the file's bytes in hexadecimal.
  public let digest: String
  /// When it was imported, in UTC, as `2026-11-23T09:30:00Z`.
  public let importedAt: String
  /// Data rows in the file.
  public let rowsRead: Int
  /// Rows that became responses.
  public let rowsStored: Int
  /// Rows that did not.
  public let rowsRejected: Int
  /// The waves that it still supplies, in the order of their names; empty without waves.
  public let waves: [String]
  /// The import that took its place, or nil while responses of it are there.
  public let replacedBy: Int?
}
