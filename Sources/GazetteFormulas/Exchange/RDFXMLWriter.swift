import GazetteDocument

/// Writes descriptions as RDF/XML: flat, with every node that has no name of its own behind the thing that it belongs to.
struct RDFXMLWriter {
  private var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF"
  private var nodeCount = 0
  /// Nodes that are named already and not written yet.
  private var pending: [(node: String, properties: [RDFProperty])] = []

  private init() {
    for prefix in RDFName.prefixes { text += "\n    xmlns:\(prefix.name)=\"\(prefix.iri)\"" }
    text += ">\n"
  }

  static func text(_ descriptions: [RDFDescription]) -> String {
    var writer = RDFXMLWriter()
    for description in descriptions {
      let type = RDFName.short(description.type) ?? "rdf:Description"
      writer.text += "  <\(type) rdf:about=\"\(XMLText.escaped(description.subject))\">\n"
      for property in description.properties { writer.write(property) }
      writer.text += "  </\(type)>\n"
      writer.flush()
    }
    return writer.text + "</rdf:RDF>\n"
  }

  private mutating func flush() {
    var next = 0
    while next < pending.count {
      let (node, properties) = pending[next]
      text += "  <rdf:Description rdf:nodeID=\"\(node)\">\n"
      for property in properties { write(property) }
      text += "  </rdf:Description>\n"
      next += 1
    }
    pending.removeAll()
  }

  private mutating func write(_ property: RDFProperty) {
    guard let name = RDFName.short(property.name) else { return }
    switch property.value {
    case .iri(let iri): text += "    <\(name) rdf:resource=\"\(XMLText.escaped(iri))\"/>\n"
    case .words(let words, let language):
      let tag = language.map { " xml:lang=\"\(XMLText.escaped($0))\"" } ?? ""
      text += "    <\(name)\(tag)>\(XMLText.escaped(words))</\(name)>\n"
    case .node(let properties):
      text += "    <\(name) rdf:nodeID=\"\(newNode(properties))\"/>\n"
    case .list(let values):
      // A list may hold words, for which rdf:parseType="Collection" has no form.
      var rest = RDFValue.iri(RDFName.nil)
      for value in values.reversed() {
        rest = .node([RDFProperty(RDFName.first, value), RDFProperty(RDFName.rest, rest)])
      }
      write(RDFProperty(property.name, rest))
    }
  }

  private mutating func newNode(_ properties: [RDFProperty]) -> String {
    nodeCount += 1
    pending.append(("n\(nodeCount)", properties))
    return "n\(nodeCount)"
  }
}
