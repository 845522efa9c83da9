import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// What is read of `corpus/` against what a careful reader says of it.
@Suite struct AnnotationTests {
  private static let annotations = Result { try Annotation.all() }

  /// The share that must agree: what was reached may not be lost.
  private static let floors = [
    "damage": 0.98, "kind": 0.99, "title": 1, "issuer": 0.98, "number": 1, "written": 0.98,
    "published": 0.95, "effective": 0.97, "outline": 0.968, "voices": 0.95,
  ]

  private static func floor(_ name: String) -> Double { floors[name] ?? 0.9 }

  /// The corpus, indexed once for all tests; the folder lives as long as they run.
  private static let indexed = Result {
    let folder = try ScratchFolder()
    _ = try CorpusIndexing(of: Corpus(at: [ProjectFolder.corpus]), at: folder.path + "/index").run()
    return (folder, try PolicySearch(at: folder.path + "/index"))
  }

  private func total(
    _ name: String, _ score: (PolicyDocument, Annotation) -> Score
  ) throws -> Score {
    let search = try Self.indexed.get().1
    var total = Score()
    for annotation in try Self.annotations.get() {
      total += score(try search.document(named: annotation.document), annotation)
    }
    print("annotations, \(name): \(total)")
    if ProcessInfo.processInfo.environment["GAZETTE_FAULTS"] != nil {
      for fault in total.faults { print("  \(fault)") }
    }
    return total
  }

  @Test("every document of the corpus has its annotation, and every annotation its document")
  func complete() throws {
    let documents = try Self.indexed.get().1.documents().map(\.id.name)
    #expect(Set(documents) == Set(try Self.annotations.get().map(\.document)))
  }

  @Test("metadata agree", arguments: Score.metadataKeys)
  func metadata(key: String) throws {
    let score = try total(key) { Score.metadata(key, of: $0, $1) }
    #expect(score.f1 >= Self.floor(key), "\(score)")
  }

  @Test("outlines agree in headings, numbers, depth and order")
  func outlines() throws {
    let score = try total("outline") { Score.outline(of: $0, $1) }
    #expect(score.f1 >= Self.floor("outline"), "\(score)")
  }

  @Test("the voices of the sentences agree")
  func voices() throws {
    let score = try total("voices") { Score.voices(of: $0, $1) }
    #expect(score.f1 >= Self.floor("voices"), "\(score)")
  }

  @Test("damaged places are mended or flagged, and no others")
  func damage() throws {
    let score = try total("damage") { Score.damage(of: $0, $1) }
    #expect(score.f1 >= Self.floor("damage"), "\(score)")
  }
}
