// swift-tools-version: 6.2
import PackageDescription

/// Language settings of every Swift target: leaks between modules stay visible, and a warning stops the build.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// The three modules that touch raw memory mark every unsafe use.
let memory: [SwiftSetting] =
  strict + [.strictMemorySafety(), .enableExperimentalFeature("Lifetimes")]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// The program that only answers carries the C library too when it is installed.
///
/// Then nothing is left to find and to relocate when it starts, which is half the time of a search. The tests and the
/// sanitizers need it as usual.
let answering: [LinkerSetting] =
  Context.environment["GAZETTE_STATIC"] == nil
  ? [] : [.unsafeFlags(["-static-executable"], .when(platforms: [.linux]))]

let package = Package(
  name: "Gazette",
  platforms: [.macOS("26.0")],
  products: [
    .executable(name: "gazette", targets: ["GazetteCommand"]),
    .executable(name: "gazette-corpus", targets: ["GazetteCorpusCommand"]),
    .library(name: "Gazette", targets: ["Gazette"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries, each seen by one or two Swift files.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CMD4C", pkgConfig: "md4c",
      providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]),
    .systemLibrary(
      name: "CSnowball",
      providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "CZstd", pkgConfig: "libzstd",
      providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .target(
      name: "CIconv",
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    .target(name: "CGazetteData", exclude: ["data"]),
    .target(name: "CTextMap"),

    // The engine: no Foundation below this line and above the outer ring.
    .target(
      name: "GazetteDocument", dependencies: ["CCrypto", "CTextMap"], swiftSettings: strict),
    .target(
      name: "GazetteParsing",
      dependencies: [
        "GazetteDocument", "GazetteYAML", "CLibXML2", "CMD4C", "CZlib", "CIconv", "CGazetteData",
      ],
      swiftSettings: memory),
    .target(
      name: "GazetteAnalysis", dependencies: ["CSnowball", "CGazetteData"], swiftSettings: memory),
    .target(
      name: "GazetteIndex", dependencies: ["GazetteAnalysis", "CZstd"], swiftSettings: memory),
    .target(
      name: "GazetteConcepts", dependencies: ["GazetteDocument", "GazetteAnalysis"],
      swiftSettings: memory),
    .target(name: "GazetteYAML", dependencies: ["CYAML"], swiftSettings: memory),
    .target(
      name: "GazetteFormulas",
      dependencies: [
        "GazetteDocument", "GazetteAnalysis", "GazetteConcepts", "GazetteYAML", "CLibXML2",
        "CGazetteData",
      ],
      swiftSettings: strict),
    .target(
      name: "GazetteMeasures",
      dependencies: ["GazetteDocument", "GazetteAnalysis", "GazetteQuotations", "CGazetteData"],
      swiftSettings: strict),
    .target(
      name: "GazetteQuotations",
      dependencies: ["GazetteDocument", "GazetteAnalysis", "CGazetteData"],
      swiftSettings: strict),
    .target(
      name: "GazetteQuery", dependencies: ["GazetteDocument", "GazetteIndex", "GazetteAnalysis"],
      swiftSettings: strict),
    .target(
      name: "GazetteSearch",
      dependencies: [
        "CGazetteData", "GazetteDocument", "GazetteAnalysis", "GazetteConcepts", "GazetteIndex",
        "GazetteQuery",
        "GazetteQuotations",
      ],
      swiftSettings: strict),
    .target(
      name: "GazetteAnswers",
      dependencies: [
        "CGazetteData", "GazetteDocument", "GazetteAnalysis", "GazetteConcepts", "GazetteIndex",
        "GazetteMeasures", "GazetteQuotations", "GazetteSearch",
      ],
      swiftSettings: strict),

    // The outer ring.
    .target(
      name: "GazetteExport",
      dependencies: [
        "GazetteAnswers", "GazetteDocument", "GazetteConcepts", "GazetteIndex", "GazetteMeasures",
        "GazetteQuery",
        "GazetteQuotations", "GazetteSearch",
      ],
      exclude: ["Schemas"], swiftSettings: strict),
    .target(
      name: "GazetteChecklists",
      dependencies: [
        "GazetteDocument", "GazetteAnalysis", "GazetteMeasures", "GazetteParsing", "GazetteExport",
        "CGazetteData", "CXLSXWriter",
      ],
      swiftSettings: strict),
    .target(
      name: "Gazette",
      dependencies: [
        "GazetteAnswers", "GazetteDocument", "GazetteParsing", "GazetteAnalysis", "GazetteConcepts",
        "GazetteFormulas", "GazetteIndex", "GazetteMeasures", "GazetteQuery", "GazetteQuotations",
        "GazetteSearch", "GazetteExport",
      ],
      swiftSettings: strict),
    .target(
      name: "GazetteStudy", dependencies: ["Gazette", "CGazetteData", "CZlib"],
      swiftSettings: strict),
    .target(
      name: "GazetteConsole",
      dependencies: ["CGazetteData", "GazetteExport", argumentParser], swiftSettings: strict),
    .executableTarget(
      name: "GazetteCommand",
      dependencies: [
        "GazetteConsole", "GazetteDocument", "GazetteConcepts", "GazetteExport", "GazetteIndex",
        "GazetteQuery", "GazetteSearch", argumentParser,
      ],
      swiftSettings: strict, linkerSettings: answering),
    .executableTarget(
      name: "GazetteCorpusCommand",
      dependencies: [
        "Gazette", "GazetteChecklists", "GazetteConsole", "GazetteStudy", argumentParser,
      ],
      swiftSettings: strict),

    // Tests.
    .target(
      name: "GazetteTestSupport",
      dependencies: ["GazetteDocument", "GazetteAnalysis", "GazetteIndex", "GazetteQuery"],
      path: "Tests/GazetteTestSupport", swiftSettings: strict),
    .target(
      name: "GazetteMeasureScoring",
      dependencies: ["GazetteDocument", "GazetteMeasures", "GazetteParsing", "GazetteTestSupport"],
      path: "Tests/GazetteMeasureScoring", swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "GazetteDocumentTests", dependencies: ["GazetteDocument", "GazetteTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GazetteParsingTests",
      dependencies: ["GazetteDocument", "GazetteParsing", "GazetteTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GazetteAnalysisTests", dependencies: ["GazetteAnalysis", "GazetteTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GazetteIndexTests",
      dependencies: ["GazetteAnalysis", "GazetteIndex", "GazetteTestSupport"],
      exclude: ["Formats"], swiftSettings: strict),
    .testTarget(
      name: "GazetteConceptsTests",
      dependencies: ["Gazette", "GazetteConcepts", "GazetteAnalysis", "GazetteTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GazetteFormulasTests",
      dependencies: ["Gazette", "GazetteFormulas", "GazetteTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GazetteMeasuresTests",
      dependencies: [
        "GazetteDocument", "GazetteMeasures", "GazetteMeasureScoring", "GazetteParsing",
        "GazetteTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GazetteChecklistsTests",
      dependencies: [
        "GazetteChecklists", "GazetteDocument", "GazetteMeasures", "GazetteParsing",
        "GazetteExport", "GazetteTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GazetteQuotationsTests",
      dependencies: ["GazetteQuotations", "GazetteDocument", "GazetteTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GazetteQueryTests",
      dependencies: ["GazetteQuery", "GazetteIndex", "GazetteAnalysis", "GazetteTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GazetteSearchTests",
      dependencies: [
        "GazetteSearch", "GazetteDocument", "GazetteConcepts", "GazetteIndex", "GazetteQuery",
        "Gazette", "GazetteTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GazetteAnswersTests",
      dependencies: ["Gazette", "GazetteAnswers", "GazetteTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "GazetteStudyTests",
      dependencies: ["Gazette", "GazetteStudy", "GazetteTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "GazetteExportTests",
      dependencies: [
        "GazetteExport", "GazetteDocument", "GazetteMeasures", "GazetteQuotations", "GazetteSearch",
        "GazetteTestSupport",
      ],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "GazetteTests", dependencies: ["Gazette", "GazetteYAML", "GazetteTestSupport"],
      exclude: ["Snapshots", "Drafts"],
      swiftSettings: strict),
    .testTarget(
      name: "GazetteConsoleTests",
      dependencies: ["Gazette", "GazetteConsole", "GazetteParsing", "GazetteTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GazetteCommandTests",
      dependencies: ["GazetteCommand", "GazetteCorpusCommand", "GazetteTestSupport"],
      swiftSettings: strict),
  ]
)

// Programs that measure cost build time, so they are there on request only.
if Context.environment["GAZETTE_BENCHMARKS"] != nil {
  let benchmarks: [(name: String, dependencies: [Target.Dependency])] = [
    ("AnalysisBenchmark", ["GazetteAnalysis"]),
    ("ConceptBenchmark", ["GazetteAnalysis", "GazetteConcepts", "GazetteTestSupport"]),
    ("GazetteBench", ["GazetteAnalysis", "GazetteIndex"]),
    (
      "ReadingBenchmark",
      ["GazetteDocument", "GazetteParsing", "GazetteTestSupport", "CLibXML2", "CMD4C", "CZlib"]
    ),
    (
      "MeasureBenchmark",
      ["GazetteMeasures", "GazetteMeasureScoring", "GazetteDocument", "GazetteParsing"]
    ),
    ("SearchBenchmark", ["Gazette"]),
    ("GazetteEval", ["Gazette", "GazetteDocument", "GazetteSearch"]),
    (
      "ParallelsBenchmark",
      [
        "GazetteConcepts", "GazetteDocument", "GazetteQuotations", "GazetteSearch",
        "GazetteTestSupport",
      ]
    ),
  ]
  package.targets += benchmarks.map { benchmark in
    .executableTarget(
      name: benchmark.name, dependencies: benchmark.dependencies,
      path: "Tests/Benchmarks/\(benchmark.name)", swiftSettings: strict)
  }
  package.products += [
    .executable(name: "gazette-bench", targets: ["GazetteBench"]),
    .executable(name: "gazette-eval", targets: ["GazetteEval"]),
  ]
}

// The program that libFuzzer drives, with one of the readers; see .ci/fuzz.
if Context.environment["GAZETTE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "FuzzReaders",
      dependencies: ["GazetteDocument", "GazetteParsing", "GazetteTestSupport"],
      path: "Tests/Fuzzing", exclude: ["Seeds", "markup.dict"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
