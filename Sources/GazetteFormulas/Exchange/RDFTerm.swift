/// What stands in a statement of RDF.
package enum RDFTerm: Sendable, Hashable {
  /// A name that means the same everywhere.
  case iri(String)
  /// A node with a name in its file only.
  case blank(String)
  /// Words, with the tag of their language where there is one.
  case literal(String, language: String?)
}
