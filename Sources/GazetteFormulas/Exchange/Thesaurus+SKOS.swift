public import GazetteConcepts

extension Thesaurus {
  /// Reads a SKOS file, of ours or of another's.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - form: Whether it is Turtle or RDF/XML; found out from its first byte when it is `nil`.
  ///   - file: Its name, for errors and for the lines of concepts.
  /// - Returns: The thesaurus, and what of the file it does not hold.
  /// - Throws: `RDFError` with the line at which the file is broken.
  public static func reading(
    skos bytes: [UInt8], as form: RDFError.Form? = nil, file: String
  ) throws(RDFError) -> ThesaurusImport {
    let first = bytes.drop { $0 <= 0x20 || $0 >= 0x80 }
    // Turtle can begin with “<” too, that of an IRI.
    let looksLikeXML =
      first.starts(with: "<?xml".utf8) || first.starts(with: "<!".utf8)
      || first.starts(with: "<rdf:".utf8)
    let triples =
      switch form ?? (looksLikeXML ? .xml : .turtle) {
      case .turtle: try TurtleReader.read(bytes, file: file)
      case .xml: try RDFXMLReader.read(bytes, file: file)
      }
    return SKOSReader.read(triples, file: file)
  }
}
