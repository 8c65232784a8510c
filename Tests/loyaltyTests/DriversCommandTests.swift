import Foundation
import TestSupport
import Testing

/// `loyalty drivers` with its methods, explanation and sensitivity panel.
@Suite struct DriversCommandTests {
  private func run(_ arguments: [String]) throws -> CommandRun {
    try Fixture.withTemporaryFolder { folder in
      try SmallSurvey.write(into: folder)
      _ = try CommandRun(["import", ".", "2026-Q1.csv", "--quiet"], in: folder)
      return try CommandRun(["drivers", "."] + arguments, in: folder)
    }
  }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let run = try run(arguments + ["--replicates", "100", "--format", "json"])
    #expect(run.exitCode == 0, "\(run.messages)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test(arguments: ["first", "last", "beta-squared", "pratt", "car", "pmvd"])
  func measuresSayWhetherTheyAreShares(method: String) throws {
    let found = try json(["--method", method])
    #expect(found["method"] as? String == method)
    let drivers = try #require(found["drivers"] as? [[String: Any]])
    #expect(drivers.count == 2)
    let values = drivers.compactMap { ($0["value"] as? NSNumber)?.doubleValue }
    let sum = try #require((found["sum"] as? NSNumber)?.doubleValue)
    #expect(Agreement(values.reduce(0, +), with: sum).error < 1e-12)
    let explained = try #require((found["rSquared"] as? NSNumber)?.doubleValue)
    let isSum = (found["sumsToRSquared"] as? NSNumber)?.boolValue == true
    #expect(isSum == ["pratt", "car", "pmvd"].contains(method))
    if isSum {
      #expect(Agreement(sum, with: explained).error < 1e-9)
    } else {
      #expect(drivers.allSatisfy { $0["share"] is NSNull })
    }
  }

  @Test func genizisMeasureIsRelativeWeights() throws {
    let genizi = try run(["--method", "genizi", "--format", "csv", "--replicates", "100"])
    let johnson = try run(["--method", "relative-weights", "--format", "csv", "--replicates", "100"])
    #expect(genizi.exitCode == 0 && genizi.output == johnson.output)
  }

