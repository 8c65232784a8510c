/// Kinds of file that are not delimited text, recognised by their first bytes.
enum FileSignature: CaseIterable {
  case zip, gzip, spss, spssCompressed, oldOffice, pdf, sqlite, parquet

  /// The kind of file that begins with these bytes, or nil.
  init?(of start: [UInt8]) {
    guard let match = FileSignature.allCases.first(where: { start.starts(with: $0.bytes) }) else {
      return nil
    }
    self = match
  }

  private var bytes: [UInt8] {
    switch self {
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .gzip: [0x1F, 0x8B]
    case .spss: Array("$FL2".utf8)
    case .spssCompressed: Array("$FL3".utf8)
    case .oldOffice: [0xD0, 0xCF, 0x11, 0xE0]
    case .pdf: Array("%PDF-".utf8)
    case .sqlite: Array("SQLite format 3".utf8)
    case .parquet: Array("PAR1".utf8)
    }
  }

  /// What the file is, as it stands after "is".
  var description: String {
    switch self {
    case .zip: "an Excel workbook or another zip archive"
    case .gzip: "compressed with gzip"
    case .spss: "an SPSS file (.sav)"
    case .spssCompressed: "a compressed SPSS file (.zsav)"
    case .oldOffice: "an old Excel workbook (.xls)"
    case .pdf: "a PDF document"
    case .sqlite: "an SQLite database"
    case .parquet: "a Parquet file"
    }
  }

  /// How to get delimited text out of it.
  var fix: String {
    switch self {
    case .zip, .oldOffice: "open it in a spreadsheet program and save it as .xlsx or CSV (UTF-8)"
    case .gzip: "unpack it twice: it is packed within another"
    case .spss, .spssCompressed: "unpack it first"
    case .pdf: "ask for the raw answers as CSV"
    case .sqlite: "export the table as CSV, or give the file the answers were imported from"
    case .parquet: "export the table as CSV"
    }
  }
}
