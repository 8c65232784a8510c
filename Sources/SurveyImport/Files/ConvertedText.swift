import SurveyModel

/// The rows of a file that is no text, as delimited text in memory.
struct ConvertedText: Sendable, Equatable {
  /// The rows, in UTF-8, with a comma between cells; a line is a row.
  let bytes: [UInt8]
  /// What the file is, as it stands in the account of a draft.
  let kind: String
  /// What the file says about its columns; empty where it says nothing.
  var facts: [ColumnFacts] = []
  /// What is to be said about the file.
  var notes: [Diagnostic] = []

  /// The rows of a workbook.
  init(workbook path: String, shownAs shownPath: String) throws(ImportError) {
    do throws(WorkbookFailure) {
      let workbook = try Workbook(path: path)
      bytes = workbook.text
      kind = "an Excel workbook, sheet \"\(workbook.sheet)\""
      if !workbook.otherSheets.isEmpty {
        notes = [.sheetChosen(workbook.sheet, others: workbook.otherSheets, in: shownPath)]
      }
    } catch {
      throw ImportError(.workbook(error, in: shownPath))
    }
  }

  /// The rows of an SPSS file.
  init(statisticsFile path: String, shownAs shownPath: String) throws(ImportError) {
    do throws(StatisticsFile.Failure) {
      let file = try StatisticsFile(path: path)
      bytes = file.text
      kind = "an SPSS file"
      facts = file.facts
      notes = file.shifted.map { .shiftedLabels($0.name, by: $0.shift, in: shownPath) }
    } catch {
      throw ImportError(.statisticsFile(error, in: shownPath))
    }
  }
}
