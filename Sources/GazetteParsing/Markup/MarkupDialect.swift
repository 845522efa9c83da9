/// A kind of XML document, known by its root element, with the roles of its elements.
enum MarkupDialect: String, Sendable, CaseIterable {
  /// Akoma Ntoso 3.0 (OASIS LegalDocML).
  case akomaNtoso = "akn"
  /// United States Legislative Markup 1 and 2.
  case uslm
  /// The schema of the Council of the District of Columbia.
  case dcLaw = "dc"
  /// The text of an OpenDocument file.
  case openDocument = "odt"
  /// Any other.
  case generic

  /// The dialect of a document with this root.
  init(root name: String, namespace: String) {
    let space = namespace.lowercased()
    if name == "akomaNtoso" || space.contains("/legaldocml/") || space.contains("akomantoso.org") {
      self = .akomaNtoso
    } else if space.hasSuffix("/xml/uslm") || space.contains("/uslm/") {
      self = .uslm
    } else if space.hasSuffix("dccouncil.us/schemas/dc-library") {
      self = .dcLaw
    } else {
      self = .generic
    }
  }

  /// What the elements of this dialect are, by the hashes of their local names, as far as the tables name them.
  var roles: [UInt64: MarkupRole] { Lexicon.shared.markup[self] ?? [:] }
}
