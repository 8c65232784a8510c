import Foundation
import SurveyModel
import TestSupport
import Testing

@testable import SurveyImport

@Suite("Published matrices")
struct MatrixReaderTests {
  static let folder = ExportFixture.folder.appending(path: "Matrices")

  @Test(
    "What is wrong with a matrix, word for word", arguments: ["shape", "cells", "asymmetric", "indefinite"])
  func diagnostics(name: String) throws {
    let file = "matrix-\(name).csv"
    let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
    var account = ""
    try Fixture.withTemporaryFolder { folder in
      let path = folder.appending(path: file)
      try Data(text.utf8).write(to: path)
      do throws(ImportError) {
        _ = try MatrixReader().read(at: path.path)
        account = "read\n"
      } catch {
        account =
          ExportFixture.text(of: error.diagnostics)
          .replacingOccurrences(of: folder.path + "/", with: "") + "refused\n"
      }
    }
    let snapshot = Self.folder.appending(path: "matrix-\(name).diagnostics")
    #expect(Snapshot.difference(of: account, from: snapshot) == nil)
  }

  private func matrix(_ text: String) throws -> PublishedMatrix {
    var found: PublishedMatrix?
    try ExportFixture.withFile(Array(text.utf8)) { found = try MatrixReader().read(at: $0) }
    return try #require(found)
  }

  @Test("Triangles, commas and spaces are read")
  func triangles() throws {
    let lower = try matrix(";nps; prijs\nnps;1;\nprijs;-0,25;1\n")
    #expect(lower == PublishedMatrix(labels: ["nps", "prijs"], rows: [[1, -0.25], [-0.25, 1]]))
    let upper = try matrix("\tnps\tprice\nnps\t4.5\t1.25\nprice\t\t2\n")
    #expect(upper.rows == [[4.5, 1.25], [1.25, 2]])
  }

  @Test("Mirrored cells that differ by rounding count with their mean")
  func rounding() throws {
    let found = try matrix(",a,b\na,1,0.350\nb,0.351,1\n")
    #expect(abs(found.rows[0][1] - 0.3505) < 1e-12 && found.rows[0][1] == found.rows[1][0])
  }

  @Test("Drivers that follow from each other are no contradiction")
  func copies() throws {
    #expect(try matrix(",a,b,c\na,1,0.5,0.5\nb,0.5,1,1\nc,0.5,1,1\n").labels.count == 3)
  }
}
