import GazetteIndex
import GazetteQuery

extension PolicySearch {
  /// A query with what its tags mean.
  struct NamedQuery {
    var parsed: ParsedQuery
    var tags: [TagMeaning] = []
    /// The ids of the concepts that each value of a tag names.
    var names: [String: [String]] = [:]
    /// The numbers of all of them.
    var numbers: Set<Int> = []
  }

  /// What a query asks for beside its words: other renderings of the labels in them, and the headings that have its tags.
  struct Widened {
    /// The query with the other renderings; `nil` where its words hold no label.
    let syntax: QuerySyntax?
    let query: Query
    /// The labels that were typed, by the numbers of their concepts.
    let typed: [Int: Set<Int>]
    /// The words that are these labels, folded, by the ids of their concepts.
    let words: [String: [[UInt8]]]

    /// Looks for labels and tags; `nil` when there are none.
    ///
    /// - Parameters:
    ///   - named: The query.
    ///   - thesaurus: The thesaurus of the index.
    ///   - isLiteral: Whether labels are left aside.
    /// - Throws: `IndexError` when the thesaurus is damaged.
    init?(
      _ named: NamedQuery, by thesaurus: StoredThesaurus, literally isLiteral: Bool = false
    ) throws(IndexError) {
      var widening = QueryWidening(thesaurus)
      let widened = isLiteral ? nil : try widening.widened(named.parsed.syntax)
      guard widened != nil || !named.tags.isEmpty else { return nil }
      syntax = widened
      query = ParsedQuery.query(of: widened ?? named.parsed.syntax, naming: named.names)
      typed = widening.typed
      words = widening.words
    }
  }

  /// Reads a query and looks up the concepts that its tags name.
  ///
  /// - Throws: `LookupError.noConcept` for a name that is none, `IndexError` when the index is damaged.
  func named(_ text: String) throws -> NamedQuery {
    var query = NamedQuery(parsed: ParsedQuery(text))
    let values = query.parsed.syntax.tags
    guard !values.isEmpty else { return query }
    let thesaurus = try thesaurus()
    for value in values {
      let isExact = value.first == "="
      let name = isExact ? String(value.dropFirst()) : value
      let found = try thesaurus?.lookUp(name) ?? []
      guard let thesaurus, !found.isEmpty else {
        throw LookupError.noConcept(name: name, nearest: try thesaurus?.nearest(to: name) ?? [])
      }
      var numbers = Set(found)
      if !isExact {
        for number in found { numbers.formUnion(try thesaurus.family(of: number)) }
      }
      let ids = try numbers.sorted().map { try thesaurus.id(at: $0) }
      query.names[value] = ids
      query.numbers.formUnion(numbers)
      query.tags.append(
        TagMeaning(name: name, named: try found.map { try thesaurus.id(at: $0) }, concepts: ids))
    }
    query.parsed = query.parsed.naming(query.names)
    return query
  }
}
