internal import GazetteDocument

extension XMLNode {
  /// Calls for every text in elements `t` below a node until told to stop; never recurses.
  private func forEachText(inOneParagraph isOne: Bool = false, _ body: (XMLNode) -> Bool) {
    var depth = 0
    var node: XMLNode? = self
    while let current = node {
      if current.kind == .text, let parent = current.parent, WordElement(parent) == .text {
        if !body(current) { return }
      }
      if current.kind == .element, let child = current.firstChild,
        current.holdsText(below: self, inOneParagraph: isOne)
      {
        depth += 1
        node = child
        continue
      }
      node = depth == 0 ? nil : current.next
      var above = current
      while node == nil, depth > 0, let parent = above.parent {
        depth -= 1
        above = parent
        node = depth == 0 ? nil : parent.next
      }
    }
  }

  private func holdsText(below top: XMLNode, inOneParagraph isOne: Bool) -> Bool {
    switch WordElement(self) {
    case .silent: false
    case .paragraph: !isOne || self == top
    default: true
    }
  }

  /// The bytes of all text below a node of a Word document, one after another.
  var runningText: [UInt8] {
    var bytes: [UInt8] = []
    forEachText { node in
      _ = node.withText { text in for index in 0..<text.count { bytes.append(text[index]) } }
      return true
    }
    return bytes
  }

  /// Whether there is any but white space, that of paragraphs within left out.
  var hasRunningText: Bool {
    var found = false
    forEachText(inOneParagraph: true) { node in
      found = node.withText { $0.skippingSpace(from: 0, to: $0.count) < $0.count } ?? false
      return !found
    }
    return found
  }
}
