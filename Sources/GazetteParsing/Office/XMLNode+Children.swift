extension XMLNode {
  /// The elements straight in an element.
  var children: [XMLNode] {
    var found: [XMLNode] = []
    var child = firstChild
    while let current = child {
      if current.kind == .element { found.append(current) }
      child = current.next
    }
    return found
  }

  /// The first element straight in an element.
  var firstElement: XMLNode? {
    var child = firstChild
    while let current = child, current.kind != .element { child = current.next }
    return child
  }

  /// The first element of a name straight in an element.
  func child(_ name: StaticString) -> XMLNode? {
    var child = firstChild
    while let current = child {
      if current.kind == .element, current.isNamed(name) { return current }
      child = current.next
    }
    return nil
  }

  /// Whether a switch of Office Open XML is on: it is there and does not say otherwise.
  var isOn: Bool {
    switch attribute("val") {
    case "0"?, "false"?, "off"?: false
    default: true
    }
  }
}
