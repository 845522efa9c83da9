import Gazette
import GazetteConsole

/// Where the concept commands take their thesaurus and their documents from: the index that was tagged by the one with the other.
struct ConceptSource {
  let thesaurus: Thesaurus
  let search: PolicySearch
  private let stored: StoredThesaurus?
  /// Finds the mentions of a thesaurus by which the index is not tagged.
  private let matcher: ConceptMatcher?

  /// Opens an index with the thesaurus that it was tagged by.
  ///
  /// - Parameters:
  ///   - global: What the command line says.
  ///   - isEditing: Whether `--concepts` is to count alone and as it is now; else it has to name files that the index was
  ///     tagged by.
  /// - Throws: `LookupError.otherConcepts` when it does not.
  init(_ global: GlobalOptions, isEditing: Bool = false) throws {
    search = try PolicySearch(at: global.index)
    var thesaurus = Thesaurus.empty
    var digests: [Digest] = []
    for file in global.conceptFiles {
      let bytes = try FileReading.bytes(of: file, limit: 256 << 20)
      if isEditing { thesaurus = thesaurus.merging(try Thesaurus(yaml: bytes, file: file)) }
      digests.append(ContentHash.digest(of: bytes.span))
    }
    if isEditing, !digests.isEmpty {
      stored = nil
      self.thesaurus = thesaurus
      matcher = ConceptMatcher(thesaurus)
      return
    }
    if !digests.isEmpty {
      let known = Set(try search.state().thesaurus.sources.map(\.sha256))
      for (file, digest) in zip(global.conceptFiles, digests) where !known.contains(digest) {
        throw LookupError.otherConcepts(file: file)
      }
    }
    stored = try search.thesaurus()
    matcher = nil
    self.thesaurus = try stored?.thesaurus() ?? .empty
  }

  var revision: String? { search.revision }

  /// Hands over each document of the index with its mentions, in the byte order of their names.
  func forEachDocument(_ body: (TaggedDocument) throws -> Void) throws {
    if let matcher {
      try search.forEachDocument { try body(TaggedDocument($0, by: matcher)) }
    } else {
      try search.forEachDocument(taggedBy: thesaurus) { document, mentions in
        try body(TaggedDocument(document, mentions: mentions))
      }
    }
  }

  /// The concept with an id, with a label in any language and spelling, or with a label that is read so.
  ///
  /// - Throws: `LookupError.noConcept` when there is none, `ConceptError` when several have the label.
  func concept(named name: String) throws -> Concept {
    let found = try stored?.lookUp(name) ?? []
    guard let first = found.first else {
      throw LookupError.noConcept(name: name, nearest: try stored?.nearest(to: name) ?? [])
    }
    guard found.count == 1 else {
      throw ConceptError.ambiguous(name, concepts: found.map { thesaurus.concepts[$0].id }.sorted())
    }
    return thesaurus.concepts[first]
  }
}
