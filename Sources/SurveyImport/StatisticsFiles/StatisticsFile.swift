import CReadStat
import SurveyModel

/// An SPSS file (.sav or .zsav) as delimited text, the names of the variables in its first row.
struct StatisticsFile {
  /// The rows.
  let text: [UInt8]
  /// What the file says about each column.
  let facts: [ColumnFacts]
  /// Variables whose labels hold other numbers than their codes, by name and difference.
  let shifted: [(name: String, shift: Int)]

  /// Why an SPSS file cannot be read, in the words of the library that reads it.
  struct Failure: Error {
    let message: String
  }

  /// The most bytes the text may have.
  static let limit = 1 << 30

  /// Reads a file.
  init(path: String) throws(Failure) {
    guard let parser = readstat_parser_init() else { throw Failure(message: "there is no memory left") }
    defer { readstat_parser_free(parser) }
    var reading = StatisticsReading()
    readstat_set_variable_handler(parser) { index, variable, labels, context in
      StatisticsReading.at(context).pointee.add(variable, labels: labels)
      return 0
    }
    readstat_set_value_label_handler(parser) { labels, value, label, context in
      StatisticsReading.at(context).pointee.addLabel(label, of: value, to: labels)
      return 0
    }
    readstat_set_value_handler(parser) { row, variable, value, context in
      StatisticsReading.at(context).pointee.add(value, of: variable)
    }
    let error = withUnsafeMutablePointer(to: &reading) { readstat_parse_sav(parser, path, $0) }
    guard error == READSTAT_OK else {
      throw Failure(message: readstat_error_message(error).map { String(cString: $0) } ?? "it is damaged")
    }
    reading.finish()
    facts = reading.variables.map(\.facts)
    shifted = reading.variables.filter { $0.shift != 0 }.map { ($0.name, $0.shift) }
    guard let text = reading.rows.padded(atMost: StatisticsFile.limit) else {
      throw Failure(message: "it has more than 1 GB of answers")
    }
    self.text = text
  }
}

/// What was read of an SPSS file so far.
private struct StatisticsReading {
  var variables: [StatisticsVariable] = []
  var rows = DelimitedText()
  private var labels: [String: [(code: Int, text: String)]] = [:]
  private var hasHeader = false

  static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<StatisticsReading> {
    guard let context else { preconditionFailure("The library hands back the context it was given.") }
    return context.assumingMemoryBound(to: StatisticsReading.self)
  }

  mutating func add(_ variable: OpaqueVariable, labels: UnsafePointer<CChar>?) {
    guard let variable else { return }
    let ranges = (0..<readstat_variable_get_missing_ranges_count(variable)).compactMap { index in
      StatisticsReading.range(
        readstat_variable_get_missing_range_lo(variable, index),
        readstat_variable_get_missing_range_hi(variable, index))
    }
    variables.append(
      StatisticsVariable(
        name: StatisticsReading.text(readstat_variable_get_name(variable)),
        text: StatisticsReading.text(readstat_variable_get_label(variable)),
        format: StatisticsReading.text(readstat_variable_get_format(variable)),
        labelSet: StatisticsReading.text(labels), missing: ranges))
  }

  private static func range(_ low: readstat_value_t, _ high: readstat_value_t) -> ClosedRange<Double>? {
    guard readstat_value_type_class(low) == READSTAT_TYPE_CLASS_NUMERIC else { return nil }
    let (low, high) = (readstat_double_value(low), readstat_double_value(high))
    return low <= high ? low...high : nil
  }

  mutating func addLabel(
    _ label: UnsafePointer<CChar>?, of value: readstat_value_t, to set: UnsafePointer<CChar>?
  ) {
    guard readstat_value_type_class(value) == READSTAT_TYPE_CLASS_NUMERIC else { return }
    let number = readstat_double_value(value)
    guard number == number.rounded(), abs(number) < 1e9 else { return }
    let text = FoldedText.trimmed(StatisticsReading.text(label))
    labels[StatisticsReading.text(set), default: []].append((Int(number), text))
  }

  mutating func add(_ value: readstat_value_t, of variable: OpaqueVariable) -> Int32 {
    if !hasHeader { writeHeader() }
    let index = Int(readstat_variable_get_index(variable))
    if index == 0, hasFirstRow { rows.endRow() }
    hasFirstRow = true
    rows.skip(to: index)
    if readstat_value_is_system_missing(value) != 0 {
      rows.skip(to: index + 1)
    } else if readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING {
      rows.add(StatisticsReading.text(readstat_string_value(value)))
    } else {
      let number = readstat_double_value(value)
      if let code = StatisticsVariable.smallCode(number) {
        variables[index].bytes(ofSmall: code).withUnsafeBufferPointer { rows.add($0) }
      } else {
        rows.add(variables[index].text(of: number))
      }
    }
    return rows.bytes.count < StatisticsFile.limit ? 0 : 1
  }

  private var hasFirstRow = false

  mutating func finish() {
    if hasHeader { rows.endRow() } else { writeHeader() }
  }

  /// The labels are all known by the time of the first value.
  private mutating func writeHeader() {
    hasHeader = true
    for index in variables.indices {
      variables[index].take(labels[variables[index].labelSet] ?? [])
      rows.add(variables[index].name)
    }
    rows.endRow()
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}

private typealias OpaqueVariable = UnsafeMutablePointer<readstat_variable_t>?

extension Diagnostic {
  static func statisticsFile(_ failure: StatisticsFile.Failure, in path: String) -> Diagnostic {
    Diagnostic(
      .error, .fileDamaged, at: SourceLocation(file: path),
      "the SPSS file cannot be read: \(failure.message)", fix: "save it again from SPSS, or export it as CSV")
  }

  static func shiftedLabels(_ name: String, by shift: Int, in path: String) -> Diagnostic {
    Diagnostic(
      .note, .labelReadOverCode, at: SourceLocation(file: path),
      "the labels of \(name) hold the codes \(shift < 0 ? "minus" : "plus") \(abs(shift)); the labels were read",
      fix: "check the scale of \(name) in survey.yaml")
  }
}
