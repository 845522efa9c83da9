internal import GazetteDocument

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

  /// The text straight in an element up to 4 kB, its white space collapsed.
  var ownText: String {
    var bytes: [UInt8] = []
    var child = firstChild
    while let current = child {
      _ = current.withText { text in
        for index in 0..<text.count where bytes.count < 4_096 { bytes.append(text[index]) }
      }
      child = current.next
    }
    let text = bytes.span
    let isWhole = String(validating: bytes, as: UTF8.self) != nil
    return isWhole ? text.collapsed(in: text.trimmed(0..<text.count)) : ""
  }

  /// Whether a switch of Office Open XML is on: it is there and does not say otherwise.
  var isOn: Bool {
    switch attribute("val") {
    case "0"?, "false"?, "off"?: false
    default: true
    }
  }
}
