/// A workbook whose parts are the pieces of a case: a zip archive without compression, with sums that are right.
struct StoredArchive {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// The sheet, the shared strings, the styles and the index of sheets, one after the other with a zero byte between.
  init(workbook pieces: UnsafeBufferPointer<UInt8>) {
    let parts = pieces.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false).map(Array.init)
    add("xl/_rels/workbook.xml.rels", Array(StoredArchive.relations.utf8))
    add("xl/workbook.xml", parts.count > 3 ? parts[3] : Array(StoredArchive.index.utf8))
    for (name, part) in zip(["worksheets/sheet1", "sharedStrings", "styles"], parts) {
      add("xl/\(name).xml", part)
    }
    let start = bytes.count
    bytes += directory
    bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(count, 2) + little(count, 2)
    bytes += little(directory.count, 4) + little(start, 4) + [0, 0]
  }

  private mutating func add(_ name: String, _ content: [UInt8]) {
    let name = Array(name.utf8)
    let sizes = little(Int(sum(content)), 4) + little(content.count, 4) + little(content.count, 4)
    let head = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] as [UInt8]
    let place = bytes.count
    bytes += [0x50, 0x4B, 3, 4] + head + sizes + little(name.count, 2) + [0, 0] + name + content
    directory += [0x50, 0x4B, 1, 2, 20, 0] + head + sizes + little(name.count, 2)
    directory += [UInt8](repeating: 0, count: 12) + little(place, 4) + name
    count += 1
  }

  private func little(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// The cyclic redundancy check of zip archives.
  private func sum(_ content: [UInt8]) -> UInt32 {
    ~content.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
  }

  private static let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static let relations = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="\(namespace)/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="\(namespace)/sharedStrings" Target="sharedStrings.xml"/>
    <Relationship Id="rId3" Type="\(namespace)/styles" Target="styles.xml"/></Relationships>
    """

  private static let index = """
    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="\(namespace)">
    <sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>
    """
}
