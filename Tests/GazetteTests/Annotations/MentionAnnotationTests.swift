import Foundation
import Gazette
import GazetteTestSupport
import GazetteYAML
import Testing

/// The annotations of mentions name passages, words and concepts that there are.
@Suite struct MentionAnnotationTests {
  private static let folder = ProjectFolder.top + "/Tests/Annotations/mentions"

  private static let files = Result {
    try ProjectFolder.files(below: folder, endings: ["yaml"]).map { path in
      (
        name: String(path.dropFirst(folder.count + 1)),
        root: try YAMLReader.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
      )
    }
  }

  private func text(_ node: YAMLNode, _ key: String) throws -> String {
    try #require(node[key]?.string, "line \(node.line) lacks \(key)")
  }

  /// Checks that words stand in a text, those of mentions in its order.
  private func check(_ passage: YAMLNode, in text: String, _ place: String) throws {
    let solid = Annotation.solid(text)
    var rest = solid[...]
    for mention in passage["mentions"]?.elements ?? [] {
      let words = Annotation.solid(try self.text(mention, "words"))
      let range = rest.range(of: words)
      #expect(range != nil, "\(place): \(words)")
      if let range { rest = rest[range.upperBound...] }
    }
    for key in ["traps", "open"] {
      for trap in passage[key]?.elements ?? [] {
        let words = Annotation.solid(try self.text(trap, "words"))
        #expect(solid.contains(words), "\(place): \(words)")
      }
    }
  }

  @Test("the words stand where the annotation says, in documents as they are read")
  func documents() throws {
    let scratch = try ScratchFolder()
    let index = scratch.path + "/index"
    _ = try CorpusIndexing(of: Corpus(at: [ProjectFolder.corpus]), at: index).run()
    let search = try PolicySearch(at: index)
    var count = 0
    for (name, root) in try Self.files.get() {
      guard let id = root["document"]?.string else { continue }
      let document = try search.document(named: id)
      count += document.passages.count
      let solid = Annotation.solid(document.text.string(in: 0..<document.text.utf8.count))
      for passage in root["judged"]?.elements ?? [] {
        let place = "\(name):\(passage.line)"
        // Where passages begin and end may change when documents are read better; the first words tell the place.
        let starts = Annotation.solid(try text(passage, "starts"))
        guard let range = solid.range(of: starts) else {
          Issue.record("\(place): nothing starts so: \(starts)")
          continue
        }
        try check(passage, in: String(solid[range.lowerBound...]), place)
      }
    }
    #expect(count >= 300)
  }

  @Test("the words stand in the passages that were written for it")
  func written() throws {
    var count = 0
    for (name, root) in try Self.files.get() {
      for passage in root["written"]?.elements ?? [] {
        try check(passage, in: try text(passage, "text"), "\(name):\(passage.line)")
        count += 1
      }
    }
    #expect(count >= 100)
  }

  @Test("ids of concepts are ids of the thesaurus")
  func concepts() throws {
    let thesaurus = try Thesaurus.builtIn()
    func check(_ id: String, _ place: String) {
      #expect(thesaurus[id] != nil, "\(place): \(id)")
    }
    for (name, root) in try Self.files.get() {
      let passages = (root["judged"]?.elements ?? []) + (root["written"]?.elements ?? [])
      for mention in passages.flatMap({ $0["mentions"]?.elements ?? [] }) {
        check(try text(mention, "concept"), "\(name):\(mention.line)")
      }
      for range in (root["seeds"]?.elements ?? []).flatMap({ $0["ranges"]?.elements ?? [] }) {
        for concept in range["concepts"]?.elements ?? [] {
          check(concept.string ?? "", "\(name):\(range.line)")
        }
      }
    }
  }
}