  @Test func dominanceSumsToTheGeneralLevel() throws {
    let found = try json(["--method", "dominance"])
    for driver in try #require(found["drivers"] as? [[String: Any]]) {
      let conditional = try #require(driver["conditional"] as? [NSNumber]).map(\.doubleValue)
      let general = try #require((driver["general"] as? NSNumber)?.doubleValue)
      #expect(Agreement(conditional.reduce(0, +) / 2, with: general).error < 1e-12)
    }
  }

  @Test(
    arguments: [
      "logit", "logistic-shapley", "logistic-relative-weights", "ordinal", "ordinal-shapley",
      "ordinal-relative-weights", "multinomial", "penalty-reward", "necessary-condition", "commonality",
    ])
  func modelsAreOffered(method: String) throws {
    let found = try json(["--method", method])
    #expect(found["method"] as? String == method)
    #expect((found["drivers"] as? [Any])?.count == 2)
    let table = try run(["--method", method, "--explain", "--replicates", "100"])
    #expect(table.exitCode == 0 && table.output.contains("What it does not show"), "\(table.messages)")
  }

  @Test func contrastsAndLevelsAreChosen() throws {
    #expect(
      try json(["--method", "logit", "--contrast", "detractor-rest"])["contrast"] as? String
        == "detractor-rest")
    #expect(try json(["--method", "ordinal", "--levels", "answers"])["levels"] as? String == "answers")
  }

  /// Two respondents per account.
  @Test(arguments: ["logit", "ordinal", "multinomial", "penalty-reward", "ordinal-shapley"])
  func modelsSayThatTheyAllowForClusters(method: String) throws {
    try Fixture.withTemporaryFolder { folder in
      let yaml = SmallSurvey.yaml + "\ncluster: {column: account}\n"
      try Data(yaml.utf8).write(to: folder.appending(path: "survey.yaml"))
      let rows = SmallSurvey.export(rows: 60).split(separator: "\n").enumerated().map { row, line in
        line + (row == 0 ? ",account" : ",a\((row - 1) / 2)")
      }
      let export = rows.joined(separator: "\n") + "\n"
      try Data(export.utf8).write(to: folder.appending(path: "2026-Q1.csv"))
      _ = try CommandRun(["import", ".", "2026-Q1.csv", "--quiet"], in: folder)
      let table = try CommandRun(["drivers", ".", "--method", method], in: folder)
      #expect(table.output.contains("30 clusters"), "\(table.output) \(table.messages)")
      #expect(!table.output.contains("profile"))
      let json = try CommandRun(["drivers", ".", "--method", method, "--format", "json"], in: folder)
      let found = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
      #expect((found?["design"] as? [String: Any])?["clusters"] as? Int == 30)
    }
  }

  @Test func covariatesAreAlwaysIn() throws {
    let found = try json(["--covariate", "region"])
    #expect(found["covariates"] as? [String] == ["region"])
    #expect((found["themes"] as? [Any])?.count == 2)
    let unknown = try run(["--covariate", "regio"])
    #expect(unknown.exitCode == 64 && unknown.messages.contains("region"))
  }

  @Test func matricesAreRankedWithoutASurvey() throws {
    try Fixture.withTemporaryFolder { folder in
      let path = folder.appending(path: "published.csv")
      try Data(",nps,speed,price\nnps,1,0.6,0.3\nspeed,0.6,1,0.2\nprice,0.3,0.2,1\n".utf8).write(to: path)
      let table = try CommandRun(
        ["drivers", "--matrix", "published.csv", "--n", "250", "--explain"], in: folder)
      #expect(table.exitCode == 0 && table.output.contains("jointly normal"), "\(table.messages)")
      let json = try CommandRun(
        [
          "drivers", "--matrix", "published.csv", "--n", "250", "--matrix-outcome", "price", "--format",
          "json",
        ],
        in: folder)
      #expect(json.output.contains("\"outcome\" : \"price\""))
      #expect(try CommandRun(["drivers", "--matrix", "published.csv"], in: folder).exitCode == 64)
      #expect(try CommandRun(["drivers"], in: folder).exitCode == 64)
    }
  }

  @Test func differencesOfAllPairs() throws {
    let pairs = try #require(try json([])["differences"] as? [[String: Any]])
    #expect(pairs.count == 1)
    let table = try run(["--differences", "--replicates", "100"])
    #expect(table.exitCode == 0 && table.output.contains("percentage points"))
  }

  @Test func thePanelComparesTheChoices() throws {
    let found = try json(["--sensitivity"])
    let rankings = try #require(found["rankings"] as? [[String: Any]])
    #expect(rankings.first?["choice"] as? String == "shapley")
    #expect(found["concordance"] is NSNumber && found["conclusion"] is String)
    let table = try run(["--sensitivity"])
    #expect(table.output.contains("Kendall's W"))
  }

  @Test func diagnosticsComeInOnePlace() throws {
    let found = try json(["--diagnostics"])
    for key in ["patterns", "reliability", "drivers", "conditionIndices", "influence", "comparison", "flags"]
    {
      #expect(found[key] != nil && !(found[key] is NSNull), "\(key)")
    }
    let drivers = try #require(found["drivers"] as? [[String: Any]])
    #expect(drivers.count == 2 && drivers.allSatisfy { $0["varianceInflation"] is NSNumber })
    for (language, words) in [("en", "no index proves carelessness"), ("nl", "geen enkele index bewijst")] {
      let table = try run(["--diagnostics", "--language", language])
      #expect(table.exitCode == 0 && table.output.contains(words), "\(table.messages)")
    }
    let csv = try run(["--diagnostics", "--format", "csv"])
    #expect(csv.output.hasPrefix("section,id,label,measure,value\r\n"))
    #expect(csv.output.contains("reliability,,,alpha,"))
  }

  @Test(arguments: [("en", "What it does not show"), ("nl", "Wat dit niet laat zien")])
  func explainsInTwoLanguages(language: String, words: String) throws {
    let table = try run(["--explain", "--language", language, "--replicates", "100"])
    #expect(table.output.contains(words))
    let json = try run(["--explain", "--language", language, "--replicates", "100", "--format", "json"])
    #expect(json.messages.contains(words) && !json.output.contains(words))
  }

  @Test(
    arguments: [
      ["--method", "car", "--by", "region"], ["--sensitivity", "--by", "region"],
      ["--sensitivity", "--outcome", "promoter"], ["--sensitivity", "--diagnostics"],
      ["--diagnostics", "--by", "region"], ["--diagnostics", "--explain"],
      ["--explain", "--method", "dominance"],
      ["--differences", "--by", "region"], ["--differences", "--method", "logit"],
      ["--method", "guess"], ["--method", "logistic-shapley", "--interval", "percentile"],
    ])
  func refusesWhatDoesNotGoTogether(arguments: [String]) throws {
    let run = try run(arguments)
    #expect(run.exitCode == 64 && run.output.isEmpty)
  }
}
