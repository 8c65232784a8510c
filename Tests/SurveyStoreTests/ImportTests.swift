import Foundation
import SurveyModel
import SurveyStore
import Testing

@Suite struct ImportTests {
  private func responses(_ scores: [Int], wave: String?) -> [SampleResponse] {
    scores.map { SampleResponse(Rating($0), Rating(1), "n", wave: wave) }
  }

  private func scores(in store: ResponseStore) throws -> [Int] {
    try store.responses().ratings["score", default: []].compactMap(\.value)
  }

  @Test func changesNothingWhenTheSameBytesComeAgain() throws {
    try withStore { store in
      let file = SampleFile(responses: responses([1, 2], wave: "A"))
      try file.store(in: store)
      let before = try Data(contentsOf: URL(filePath: store.path))
      var renamed = file
      renamed.name = "copy.csv"
      for mode in [ImportMode.refuseChanges, .append] {
        guard case .unchanged(let previous) = try renamed.store(in: store, mode) else {
          Issue.record("The file was stored again.")
          continue
        }
        #expect(previous.fileName == "export.csv")
        #expect(previous.rowsStored == 2)
      }
      #expect(try Data(contentsOf: URL(filePath: store.path)) == before)
    }
  }

  @Test func refusesAWaveWithOtherContentAndKeepsWhatIsThere() throws {
    try withStore { store in
      try SampleFile(name: "a.csv", digest: "aa", responses: responses([1, 2], wave: "A")).store(in: store)
      let other = SampleFile(
        name: "b.csv", digest: "bb", responses: responses([3], wave: "B") + responses([4], wave: "A"))
      #expect(throws: StoreError.waveAlreadyStored(wave: "A", file: "a.csv")) { try other.store(in: store) }
      #expect(try scores(in: store) == [1, 2])
      #expect(try store.imports().count == 1)
    }
  }

  @Test func refusesAKnownWaveBeforeReadingTheFile() throws {
    try withStore { store in
      let file = SampleFile(name: "a.csv", digest: "aa", responses: responses([1, 2], wave: "A"))
      try file.store(in: store)
      #expect(throws: StoreError.waveAlreadyStored(wave: "A", file: "a.csv")) {
        try store.importResponses(of: file.survey, fileName: "b.csv", digest: "bb", waves: ["A"]) { _ in
          Issue.record("The file was read.")
          return ImportSummary(fileName: "b.csv", digest: "bb")
        }
      }
    }
  }

  @Test func replacesTheWavesOfTheFileAndNoOthers() throws {
    try withStore { store in
      try SampleFile(
        name: "a.csv", digest: "aa", responses: responses([1, 2], wave: "A") + responses([3], wave: "B")
      ).store(in: store)
      let outcome = try SampleFile(name: "b.csv", digest: "bb", responses: responses([9], wave: "A"))
        .store(in: store, .replace)
      guard case .imported(_, let replaced) = outcome else {
        Issue.record("Nothing was replaced.")
        return
      }
      #expect(replaced == 2)
      #expect(try scores(in: store) == [3, 9])
      let contents = try store.contents()
      #expect(contents.waves.map(\.name) == ["A", "B"])
      #expect(contents.waves.map(\.responses) == [1, 1])
      #expect(try store.imports().map(\.waves) == [["B"], ["A"]])
      #expect(try store.imports().map(\.replacedBy) == [nil, nil])
    }
  }

  @Test func marksAnImportOfWhichNothingIsLeft() throws {
    try withStore { store in
      let first = SampleFile(name: "a.csv", digest: "aa", responses: responses([1], wave: "A"))
      try first.store(in: store)
      try SampleFile(name: "a.csv", digest: "bb", responses: responses([2], wave: "A"))
        .store(in: store, .replace)
      #expect(try store.imports().map(\.replacedBy) == [2, nil])
      try first.store(in: store, .replace)
      #expect(try scores(in: store) == [1])
      #expect(try store.imports().map(\.replacedBy) == [2, 3, nil])
    }
  }

  @Test func readsTheSameFileAgainWhenReplacing() throws {
    try withStore { store in
      try SampleFile(responses: responses([1, 2, 3], wave: "A")).store(in: store)
      try SampleFile(responses: responses([1, 2], wave: "B")).store(in: store, .replace)
      #expect(try scores(in: store) == [1, 2])
      #expect(try store.contents().imports.map(\.id) == [2])
    }
  }

  @Test func keepsBothWhenAppending() throws {
    try withStore { store in
      try SampleFile(name: "a.csv", digest: "aa", responses: responses([1], wave: "A")).store(in: store)
      try SampleFile(name: "b.csv", digest: "bb", responses: responses([2], wave: "A")).store(
        in: store, .append)
      #expect(try scores(in: store) == [1, 2])
    }
  }

  @Test func comparesFilesByNameWhereThereAreNoWaves() throws {
    try withStore { store in
      let survey = SampleFile.survey(hasWaves: false)
      let first = SampleFile(
        survey: survey, name: "a.csv", digest: "aa", responses: responses([1], wave: nil))
      var changed = first
      changed.digest = "bb"
      changed.responses = responses([5, 6], wave: nil)
      var other = first
      (other.name, other.digest) = ("c.csv", "cc")
      try first.store(in: store)
      #expect(throws: StoreError.fileAlreadyStored(file: "a.csv")) { try changed.store(in: store) }
      try other.store(in: store)
      #expect(try scores(in: store) == [1, 1])
      try changed.store(in: store, .replace)
      #expect(try scores(in: store) == [1, 5, 6])
      #expect(try store.responses().waves == nil)
    }
  }

  @Test func readsAFileAgainOfWhichNothingCouldBeStored() throws {
    try withStore { store in
      let row = RejectedRow(line: 2, column: "Q1", code: "value-off-scale", cell: "eleven", summary: "No.")
      try SampleFile(rejected: [row]).store(in: store)
      #expect(try store.rejectedRows(of: 1) == [row])
      try SampleFile(responses: responses([1], wave: "A")).store(in: store)
      #expect(try scores(in: store) == [1])
    }
  }
}
