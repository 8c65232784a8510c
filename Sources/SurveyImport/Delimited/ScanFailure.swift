import SurveyModel

/// Why a file of delimited text cannot be read on.
enum ScanFailure: Error, Equatable {
  /// A quote that opens a cell and is never closed, or not within the limit of a record.
  case unclosedQuote(line: Int, column: Int)
  /// A record longer than the limit, by the line on which it begins.
  case recordTooLong(line: Int)
  /// A failed call of the operating system.
  case system(SystemFailure)
}

extension ResponseFile {
  /// The records of the file, from its beginning.
  func scanner(_ dialect: Dialect) throws(ImportError) -> DelimitedScanner {
    DelimitedScanner(try text(), dialect: dialect)
  }
}

extension DelimitedScanner {
  /// Moves to the next record of a file; false at its end.
  mutating func next(in file: ResponseFile) throws(ImportError) -> Bool {
    do throws(ScanFailure) {
      return try next()
    } catch {
      throw ImportError(.failure(error, in: file.path))
    }
  }

  /// Where the first cells of the current record begin.
  func locations(ofFirst count: Int, in file: ResponseFile) -> [SourceLocation] {
    guard !file.hasPlaces, file.converted == nil else {
      return (0..<count).map { location(of: $0, in: file) }
    }
    return placesOfCells().prefix(count).map {
      SourceLocation(file: file.path, line: $0.line, column: $0.column)
    }
  }

  /// Where a cell of the current record begins.
  func location(of cell: Int, in file: ResponseFile) -> SourceLocation {
    if file.hasPlaces {
      let place = tablePlace(of: cell)
      let column = place?.column == 0 ? nil : place?.column
      return SourceLocation(file: file.path, line: place?.line ?? line, column: column)
    }
    if file.converted != nil { return SourceLocation(file: file.path, line: line, column: cell + 1) }
    let place = place(of: cell)
    return SourceLocation(file: file.path, line: place.line, column: place.column)
  }
}

extension Diagnostic {
  fileprivate static func failure(_ failure: ScanFailure, in path: String) -> Diagnostic {
    switch failure {
    case .unclosedQuote(let line, let column):
      Diagnostic(
        .error, .quoteUnclosed, at: SourceLocation(file: path, line: line, column: column),
        "a quote opens a cell here and is never closed", excerpt: "\"",
        fix: "close the quote, or write two quotes where one is meant as a letter")
    case .recordTooLong(let line):
      Diagnostic(
        .error, .recordTooLong, at: SourceLocation(file: path, line: line),
        "the row that begins here has more than 8 MB",
        fix: "check that the file is delimited text with line breaks")
    case .system(let failure): .unreadable(path, failure)
    }
  }

  static func strayQuote(at place: SourceLocation, cell: String?) -> Diagnostic {
    Diagnostic(
      .warning, .quoteStray, at: place,
      "a quote closes this cell and text follows it; the cell was read as it stands, quotes included",
      excerpt: cell, fix: "write two quotes where one is meant as a letter")
  }
}
