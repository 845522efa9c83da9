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

  /// What a query asks for beside its words: other renderings of the labels in them.
  struct Widened {
    let syntax: QuerySyntax
    let query: Query
    /// The labels that were typed, by the numbers of their concepts.
    let typed: [Int: Set<Int>]

    /// Looks for labels; `nil` when the words hold none.
    init?(_ named: NamedQuery, by thesaurus: StoredThesaurus) throws(IndexError) {
      var widening = QueryWidening(thesaurus)
      guard let syntax = try widening.widened(named.parsed.syntax) else { return nil }
      self.syntax = syntax
      query = ParsedQuery.query(of: syntax, naming: named.names)
      typed = widening.typed
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
