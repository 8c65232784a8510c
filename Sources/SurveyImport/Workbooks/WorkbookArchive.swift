import CZip

/// Why a workbook cannot be read.
enum WorkbookFailure: Error, Equatable {
  /// The archive or a part of it is damaged.
  case damaged(part: String)
  /// The archive holds no workbook.
  case noWorkbook
  /// A part is larger unpacked than allowed.
  case tooLarge
  /// No sheet has a cell with content.
  case empty
}

/// The parts of a workbook file, which is a zip archive of XML documents.
final class WorkbookArchive {
  private let archive: OpaquePointer
  /// How many bytes may still be unpacked, against archives made to fill the memory.
  private var remaining: Int

  /// Opens an archive.
  init(path: String, limit: Int) throws(WorkbookFailure) {
    var code: Int32 = 0
    guard let archive = zip_open(path, Int32(ZIP_RDONLY), &code) else { throw .damaged(part: "the archive") }
    self.archive = archive
    remaining = limit
  }

  deinit { zip_discard(archive) }

  /// Whether there is a part of a name.
  func has(_ part: String) -> Bool { zip_name_locate(archive, part, 0) >= 0 }

  /// Reads a part.
  func read(_ part: String, into handler: any XMLHandler) throws(WorkbookFailure) {
    guard let entry = zip_fopen(archive, part, 0), let reading = XMLReading(handler) else {
      throw .damaged(part: part)
    }
    defer { zip_fclose(entry) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Int(zip_fread(entry, buffer.baseAddress, UInt64(buffer.count)))
      guard count >= 0 else { throw .damaged(part: part) }
      remaining -= count
      guard remaining >= 0 else { throw .tooLarge }
      let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      guard reading.read(piece, isLast: count == 0) else { throw .damaged(part: part) }
      if count == 0 { return }
    }
  }
}
