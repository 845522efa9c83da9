/// A statement of RDF, with the line at which it was read.
package struct RDFTriple: Sendable, Hashable {
  package let subject: RDFTerm
  /// The IRI of the property.
  package let predicate: String
  package let object: RDFTerm
  /// The line, from 1.
  package let line: Int
}
