import CLibXML2

/// A borrowed view of an element of RDF/XML; it must not outlive its document.
struct XMLElement {
  /// An attribute with its namespace.
  struct Attribute {
    let namespace: String
    let name: String
    let value: String
  }

  static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

  private let node: UnsafeMutablePointer<_xmlNode>

  init(_ node: UnsafeMutablePointer<_xmlNode>) { self.node = node }

  var name: String { node.pointee.name.map { String(cString: $0) } ?? "" }

  var namespace: String { Self.namespace(node.pointee.ns) }

  /// The line on which it begins, from 1.
  var line: Int { max(1, xmlGetLineNo(node)) }

  var children: [XMLElement] {
    var children: [XMLElement] = []
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE { children.append(XMLElement(current)) }
      child = current.pointee.next
    }
    return children
  }

  /// All text within.
  var text: String { Self.taken(xmlNodeGetContent(node)) }

  var attributes: [Attribute] {
    var attributes: [Attribute] = []
    var attribute = node.pointee.properties
    while let current = attribute {
      attributes.append(
        Attribute(
          namespace: Self.namespace(current.pointee.ns),
          name: current.pointee.name.map { String(cString: $0) } ?? "",
          value: Self.taken(xmlNodeListGetString(node.pointee.doc, current.pointee.children, 1))))
      attribute = current.pointee.next
    }
    return attributes
  }

  private static func namespace(_ namespace: UnsafeMutablePointer<xmlNs>?) -> String {
    namespace?.pointee.href.map { String(cString: $0) } ?? ""
  }

  /// The words of a string of libxml2, which is given back.
  private static func taken(_ words: UnsafeMutablePointer<xmlChar>?) -> String {
    guard let words else { return "" }
    defer { gazette_xml_free(words) }
    return String(cString: words)
  }
}
