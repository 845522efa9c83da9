/// What a property is given when a thesaurus is written: built here, never read, and at most two deep.
indirect enum RDFValue: Sendable, Hashable {
  case iri(String)
  case words(String, language: String?)
  /// An ordered list.
  case list([RDFValue])
  /// A node without a name.
  case node([RDFProperty])
}
