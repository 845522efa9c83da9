internal import GazetteDocument

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
    let space = namespace.utf8.map { $0.isUppercase ? $0 | 0x20 : $0 }
    func holds(_ word: StaticString) -> Bool {
      space.span.firstPlace(of: word, in: 0..<space.count) != nil
    }
    if name == "akomaNtoso" || holds("/legaldocml/") || holds("akomantoso.org") {
      self = .akomaNtoso
    } else if holds("/uslm/") || space.span.ends(with: "/xml/uslm".utf8, in: 0..<space.count) {
      self = .uslm
    } else if space.span.ends(with: "dccouncil.us/schemas/dc-library".utf8, in: 0..<space.count) {
      self = .dcLaw
    } else {
      self = .generic
    }
  }

  /// What the elements of this dialect are, by the hashes of their local names, as far as the tables name them.
  var roles: [UInt64: MarkupRole] { Lexicon.shared.markup[self] ?? [:] }
}
