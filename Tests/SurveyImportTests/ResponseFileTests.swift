import Foundation
import SurveyModel
import Testing

@testable import SurveyImport

@Suite("Files before they are read")
struct ResponseFileTests {
  /// FIPS 180-2, appendix B: the digests of "abc" and of a million times "a".
  @Test("SHA-256 of the published examples")
  func digests() throws {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let million = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    try ExportFixture.withFile(Array("abc".utf8)) { path in
      let file = try ResponseFile(at: path)
      #expect(file.digest == abc)
      #expect(file.byteCount == 3)
      #expect(file.name == "export.csv")
    }
    try ExportFixture.withFile([UInt8](repeating: 0x61, count: 1_000_000)) { path in
      let file = try ResponseFile(at: path)
      #expect(file.digest == million)
    }
  }

  @Test("No file, a folder and a device")
  func notAFile() {
    let cases = [
      ("no/such/file.csv", "file-missing"), (ExportFixture.folder.path, "file-not-regular"),
      ("/dev/null", "file-not-regular"),
    ]
    for (path, code) in cases {
      let error = #expect(throws: ImportError.self) { try ResponseFile(at: path) }
      #expect(error?.diagnostics.map(\.code) == [code])
    }
  }

  @Test("A file that may not be read", .enabled(if: geteuid() != 0, "root may read everything"))
  func unreadable() throws {
    try ExportFixture.withFile(Array("a;b\n1;2\n".utf8)) { path in
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      let error = #expect(throws: ImportError.self) { try ResponseFile(at: path) }
      #expect(error?.diagnostics.map(\.code) == ["file-unreadable"])
    }
  }

  @Test("A file packed with gzip is read like the file itself; one cut short is refused")
  func gzip() throws {
    let survey = try ExportFixture.survey()
    var (plain, packed) = (RecordingSink(), RecordingSink())
    _ = try ResponseReader(for: survey).read(ResponseFile(at: ExportFixture.path("clean.csv")), into: &plain)
    let file = try ResponseFile(at: ExportFixture.path("packed.csv.gz"))
    let summary = try ResponseReader(for: survey).read(file, into: &packed)
    #expect(packed.ratings == plain.ratings && packed.dates == plain.dates)
    #expect(summary.rowsStored == 4)
    let error = #expect(throws: ImportError.self) {
      try ResponseFile(at: ExportFixture.path("packed-cut.csv.gz"))
    }
    #expect(error?.diagnostics.map(\.code) == ["file-damaged"])
  }

  @Test("A zero byte far behind the beginning makes a file binary")
  func lateZero() throws {
    var bytes = Array(repeating: UInt8(0x31), count: 600_000)
    bytes[599_999] = 0
    try ExportFixture.withFile(bytes) { path in
      let error = #expect(throws: ImportError.self) { try ResponseFile(at: path) }
      #expect(error?.diagnostics.map(\.code) == ["file-binary"])
    }
  }

  @Test("UTF-16 without a byte order mark is known by its zeros", arguments: [false, true])
  func utf16WithoutMark(isBig: Bool) throws {
    let bytes = "nps;prijs\r\n9;4\r\n".utf16.flatMap { unit -> [UInt8] in
      let low = UInt8(unit & 0xFF)
      return isBig ? [0, low] : [low, 0]
    }
    try ExportFixture.withFile(bytes) { path in
      let file = try ResponseFile(at: path)
      #expect(file.encoding == (isBig ? .utf16BigEndian : .utf16LittleEndian))
    }
  }

  @Test("A copy is named as what it is a copy of")
  func shownPath() throws {
    try ExportFixture.withFile(Array("nps\n11\n".utf8)) { path in
      let file = try ResponseFile(at: path, shownAs: "-")
      #expect(file.name == "-")
      let survey = try SurveyFileReader().read("title: x\noutcome: {column: nps}\n", file: "s").survey
      var sink = DiscardingSink()
      let summary = try ResponseReader(for: survey).read(file, into: &sink)
      #expect(summary.diagnostics.map(\.location.description) == ["-:2:1"])
    }
  }
}
