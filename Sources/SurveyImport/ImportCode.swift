import SurveyModel

/// The codes of all diagnostics that reading `survey.yaml` and exports can give; docs/ explains each.
public enum ImportCode: String, Sendable, CaseIterable {
  // survey.yaml
  case surveyFileUnreadable = "survey-file-unreadable"
  case yamlSyntax = "yaml-syntax"
  case keyUnknown = "key-unknown"
  case keyDuplicate = "key-duplicate"
  case keyMissing = "key-missing"
  case valueKind = "value-kind"
  case choiceUnknown = "choice-unknown"
  case languageInvalid = "language-invalid"
  case formatConflict = "format-conflict"
  case idInvalid = "id-invalid"
  case idReserved = "id-reserved"
  case idDuplicate = "id-duplicate"
  case themeSpelling = "theme-spelling"
  case columnReused = "column-reused"
  case scaleInvalid = "scale-invalid"
  case scaleWordAmbiguous = "scale-word-ambiguous"
  case outcomeScale = "outcome-scale"
  case missingCodeAmbiguous = "missing-code-ambiguous"
  case missingCodeOnScale = "missing-code-on-scale"
  case segmentValueDuplicate = "segment-value-duplicate"
  case wavePatternInvalid = "wave-pattern-invalid"
  case driversMissing = "drivers-missing"
  case respondentMissing = "respondent-missing"
  // The export as a file
  case fileMissing = "file-missing"
  case fileNotRegular = "file-not-regular"
  case fileUnreadable = "file-unreadable"
  case fileEmpty = "file-empty"
  case fileBinary = "file-binary"
  case fileDamaged = "file-damaged"
  case workbookTooLarge = "workbook-too-large"
  case sheetChosen = "sheet-chosen"
  case layoutLong = "layout-long"
  case layoutOptions = "layout-options"
  case labelReadOverCode = "label-read-over-code"
  case encodingAssumed = "encoding-assumed"
  case letterBroken = "letter-broken"
  case jsonSyntax = "json-syntax"
  case quoteUnclosed = "quote-unclosed"
  case quoteStray = "quote-stray"
  case recordTooLong = "record-too-long"
  // The header
  case headerOnly = "header-only"
  case headerDuplicate = "header-duplicate"
  case outcomeColumnMissing = "outcome-column-missing"
  case columnMissing = "column-missing"
  case weightColumnMissing = "weight-column-missing"
  case waveColumnMissing = "wave-column-missing"
  case columnNameFolded = "column-name-folded"
  case aliasAlsoPresent = "alias-also-present"
  case waveNotInFileName = "wave-not-in-file-name"
  // Rows and cells
  case rowTooShort = "row-too-short"
  case rowTooLong = "row-too-long"
  case rowCut = "row-cut"
  case rowsBlank = "rows-blank"
  case rowsLeftOut = "rows-left-out"
  case valueOffScale = "value-off-scale"
  case valueFractional = "value-fractional"
  case valueNotNumber = "value-not-a-number"
  case segmentValueUnknown = "segment-value-unknown"
  case segmentTooManyValues = "segment-too-many-values"
  case weightEmpty = "weight-empty"
  case weightNegative = "weight-negative"
  case weightNotNumber = "weight-not-a-number"
  case dateInvalid = "date-invalid"
  case waveEmpty = "wave-empty"
  case waveTooMany = "wave-too-many"
  // Drafting a survey.yaml
  case outcomeNotFound = "outcome-not-found"
  case layoutAggregated = "layout-aggregated"
  // Published matrices
  case matrixShape = "matrix-shape"
  case matrixLabel = "matrix-label"
  case matrixCell = "matrix-cell"
  case matrixAsymmetric = "matrix-asymmetric"
  case matrixIndefinite = "matrix-indefinite"
  // Respondents
  case rowsRepeated = "rows-repeated"
  case respondentRepeated = "respondent-repeated"
  case respondentConflict = "respondent-conflict"
  case respondentErased = "respondent-erased"
  // Rows and cells, said at the end
  case outcomeWithoutZeros = "outcome-without-zeros"
}

extension Diagnostic {
  /// A diagnostic of this module.
  init(
    _ severity: Severity, _ code: ImportCode, at location: SourceLocation, _ summary: String,
    excerpt: String? = nil, fix: String? = nil
  ) {
    self.init(severity, code: code.rawValue, at: location, summary: summary, excerpt: excerpt, fix: fix)
  }
}
