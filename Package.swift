// swift-tools-version: 6.2
import PackageDescription

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "loyalty",
  products: [
    .library(name: "LoyaltyDrivers", targets: ["LoyaltyDrivers"]),
    .library(name: "Statistics", targets: ["Statistics"]),
    .executable(name: "loyalty", targets: ["loyalty"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Layer 0: numbers and pages; neither knows what a survey is.
    .target(name: "Statistics", dependencies: [realModule]),
    .target(name: "HTML"),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CReadStat", providers: [.apt(["libreadstat-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Layer 1: the language all stages speak.
    .target(name: "SurveyModel"),

    // Layer 2: three stages that do not know each other.
    .target(
      name: "SurveyImport",
      dependencies: ["SurveyModel", "CExpat", "CLibCrypto", "CReadStat", "CZip", "CZlib", yams]),
    .target(name: "SurveyStore", dependencies: ["SurveyModel", grdb, grdbSQLite]),
    .target(name: "SurveyAnalysis", dependencies: ["SurveyModel", "Statistics"]),

    // Layer 3: estimates become pages, tables and JSON.
    .target(
      name: "SurveyReport", dependencies: ["SurveyAnalysis", "SurveyModel", "Statistics", "HTML"],
      resources: [.embedInCode("Theme/report.css")]),

    // Layer 4: the whole in one import.
    .target(
      name: "LoyaltyDrivers",
      dependencies: [
        "SurveyModel", "SurveyImport", "SurveyStore", "SurveyAnalysis", "SurveyReport", "Statistics",
      ]),

    // Layer 5: arguments, terminal, exit codes.
    .executableTarget(name: "loyalty", dependencies: ["LoyaltyDrivers", argumentParser]),

    // Writes the example in surveys/: simulated answers and what is true of them.
    .executableTarget(name: "simulate-survey", dependencies: ["Statistics", "SurveyModel"]),

    // Tests, one target per module; TestSupport reads oracles and compares snapshots.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"], exclude: ["Oracles"]),
    .testTarget(name: "HTMLTests", dependencies: ["HTML", "TestSupport"]),
    .testTarget(name: "SurveyModelTests", dependencies: ["SurveyModel"]),
    .testTarget(
      name: "SurveyImportTests", dependencies: ["SurveyImport", "SurveyModel", "TestSupport"],
      exclude: ["Exports", "FoundCases"]),
    .testTarget(
      name: "SurveyStoreTests",
      dependencies: ["SurveyStore", "SurveyModel", "TestSupport", grdb, grdbSQLite]),
    .testTarget(
      name: "SurveyAnalysisTests",
      dependencies: ["SurveyAnalysis", "SurveyModel", "Statistics", "TestSupport"],
      exclude: ["Oracles"]),
    .testTarget(
      name: "SurveyReportTests",
      dependencies: ["SurveyReport", "SurveyAnalysis", "SurveyModel", "HTML", "Statistics", "TestSupport"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "LoyaltyDriversTests", dependencies: ["LoyaltyDrivers", "Statistics", "TestSupport"],
      exclude: ["Surveys"]),
    .testTarget(
      name: "loyaltyTests", dependencies: ["loyalty", "TestSupport"], exclude: ["Snapshots"]),
    .testTarget(
      name: "DocumentationTests", dependencies: ["loyalty", "LoyaltyDrivers", "TestSupport", argumentParser]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}
