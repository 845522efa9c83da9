import GazetteConcepts
import GazetteDocument
import GazetteIndex
public import GazetteMeasures
public import GazetteSearch

extension PolicySearch {
  /// The measures of the index that a selection takes, in the byte order of the documents' names and in the order of the text.
  ///
  /// Reads the documents that are selected whole, and finds their measures anew: the same index gives the same list.
  ///
  /// - Parameters:
  ///   - selection: Which measures are wanted.
  ///   - extractor: Finds the measures.
  /// - Returns: The measures, with what their sentences refer to looked up in the index.
  /// - Throws: `LookupError` for a document, a section or a concept that is not there, `IndexError` when the index is damaged.
  public func measures(
    _ selection: MeasureSelection = MeasureSelection(), by extractor: MeasureExtractor = .init()
  ) throws -> [MeasureRecord] {
    let thesaurus = try self.thesaurus()?.thesaurus() ?? .empty
    var filter = selection.filter
    if !selection.concepts.isEmpty {
      filter.concepts = (filter.concepts ?? []).union(try conceptFamilies(selection.concepts))
    }
    let named = try selection.documents.map { try document(named: $0).id }
    let matching = try selection.query.map { try passages(matching: $0) }
    var found: [MeasureRecord] = []
    var hasSection = false
    var failure: LookupError?
    try forEachDocument(
      taggedBy: thesaurus,
      where: { id in
        (named.isEmpty || named.contains(id)) && (matching.map { $0[id] != nil } ?? true)
      }
    ) { document, summary, mentions in
      var wanted = matching?[document.id]
      if let section = selection.section {
        do throws(LookupError) {
          let place = Set(try DocumentPlace(section, in: document).passages)
          wanted = wanted.map { $0.intersection(place) } ?? place
          hasSection = true
        } catch {
          failure = error
          return
        }
      }
      let records = extractor.records(
        in: document, summary: summary,
        mentions: mentions.all.filter { !$0.isPart }.map { ($0.concept, $0.range) })
      let taken = records.filter { record in
        (wanted?.contains(record.measure.passage) ?? true) && filter.admits(record)
      }
      found += try resolved(taken, from: document.id)
    }
    if let failure, !hasSection { throw failure }
    return found
  }

  /// The measure with an id; `nil` when no document has it.
  ///
  /// - Parameters:
  ///   - id: `m-` and twelve hexadecimal digits.
  ///   - extractor: Finds the measures.
  /// - Returns: The measure, optional ones included.
  /// - Throws: `IndexError` when the index is damaged.
  public func measure(
    withID id: String, by extractor: MeasureExtractor = .init()
  ) throws -> MeasureRecord? {
    var selection = MeasureSelection()
    selection.filter.takesOptional = true
    return try measures(selection, by: extractor).first { $0.id.description == id }
  }

  /// The ids of concepts and of all below them.
  private func conceptFamilies(_ names: [String]) throws -> Set<String> {
    guard let stored = try thesaurus() else {
      throw LookupError.noConcept(name: names[0], nearest: [])
    }
    var ids: Set<String> = []
    for name in names {
      let numbers = try stored.lookUp(name)
      guard !numbers.isEmpty else {
        throw LookupError.noConcept(name: name, nearest: try stored.nearest(to: name))
      }
      for number in numbers {
        for member in try stored.family(of: number) { ids.insert(try stored.id(at: member)) }
      }
    }
    return ids
  }

  /// The passages that match a query whole, by document, as indexes.
  private func passages(matching text: String) throws -> [PolicyDocument.ID: Set<Int>] {
    var found: [PolicyDocument.ID: Set<Int>] = [:]
    var isWhole = true
    try forEachHit(of: SearchRequest(text)) { results in
      isWhole = !results.isPartial
    } _: { hit in
      guard isWhole else { return }
      found[hit.passage.document.id, default: []].insert(hit.passage.index)
    }
    return found
  }

  /// The records with the documents and places that their references mean.
  private func resolved(
    _ records: [MeasureRecord], from document: PolicyDocument.ID
  ) throws -> [MeasureRecord] {
    let relations = records.flatMap { $0.references.compactMap(\.relation) }
    guard !relations.isEmpty else { return records }
    let targets = try self.targets(of: relations, from: document)
    var next = 0
    var known: [PolicyDocument.ID: PolicyDocument] = [:]
    return try records.map { record in
      var record = record
      for index in record.references.indices where record.references[index].relation != nil {
        record.references[index].documents = targets[next]
        next += 1
        guard let place = record.references[index].place,
          let target = record.references[index].documents.first
        else { continue }
        let other = try known[target] ?? self.document(named: target.name)
        known[target] = other
        record.references[index].paths = other.passages(numbered: place).map {
          other.path(ofPassage: $0)
        }
      }
      return record
    }
  }
}
