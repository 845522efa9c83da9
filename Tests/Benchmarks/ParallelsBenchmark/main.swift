// Measures how long it takes to find parallel passages, and shows what is found.
//
// ParallelsBenchmark [--concepts FILE] [--show N] INDEX   the documents of an index
// ParallelsBenchmark [--repeat N] --lines FILE            one passage a line, N copies with other words in between

import GazetteConcepts
import GazetteDocument
import GazetteQuotations
import GazetteSearch
import GazetteTestSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

var arguments = Array(CommandLine.arguments.dropFirst())

@MainActor func value(of option: String) -> String? {
  guard let place = arguments.firstIndex(of: option), place + 1 < arguments.count else {
    return nil
  }
  defer { arguments.removeSubrange(place...place + 1) }
  return arguments[place + 1]
}

@MainActor func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { fatalError("cannot read \(path)") }
  defer { fclose(file) }
  var all: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 20)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    guard count > 0 else { return all }
    all += buffer[..<count]
  }
}

let conceptFile = value(of: "--concepts")
let shown = value(of: "--show").flatMap { Int($0) } ?? 0
let lines = value(of: "--lines")
let limit = value(of: "--limit").flatMap { Int($0) } ?? Int.max
let matcher = try conceptFile.map { ConceptMatcher(try Thesaurus(yaml: bytes(of: $0), file: $0)) }
let clock = ContinuousClock()
var finder = ParallelPassages()
var documents: [PolicyDocument] = []
var passageCount = 0
let reading = try clock.measure {
  if let lines {
    for line in bytes(of: lines).split(separator: 0x0A).prefix(limit) {
      var text = Array(line)
      // The text stands behind the last tab.
      if let tab = text.lastIndex(of: 0x09) { text.removeSubrange(...tab) }
      let document = OnePassageDocument.document(named: "\(documents.count)", text)
      documents.append(document)
    }
  } else if let index = arguments.first {
    let search = try PolicySearch(at: index)
    for summary in try search.documents() {
      documents.append(try search.document(named: summary.id.name))
    }
  }
}
let adding = clock.measure {
  for document in documents {
    passageCount += document.passages.count
    let mentions = matcher?.mentions(in: document).passages ?? []
    finder.add(
      document,
      mentions: mentions.map { passage in
        passage.filter { !$0.isPart }.map { .init(id: $0.concept, range: $0.range) }
      })
  }
}
var pairs: [PassagePair] = []
let finding = clock.measure { pairs = finder.pairs() }
print("\(documents.count) documents, \(passageCount) passages")
print("read \(reading), added \(adding), found \(pairs.count) pairs in \(finding)")
for kind in PassagePair.Kind.allCases {
  print("  \(kind.rawValue): \(pairs.count { $0.kind == kind })")
}
for pair in pairs.prefix(shown) {
  print("--- \(pair.kind.rawValue) \(pair.likeness) \(pair.weight) \(pair.shared.map(\.text))")
  for (place, ranges) in [
    (pair.left, pair.stretches.map(\.left)), (pair.right, pair.stretches.map(\.right)),
  ] {
    let document = documents[place.document]
    let path = document.path(ofPassage: place.passage)
    print("  \(document.id.name)#\(path): \(ranges.map { document.text.string(in: $0) })")
  }
}
