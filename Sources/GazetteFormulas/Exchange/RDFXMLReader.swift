import CLibXML2

/// Reads RDF/XML as statements, after "RDF 1.1 XML Syntax" (W3C 2014); never recurses, and fetches nothing.
package struct RDFXMLReader {
  /// What is still to be read, the next one last.
  private enum Job {
    case node(XMLElement, RDFTerm, Scope)
    case property(XMLElement, of: RDFTerm, name: String, Scope)
  }

  /// What elements within take over.
  private struct Scope {
    var language: String?
    var base: String
  }

  private let file: String
  private var jobs: [Job] = []
  private var triples: [RDFTriple] = []
  private var nodeCount = 0

  private static let isPrepared: Bool = {
    gazette_xml_prepare()
    return true
  }()

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - utf8: The file.
  ///   - file: Its name, for errors.
  ///   - base: What relative references are relative to, unless the file says so.
  /// - Returns: The statements in the order of the file.
  /// - Throws: `RDFError` with the line at which it is no RDF/XML.
  package static func read(
    _ utf8: [UInt8], file: String, base: String = ""
  ) throws(RDFError) -> [RDFTriple] {
    precondition(isPrepared, "libxml2 has its settings")
    guard utf8.count < 1 << 30, let context = xmlNewParserCtxt() else {
      throw RDFError(form: .xml, file: file, line: 1, what: "too large")
    }
    defer { xmlFreeParserCtxt(context) }
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
        | XML_PARSE_BIG_LINES.rawValue)
    let document = utf8.withUnsafeBytes { bytes in
      xmlCtxtReadMemory(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil,
        nil, options)
    }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document), context.pointee.wellFormed == 1 else {
      let error = context.pointee.lastError
      let words = error.message.map { String(cString: $0) } ?? "no element"
      throw RDFError(
        form: .xml, file: file, line: max(1, Int(error.line)),
        what: String(words.split(separator: "\n").first ?? "broken"))
    }
    var reader = RDFXMLReader(file: file)
    try reader.run(XMLElement(root), base: base)
    return reader.triples
  }

  private init(file: String) { self.file = file }

  private func error(_ what: String, at element: XMLElement) -> RDFError {
    RDFError(form: .xml, file: file, line: element.line, what: what)
  }

  private mutating func run(_ root: XMLElement, base: String) throws(RDFError) {
    let scope = scope(of: root, within: Scope(language: nil, base: base))
    let isList = root.namespace == RDFName.rdf && root.name == "RDF"
    for node in (isList ? root.children : [root]).reversed() {
      jobs.append(.node(node, term(of: node, scope), scope))
    }
    while let job = jobs.popLast() {
      switch job {
      case .node(let element, let term, let outer): try read(element, term, outer)
      case .property(let element, let subject, let name, let outer):
        try read(element, of: subject, name: name, outer)
      }
    }
  }

  private func scope(of element: XMLElement, within outer: Scope) -> Scope {
    var scope = outer
    for attribute in element.attributes where attribute.namespace == XMLElement.xmlNamespace {
      if attribute.name == "lang" {
        scope.language = attribute.value.isEmpty ? nil : attribute.value
      } else if attribute.name == "base" {
        scope.base = RDFName.resolve(attribute.value, base: outer.base)
      }
    }
    return scope
  }

  private mutating func newNode() -> RDFTerm {
    nodeCount += 1
    // A name that no file can give: its own begin with “_”.
    return .blank("\(nodeCount)")
  }

  /// What a node element is about.
  private mutating func term(of element: XMLElement, _ outer: Scope) -> RDFTerm {
    let base = scope(of: element, within: outer).base
    for attribute in element.attributes where attribute.namespace == RDFName.rdf {
      switch attribute.name {
      case "about": return .iri(RDFName.resolve(attribute.value, base: base))
      case "ID": return .iri(RDFName.resolve("#" + attribute.value, base: base))
      case "nodeID": return .blank("_" + attribute.value)
      default: continue
      }
    }
    return newNode()
  }

  private mutating func add(
    _ subject: RDFTerm, _ predicate: String, _ object: RDFTerm, _ element: XMLElement
  ) {
    triples.append(
      RDFTriple(subject: subject, predicate: predicate, object: object, line: element.line))
  }

  /// Reads the attributes of an element that are properties.
  private mutating func readAttributes(
    of element: XMLElement, as subject: RDFTerm, _ scope: Scope
  ) {
    let syntax = ["about", "ID", "nodeID", "resource", "parseType", "datatype"]
    for attribute in element.attributes {
      if attribute.namespace.isEmpty || attribute.namespace == XMLElement.xmlNamespace { continue }
      let isRDF = attribute.namespace == RDFName.rdf
      if isRDF, syntax.contains(attribute.name) { continue }
      let object: RDFTerm =
        isRDF && attribute.name == "type"
        ? .iri(RDFName.resolve(attribute.value, base: scope.base))
        : .literal(attribute.value, language: scope.language)
      add(subject, attribute.namespace + attribute.name, object, element)
    }
  }

  /// Reads a node element.
  private mutating func read(
    _ element: XMLElement, _ subject: RDFTerm, _ outer: Scope
  ) throws(RDFError) {
    let scope = scope(of: element, within: outer)
    guard !element.namespace.isEmpty else {
      throw error("the element “\(element.name)” has no namespace", at: element)
    }
    let type = element.namespace + element.name
    if type != RDFName.rdf + "Description" {
      add(subject, RDFName.type, .iri(type), element)
    }
    readAttributes(of: element, as: subject, scope)
    try push(element.children, of: subject, scope)
  }

  private mutating func push(
    _ properties: [XMLElement], of subject: RDFTerm, _ scope: Scope
  ) throws(RDFError) {
    var item = 0
    var found: [Job] = []
    for property in properties {
      guard !property.namespace.isEmpty else {
        throw error("the element “\(property.name)” has no namespace", at: property)
      }
      var name = property.namespace + property.name
      if name == RDFName.rdf + "li" {
        item += 1
        name = RDFName.rdf + "_\(item)"
      }
      found.append(.property(property, of: subject, name: name, scope))
    }
    jobs += found.reversed()
  }

  /// Reads a property element.
  private mutating func read(
    _ element: XMLElement, of subject: RDFTerm, name: String, _ outer: Scope
  ) throws(RDFError) {
    let scope = scope(of: element, within: outer)
    func value(_ name: String) -> String? {
      element.attributes.first { $0.namespace == RDFName.rdf && $0.name == name }?.value
    }
    let children = element.children
    switch value("parseType") {
    case "Resource":
      let node = newNode()
      add(subject, name, node, element)
      try push(children, of: node, scope)
      return
    case "Collection":
      readCollection(children, element, of: subject, name: name, scope)
      return
    case .some:
      add(subject, name, .literal(element.text, language: nil), element)
      return
    case nil: break
    }
    if let reference = value("resource") {
      let object = RDFTerm.iri(RDFName.resolve(reference, base: scope.base))
      add(subject, name, object, element)
      readAttributes(of: element, as: object, scope)
    } else if let node = value("nodeID") {
      add(subject, name, .blank("_" + node), element)
    } else if let child = children.first {
      guard children.count == 1 else {
        throw error("“\(element.name)” holds several nodes", at: children[1])
      }
      let object = term(of: child, scope)
      add(subject, name, object, element)
      jobs.append(.node(child, object, scope))
    } else {
      let text = element.text
      let hasProperties = element.attributes.contains {
        !$0.namespace.isEmpty && $0.namespace != XMLElement.xmlNamespace
          && $0.namespace != RDFName.rdf
      }
      if text.isEmpty, hasProperties {
        let node = newNode()
        add(subject, name, node, element)
        readAttributes(of: element, as: node, scope)
      } else {
        let language = value("datatype") == nil ? scope.language : nil
        add(subject, name, .literal(text, language: language), element)
      }
    }
  }

  private mutating func readCollection(
    _ items: [XMLElement], _ element: XMLElement, of subject: RDFTerm, name: String,
    _ scope: Scope
  ) {
    let terms = items.map { term(of: $0, scope) }
    let nodes = items.map { _ in newNode() }
    add(subject, name, nodes.first ?? .iri(RDFName.nil), element)
    for (place, node) in nodes.enumerated() {
      add(node, RDFName.first, terms[place], items[place])
      let rest = place + 1 < nodes.count ? nodes[place + 1] : .iri(RDFName.nil)
      add(node, RDFName.rest, rest, items[place])
    }
    for (item, term) in zip(items, terms).reversed() { jobs.append(.node(item, term, scope)) }
  }
}
