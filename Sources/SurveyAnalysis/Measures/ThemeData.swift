internal import Statistics
internal import SurveyModel

/// The columns of a ranking by themes: drivers, then covariates, then the outcome.
struct ThemeData {
  /// A covariate and the columns that stand for it.
  struct Covariate {
    let id: String
    let columns: [Int]
  }

  let data: DriverData
  /// The ranked drivers' ids, in the order of their columns.
  let drivers: [String]
  let covariates: [Covariate]
  let columns: IntegerColumns
  /// Per theme its name and its drivers' columns, in the order of first mention.
  let themes: [(name: String, drivers: [Int])]

  /// Which columns the covariates take.
  var held: [Int] { covariates.flatMap(\.columns) }
  /// The outcome's column.
  var outcome: Int { columns.columns.count - 1 }

  init(
    of survey: Survey, _ table: ResponseTable, covariates names: [String], byTheme: Bool,
    _ options: DriverOptions
  ) throws(AnalysisError) {
    let data = try DriverData(of: survey, table, options: options)
    guard let column = data.column(of: options.outcome) else {
      throw .constantOutcome(value: Int(data.columns.columns[data.count][0]))
    }
    let ranked = data.drivers.indices.filter { !names.contains(data.drivers[$0].id) }
    guard !ranked.isEmpty else { throw .noUsableDriver }
    var all = ranked.map { data.columns.columns[$0] }
    var held: [Covariate] = []
    for name in names where !held.contains(where: { $0.id == name }) {
      let added = try ThemeData.columns(of: name, survey, table, data)
      held.append(Covariate(id: name, columns: Array(all.count..<all.count + added.count)))
      all += added
    }
    columns = IntegerColumns(rows: data.columns.rows, columns: all + [data.columns.columns[column]])
    let need = all.count + 2
    guard columns.rows >= need else { throw .tooFewRespondents(have: columns.rows, need: need) }
    (self.data, covariates) = (data, held)
    drivers = ranked.map { data.drivers[$0].id }
    var themes: [(name: String, drivers: [Int])] = []
    for (place, driver) in ranked.enumerated() {
      let question = data.drivers[driver]
      guard byTheme, let theme = question.theme else { themes.append((question.id, [place])); continue }
      if let known = themes.firstIndex(where: { $0.name == theme }) {
        themes[known].drivers.append(place)
      } else {
        themes.append((theme, [place]))
      }
    }
    self.themes = themes
  }

  /// A driver's ratings, or an indicator column for each value of a segment that occurs but the first.
  private static func columns(
    of name: String, _ survey: Survey, _ table: ResponseTable, _ data: DriverData
  ) throws(AnalysisError) -> [[Int16]] {
    if let driver = data.drivers.firstIndex(where: { $0.id == name }) {
      return [data.columns.columns[driver]]
    }
    if survey.drivers.contains(where: { $0.id == name }) { return [] }
    guard let segment = table.segments[name] else {
      let known = survey.drivers.map(\.id) + survey.segments.map(\.id)
      throw .unknownCovariate(name, nearest: NearestName(among: known).match(for: name))
    }
    let values = data.rows.map { segment.indices[$0] }
    let occurring = Set(values).filter { $0 >= 0 }.sorted()
    return occurring.dropFirst().map { level in
      values.map { $0 < 0 ? IntegerColumns.missing : $0 == level ? 1 : 0 }
    }
  }
}
