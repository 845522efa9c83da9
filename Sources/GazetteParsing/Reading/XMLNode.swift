internal import CLibXML2
internal import GazetteDocument

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A borrowed view of one node of an `XMLTree`; it must not outlive the tree.
@safe struct XMLNode: Equatable {
  /// What a node is.
  enum Kind {
    case element, text, other
  }

  private let node: UnsafeMutablePointer<_xmlNode>

  init?(_ node: UnsafeMutablePointer<_xmlNode>?) {
    guard let node = unsafe node else { return nil }
    unsafe self.node = node
  }

  var kind: Kind {
    switch unsafe node.pointee.type {
    case XML_ELEMENT_NODE: .element
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: .text
    default: .other
    }
  }

  var firstChild: XMLNode? {
    // An entity's children belong to its declaration.
    guard unsafe node.pointee.type != XML_ENTITY_REF_NODE else { return nil }
    return unsafe XMLNode(node.pointee.children)
  }

  var next: XMLNode? { unsafe XMLNode(node.pointee.next) }

  var parent: XMLNode? {
    guard let parent = unsafe node.pointee.parent, unsafe parent.pointee.type == XML_ELEMENT_NODE
    else { return nil }
    return unsafe XMLNode(parent)
  }

  /// The name of an element as a number; see `HTMLElement`.
  var nameKey: UInt64 {
    guard let name = unsafe node.pointee.name else { return 0 }
    return unsafe XMLNode.key(name)
  }

  /// The number of a name of up to 14 bytes that ends with a zero; 0 for longer ones.
  private static func key(_ name: UnsafePointer<UInt8>) -> UInt64 {
    var byte = unsafe name
    var key: UInt64 = 0
    var length = 0
    while unsafe byte.pointee != 0 {
      length += 1
      guard length <= 14 else { return 0 }
      unsafe key = (key &<< 8 | key &>> 56) ^ UInt64(byte.pointee)
      unsafe byte += 1
    }
    return key
  }

  /// The number that `nameKey` gives a name.
  static func key(_ name: String) -> UInt64 {
    name.utf8.reduce(0) { key, byte in (key &<< 8 | key &>> 56) ^ UInt64(byte) }
  }

  /// The hash of the local name of an element, by which the tables of the lexicon are asked.
  var nameHash: UInt64 {
    guard let name = unsafe node.pointee.name else { return 0 }
    var byte = unsafe name
    var hash = Lexicon.hashSeed
    while unsafe byte.pointee != 0 {
      unsafe hash = Lexicon.hash(hash, byte.pointee)
      unsafe byte += 1
    }
    return hash
  }

  /// The local name of an element.
  var name: String {
    guard let name = unsafe node.pointee.name else { return "" }
    return unsafe String(cString: name)
  }

  /// Whether an element has a local name.
  func isNamed(_ wanted: StaticString) -> Bool {
    guard let name = unsafe node.pointee.name else { return false }
    return unsafe strcmp(
      UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self),
      UnsafeRawPointer(wanted.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }

  /// The name of the namespace of an element; empty for none.
  var namespace: String {
    guard let href = unsafe node.pointee.ns?.pointee.href else { return "" }
    return unsafe String(cString: href)
  }

  /// Whether the node stands for an entity that nothing in the file declares: `&nbsp;`.
  var isEntityReference: Bool { unsafe node.pointee.type == XML_ENTITY_REF_NODE }

  /// The value of an attribute by its local name; `nil` without one.
  func attribute(_ name: String) -> String? {
    guard name.utf8.count <= 14 else { return longAttribute(name) }
    let wanted = XMLNode.key(name)
    var found: String?
    forEachAttribute { key, value in
      if key == wanted, found == nil { found = value.string(in: 0..<value.count) }
    }
    return found
  }

  /// The value of an attribute whose name has no number.
  private func longAttribute(_ name: String) -> String? {
    var attribute = unsafe node.pointee.properties
    while let current = unsafe attribute {
      if let found = unsafe current.pointee.name, unsafe String(cString: found) == name {
        let value = unsafe current.pointee.children?.pointee.content
        return unsafe value.map { unsafe String(cString: $0) } ?? ""
      }
      unsafe attribute = current.pointee.next
    }
    return nil
  }

  /// Hands out the bytes of a text node.
  func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result? {
    guard let content = unsafe node.pointee.content else { return nil }
    let bytes = unsafe UnsafeBufferPointer(
      start: content, count: strlen(UnsafeRawPointer(content).assumingMemoryBound(to: CChar.self)))
    return unsafe body(Span(_unsafeElements: bytes))
  }

  /// Calls for each attribute with the number of its name and its value.
  func forEachAttribute(_ body: (UInt64, Span<UInt8>) -> Void) {
    var attribute = unsafe node.pointee.properties
    while let current = unsafe attribute {
      if let name = unsafe current.pointee.name,
        let value = unsafe current.pointee.children?.pointee.content
      {
        let bytes = unsafe UnsafeBufferPointer(
          start: value, count: strlen(UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self)))
        unsafe body(XMLNode.key(name), Span(_unsafeElements: bytes))
      } else if let name = unsafe current.pointee.name {
        unsafe body(XMLNode.key(name), Span())
      }
      unsafe attribute = current.pointee.next
    }
  }

  /// Whether two views are of the same node.
  static func == (left: XMLNode, right: XMLNode) -> Bool { unsafe left.node == right.node }

  /// Whether the element has any attribute.
  var hasAttributes: Bool { unsafe node.pointee.properties != nil }
}
