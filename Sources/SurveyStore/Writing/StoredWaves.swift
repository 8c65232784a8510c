internal import GRDB

/// The waves that are stored from other files, and what an import may do about them.
struct StoredWaves {
  private let fileName: String
  private let mode: ImportMode
  /// The files that supplied each stored wave.
  private var fileOfWave: [String: String] = [:]
  /// Whether responses without a wave were stored from a file of this name.
  private var isFileStored = false

  /// Nothing is stored yet.
  init(fileName: String, mode: ImportMode) {
    self.fileName = fileName
    self.mode = mode
  }

  /// What is stored from files with other bytes than that of a digest.
  init(fileName: String, digest: String, mode: ImportMode, in database: Database) throws {
    self.init(fileName: fileName, mode: mode)
    let stored = try Row.fetchAll(
      database,
      sql:
        "SELECT wave, fileName FROM importWave JOIN import ON import.id = import WHERE sha256 <> ? ORDER BY id",
      arguments: [digest])
    fileOfWave = Dictionary(
      stored.compactMap { row in (row["wave"] as String?).map { ($0, row["fileName"]) } },
      uniquingKeysWith: { first, _ in first })
    isFileStored = stored.contains { ($0["wave"] as String?) == nil && $0["fileName"] == fileName }
  }

  /// Refuses a wave that has been stored with other content; nil stands for responses without a wave.
  func check(wave: String?) throws(StoreError) {
    guard mode == .refuseChanges else { return }
    if let wave {
      if let file = fileOfWave[wave] { throw .waveAlreadyStored(wave: wave, file: file) }
    } else if isFileStored {
      throw .fileAlreadyStored(file: fileName)
    }
  }
}
