// swift-tools-version: 6.2
import PackageDescription

// libFuzzer with the address sanitizer; built on its own, since no other part may be built that way.
let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "loyalty", path: "../..")],
  targets: [
    .executableTarget(
      name: "fuzz", dependencies: [.product(name: "LoyaltyDrivers", package: "loyalty")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .unsafeFlags(["-parse-as-library"]),
      ],
      linkerSettings: [.unsafeFlags(["-use-ld=lld", "-sanitize=fuzzer,address"])])
  ],
  swiftLanguageModes: [.v6]
)
