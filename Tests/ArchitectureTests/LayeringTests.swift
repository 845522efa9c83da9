import Testing

/// The arrows of the architecture page: what each target may import of the project and of the outside.
@Suite struct LayeringTests {
  /// Target to the targets of the project that it may import; a target that is missing here fails the test.
  static let diagram: [String: Set<String>] = [
    "GazetteDocument": ["CCrypto", "CTextMap"],
    "GazetteParsing": [
      "GazetteDocument", "GazetteYAML", "CLibXML2", "CMD4C", "CZlib", "CIconv", "CGazetteData",
    ],
    "GazetteYAML": ["CYAML"],
    "GazetteAnalysis": ["CSnowball", "CGazetteData"],
    "GazetteIndex": ["GazetteAnalysis", "CZstd"],
    "GazetteConcepts": ["GazetteDocument", "GazetteAnalysis"],
    "GazetteFormulas": [
      "GazetteDocument", "GazetteAnalysis", "GazetteConcepts", "GazetteYAML", "CLibXML2",
      "CGazetteData",
    ],
    "GazetteMeasures": [
      "GazetteDocument", "GazetteAnalysis", "GazetteQuotations", "CGazetteData",
    ],
    "GazetteQuery": ["GazetteDocument", "GazetteIndex", "GazetteAnalysis"],
    "GazetteQuotations": ["GazetteDocument", "GazetteAnalysis", "CGazetteData"],
    "GazetteSearch": [
      "CGazetteData", "GazetteDocument", "GazetteAnalysis", "GazetteConcepts", "GazetteIndex",
      "GazetteQuery",
      "GazetteQuotations",
    ],
    "GazetteAnswers": [
      "CGazetteData", "GazetteDocument", "GazetteAnalysis", "GazetteConcepts", "GazetteIndex",
      "GazetteMeasures", "GazetteQuotations", "GazetteSearch",
    ],
    "GazetteExport": [
      "GazetteAnswers", "GazetteDocument", "GazetteConcepts", "GazetteIndex", "GazetteMeasures",
      "GazetteQuery",
      "GazetteQuotations", "GazetteSearch",
    ],
    "GazetteChecklists": [
      "GazetteDocument", "GazetteAnalysis", "GazetteMeasures", "GazetteParsing", "GazetteExport",
      "CGazetteData", "CXLSXWriter",
    ],
    "Gazette": [
      "GazetteAnswers", "GazetteDocument", "GazetteParsing", "GazetteAnalysis", "GazetteConcepts",
      "GazetteFormulas", "GazetteIndex", "GazetteMeasures", "GazetteQuery", "GazetteQuotations",
      "GazetteSearch", "GazetteExport",
    ],
    "GazetteStudy": ["Gazette", "CGazetteData", "CZlib"],
    "GazetteConsole": ["CGazetteData", "GazetteExport", "ArgumentParser"],
    "GazetteCommand": [
      "GazetteConsole", "GazetteDocument", "GazetteConcepts", "GazetteExport", "GazetteIndex",
      "GazetteQuery", "GazetteSearch", "ArgumentParser",
    ],
    "GazetteCorpusCommand": [
      "Gazette", "GazetteChecklists", "GazetteConsole", "GazetteStudy", "ArgumentParser",
    ],
  ]

  /// The targets below the outer ring, which do without Foundation.
  static let engine: Set<String> = [
    "GazetteDocument", "GazetteParsing", "GazetteAnalysis", "GazetteIndex", "GazetteQuery",
    "GazetteSearch", "GazetteYAML", "GazetteConcepts", "GazetteFormulas", "GazetteMeasures",
    "GazetteQuotations", "GazetteAnswers",
  ]

  /// What comes with the toolchain and may be imported everywhere.
  static let anywhere: Set<String> = ["Swift", "Synchronization", "Dispatch"]

  /// The folders and files of the engine that touch the system, or wrap a C library or function.
  static let systemFiles = [
    "Sources/GazetteIndex/Bytes/", "Sources/GazetteIndex/Store/WriterLock.swift",
    // The logarithm of inverse document frequencies.
    "Sources/GazetteIndex/Search/BM25.swift",
    // memchr over the embedded tables.
    "Sources/GazetteAnalysis/FoldingTableReader.swift",
    "Sources/GazetteParsing/Encoding/CharacterConverter.swift",
    "Sources/GazetteParsing/Reading/XMLNode.swift",
    "Sources/GazetteParsing/Reading/ChildProgram.swift",
  ]

  @Test(
    "each target imports only what the diagram allows",
    arguments: SourceTree.files(below: "Sources"))
  func imports(of file: SourceTree.File) throws {
    let allowed = try #require(
      LayeringTests.diagram[file.target], "the diagram lacks \(file.target)")
    let system: Set<String> = ["Glibc", "Darwin"]
    let foundation: Set<String> = ["FoundationEssentials", "Foundation"]
    for module in file.imports where !LayeringTests.anywhere.contains(module) {
      if system.contains(module) {
        let isEngine = LayeringTests.engine.contains(file.target)
        #expect(
          !isEngine || LayeringTests.systemFiles.contains { file.path.hasPrefix($0) },
          "\(file.path) imports \(module)")
      } else if foundation.contains(module) {
        #expect(!LayeringTests.engine.contains(file.target), "\(file.path) imports \(module)")
      } else {
        #expect(allowed.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test("Foundation is imported only where FoundationEssentials is missing")
  func foundation() {
    for file in SourceTree.files(below: "Sources") where file.imports.contains("Foundation") {
      #expect(file.imports.contains("FoundationEssentials"), "\(file.path)")
    }
  }

  @Test("nothing points up: the diagram has no cycle")
  func acyclic() {
    var levels: [String: Int] = [:]
    for _ in LayeringTests.diagram {
      for (target, below) in LayeringTests.diagram {
        let parts = below.filter { LayeringTests.diagram[$0] != nil }
        if parts.allSatisfy({ levels[$0] != nil }) {
          levels[target] = (parts.compactMap { levels[$0] }.max() ?? 0) + 1
        }
      }
    }
    #expect(levels.count == LayeringTests.diagram.count)
  }
}
