import Foundation
import GRDB
import SurveyModel
import TestSupport
import Testing

@testable import SurveyStore

@Suite struct StoreErrorTests {
  private let file = SampleFile(responses: [SampleResponse(Rating(7), Rating(3), "n", wave: "A")])

  private func otherFile(_ count: Int = 1) -> SampleFile {
    SampleFile(
      name: "b.csv", digest: "bb",
      responses: (0..<count).map {
        SampleResponse(Rating($0 % 11), Rating(2), "s", wave: "B", respondent: "respondent number \($0)")
      }, batchSize: 100)
  }

  private func expectUnchanged(_ store: ResponseStore) throws {
    let table = try ResponseStore(path: store.path).responses()
    #expect(table.ratings["score"] == [Rating(7)])
    #expect(try ResponseStore(path: store.path).imports().count == 1)
  }

  private func execute(_ sql: String, in store: ResponseStore) throws {
    try DatabaseQueue(path: store.path).writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  private func overwrite(_ store: ResponseStore, at offset: UInt64, with bytes: [UInt8]) throws {
    let handle = try FileHandle(forUpdating: URL(filePath: store.path))
    try handle.seek(toOffset: offset)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  @Test func saysThatNothingHasBeenStored() throws {
    try withStore { store in
      #expect(throws: StoreError.nothingStored(path: store.path)) { try store.responses() }
      #expect(!store.exists)
      try Data().write(to: URL(filePath: store.path))
      #expect(throws: StoreError.nothingStored(path: store.path)) { try store.imports() }
    }
  }

  @Test func saysThatTheFolderIsMissing() throws {
    try Fixture.withTemporaryFolder { folder in
      let store = ResponseStore(path: folder.appending(path: "no/responses.sqlite").path)
      #expect(throws: StoreError.cannotOpen(path: store.path)) { try file.store(in: store) }
    }
  }

  @Test func refusesADatabaseThatAnotherProgramHolds() throws {
    try withStore { store in
      try file.store(in: store)
      let impatient = ResponseStore(path: store.path, busyTimeout: 0.05)
      let other = try DatabaseQueue(path: store.path)
      try other.writeWithoutTransaction { database in
        try database.execute(sql: "BEGIN EXCLUSIVE")
        #expect(throws: StoreError.locked(path: store.path)) { try otherFile().store(in: impatient) }
        #expect(throws: StoreError.locked(path: store.path)) { try impatient.responses() }
        try database.execute(sql: "ROLLBACK")
      }
      try expectUnchanged(store)
    }
  }

  @Test func refusesTwoImportsAtOnceAndLetsAnalysesRead() throws {
    try withStore { store in
      try file.store(in: store)
      let impatient = ResponseStore(path: store.path, busyTimeout: 0.05)
      _ = try store.importResponses(of: file.survey, fileName: "b.csv", digest: "bb") { writer in
        #expect(throws: StoreError.locked(path: store.path)) {
          var third = otherFile()
          third.digest = "cc"
          try third.store(in: impatient)
        }
        #expect(try impatient.responses().count == 1)
        return try otherFile().write(into: &writer)
      }
      #expect(try store.responses().count == 2)
    }
  }

  @Test func readsButDoesNotWriteOnAWriteProtectedConnection() throws {
    try withStore { store in
      try file.store(in: store)
      // Write protection does not stop the superuser, so the test takes SQLite's word for it.
      let uri = "file:\(store.path)?immutable=1"
      let immutable = ResponseStore(path: uri, busyTimeout: 0)
      #expect(throws: StoreError.readOnly(path: uri)) { try otherFile().store(in: immutable) }
      try expectUnchanged(store)
    }
  }

  @Test func readsFromAWriteProtectedFolder() throws {
    try withStore { store in
      try file.store(in: store)
      let folder = URL(filePath: store.path).deletingLastPathComponent().path
      let manager = FileManager.default
      try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: store.path)
      try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
      defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder) }
      try expectUnchanged(store)
      #expect(try manager.contentsOfDirectory(atPath: folder) == ["responses.sqlite"])
    }
  }

  @Test func refusesAFileThatIsNoDatabase() throws {
    try withStore { store in
      try Data("respondent;score\n1;10\n".utf8).write(to: URL(filePath: store.path))
      #expect(throws: StoreError.notADatabase(path: store.path)) { try store.responses() }
      #expect(throws: StoreError.notADatabase(path: store.path)) { try file.store(in: store) }
      #expect(try String(contentsOf: URL(filePath: store.path), encoding: .utf8).hasPrefix("respondent"))
    }
  }

  @Test func refusesADamagedHeader() throws {
    try withStore { store in
      try file.store(in: store)
      try overwrite(store, at: 0, with: Array(repeating: 0xFF, count: 64))
      #expect(throws: StoreError.notADatabase(path: store.path)) { try store.responses() }
    }
  }

  @Test func refusesADamagedPage() throws {
    try withStore { store in
      try otherFile(5000).store(in: store)
      let size = try Data(contentsOf: URL(filePath: store.path)).count
      for page in stride(from: 16_384 * 16, to: size, by: 16_384) {
        try overwrite(store, at: UInt64(page), with: Array(repeating: 0xFF, count: 16_384))
      }
      #expect(throws: StoreError.corrupt(path: store.path)) { try store.responses() }
    }
  }

  @Test func refusesATruncatedFile() throws {
    try withStore { store in
      try otherFile(5000).store(in: store)
      let handle = try FileHandle(forUpdating: URL(filePath: store.path))
      try handle.truncate(atOffset: 16_384 * 17)
      try handle.close()
      #expect(throws: StoreError.corrupt(path: store.path)) { try store.responses() }
    }
  }

  @Test func refusesADatabaseOfANewerVersion() throws {
    try withStore { store in
      try file.store(in: store)
      try execute("PRAGMA user_version = 99", in: store)
      let error = StoreError.newerVersion(path: store.path, found: 99, known: Schema.version)
      #expect(throws: error) { try store.responses() }
      #expect(throws: error) { try otherFile().store(in: store) }
    }
  }

  @Test func refusesADatabaseOfAnotherProgram() throws {
    try withStore { store in
      try execute("CREATE TABLE song (title TEXT)", in: store)
      #expect(throws: StoreError.foreignDatabase(path: store.path)) { try store.responses() }
      #expect(throws: StoreError.foreignDatabase(path: store.path)) { try file.store(in: store) }
    }
  }

  @Test func keepsWhatItHeldWhenTheDiskIsFull() throws {
    try withStore { store in
      try file.store(in: store)
      let pages = try DatabaseQueue(path: store.path).read { try Int.fetchOne($0, sql: "PRAGMA page_count") }
      let before = try Data(contentsOf: URL(filePath: store.path))
      let small = ResponseStore(path: store.path, busyTimeout: 1, pageLimit: (pages ?? 0) + 4)
      #expect(throws: StoreError.diskFull(path: store.path)) { try otherFile(5000).store(in: small) }
      #expect(try Data(contentsOf: URL(filePath: store.path)) == before)
      try expectUnchanged(store)
    }
  }

  @Test func leavesNothingBehindWhenTheFirstImportFails() throws {
    try withStore { store -> Void in
      let small = ResponseStore(path: store.path, busyTimeout: 1, pageLimit: 20)
      #expect(throws: StoreError.diskFull(path: store.path)) { try otherFile(5000).store(in: small) }
      let folder = URL(filePath: store.path).deletingLastPathComponent().path
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }

  private struct Interruption: Error {}

  @Test func keepsWhatItHeldWhenReadingFails() throws {
    try withStore { store in
      try file.store(in: store)
      #expect(throws: Interruption.self) {
        try store.importResponses(of: file.survey, fileName: "b.csv", digest: "bb", mode: .replace) {
          writer in
          _ = try otherFile(1000).write(into: &writer)
          throw Interruption()
        }
      }
      try expectUnchanged(store)
    }
  }

  @Test(arguments: [
    StoreError.nothingStored(path: "p"), .cannotOpen(path: "p"), .locked(path: "p"), .readOnly(path: "p"),
    .notADatabase(path: "p"), .corrupt(path: "p"), .diskFull(path: "p"), .foreignDatabase(path: "p"),
    .inputOutput(path: "p", detail: "d"), .refused(path: "p", detail: "d"),
    .newerVersion(path: "p", found: 2, known: 1), .waveAlreadyStored(wave: "p", file: "f"),
    .fileAlreadyStored(file: "p"), .kindChanged(question: "p"), .reservedName(question: "p"),
    .sameName(question: "p", other: "P"), .scaleChanged(question: "p", stored: "1–5", wanted: "1–7"),
  ])
  func saysWhatIsWrongAndHowToRepairIt(error: StoreError) throws {
    let description = try #require(error.errorDescription)
    let repair = try #require(error.recoverySuggestion)
    #expect(description.contains("p") && description.hasSuffix("."))
    #expect(repair.hasSuffix(".") || repair.hasSuffix("`."))
    #expect(error.localizedDescription == description)
  }
}
