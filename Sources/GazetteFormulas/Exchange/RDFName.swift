/// Names of RDF: the vocabularies that a thesaurus is written with, and relative references.
enum RDFName {
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let skos = "http://www.w3.org/2004/02/skos/core#"
  static let skosxl = "http://www.w3.org/2008/05/skos-xl#"
  static let terms = "http://purl.org/dc/terms/"
  /// ISO 25964: the relations that SKOS has no words for.
  static let iso = "http://purl.org/iso25964/skos-thes#"
  /// What neither has words for.
  static let gazette = "urn:gazette:schema:"

  /// The prefixes under which they are written.
  static let prefixes: [(name: String, iri: String)] = [
    ("rdf", rdf), ("skos", skos), ("dct", terms), ("isothes", iso), ("gz", gazette),
  ]

  static let type = rdf + "type"
  static let first = rdf + "first"
  static let rest = rdf + "rest"
  static let `nil` = rdf + "nil"

  /// An IRI with a prefix in place of its vocabulary; `nil` when it is of none.
  static func short(_ iri: String) -> String? {
    for prefix in prefixes where iri.hasPrefix(prefix.iri) {
      let local = iri.dropFirst(prefix.iri.count)
      guard let head = local.utf8.first, isLetter(head),
        local.utf8.allSatisfy({ isLetter($0) || isDigit($0) || $0 == 0x2D })
      else { return nil }
      return prefix.name + ":" + local
    }
    return nil
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Resolves a reference against a base, after RFC 3986 section 5.2 without the removal of dot segments.
  static func resolve(_ reference: String, base: String) -> String {
    if hasScheme(reference) || base.isEmpty { return reference }
    let plain = base.prefix { $0 != "#" }
    if reference.isEmpty { return String(plain) }
    if reference.hasPrefix("#") { return plain + reference }
    let path = plain.prefix { $0 != "?" }
    if reference.hasPrefix("?") { return path + reference }
    let authority = authorityEnd(of: path)
    if reference.hasPrefix("//") {
      return path.prefix { $0 != ":" } + ":" + reference
    }
    if reference.hasPrefix("/") { return path[..<authority] + reference }
    if let slash = path.lastIndex(of: "/"), slash >= authority {
      return path[...slash] + reference
    }
    // A base such as urn:x:y has no path to be relative to.
    return authority == path.endIndex && path.contains("/")
      ? path + "/" + reference : path + reference
  }

  private static func hasScheme(_ iri: String) -> Bool {
    guard let colon = iri.utf8.firstIndex(of: 0x3A), let head = iri.utf8.first,
      isLetter(head)
    else { return false }
    return iri.utf8[..<colon].allSatisfy {
      isLetter($0) || isDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
  }

  /// Where scheme and host of an IRI end.
  private static func authorityEnd(of iri: Substring) -> String.Index {
    guard let colon = iri.firstIndex(of: ":") else { return iri.startIndex }
    let rest = iri[iri.index(after: colon)...]
    guard rest.hasPrefix("//") else { return rest.startIndex }
    return rest.dropFirst(2).firstIndex(of: "/") ?? iri.endIndex
  }
}
