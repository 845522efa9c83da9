import Gazette
import GazetteConsole

/// Where the concept commands take their thesaurus and their documents from.
struct ConceptSource {
  let thesaurus: Thesaurus
  private let search: PolicySearch?

  /// Opens an index with the concepts that it was tagged with.
  init(_ global: GlobalOptions, files: [String]) throws {
    search = try PolicySearch(at: global.index)
    thesaurus = try Self.thesaurus(in: files)
  }

  /// Reads a thesaurus from files, without an index.
  init(files: [String]) throws {
    search = nil
    thesaurus = try Self.thesaurus(in: files)
  }

  var revision: String? { search?.revision }

  private static func thesaurus(in files: [String]) throws -> Thesaurus {
    var thesaurus = Thesaurus.empty
    for file in files.isEmpty ? ["corpus/concepts.yaml"] : files {
      let bytes = try FileReading.bytes(of: file, limit: 64 << 20)
      thesaurus = thesaurus.merging(try Thesaurus(yaml: bytes, file: file))
    }
    return thesaurus
  }

  /// Hands over each document of the index with its mentions, in the byte order of their names.
  func forEachDocument(_ body: (TaggedDocument) throws -> Void) throws {
    guard let search else { return }
    let matcher = ConceptMatcher(thesaurus)
    try search.forEachDocument { document in
      try body(TaggedDocument(document, by: matcher))
    }
  }

  /// The concept with an id, or with a label in any language and spelling.
  ///
  /// - Throws: `ConceptError` when there is none, or several have the label.
  func concept(named name: String) throws -> Concept {
    if let concept = thesaurus[name] { return concept }
    let utf8 = Array(name.utf8)
    let whole = ConceptMatcher(thesaurus).mentions(in: utf8).filter { $0.range == utf8.indices }
    let ids = Set(whole.map(\.concept)).sorted()
    if ids.count > 1 { throw ConceptError.ambiguous(name, concepts: ids) }
    if let id = ids.first, let concept = thesaurus[id] { return concept }
    throw ConceptError.noConcept(name, nearest: nearest(to: name))
  }

  /// Up to five ids of concepts of which a label holds the name, or that share a word of it.
  private func nearest(to name: String) -> [String] {
    let holding = ConceptFilter(name).filter(thesaurus.concepts).map(\.id)
    if !holding.isEmpty { return Array(holding.prefix(5)) }
    let words = Set(name.lowercased().split { !$0.isLetter }.filter { $0.utf8.count > 2 })
    let scored = thesaurus.concepts.map { concept in
      (id: concept.id, score: concept.id.split(separator: "-").count { words.contains($0) })
    }
    return scored.filter { $0.score > 0 }.sorted { $0.score > $1.score }.prefix(5).map(\.id)
  }
}
