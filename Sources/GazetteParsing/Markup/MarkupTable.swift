internal import GazetteDocument

/// Takes the shape of a table from its elements.
struct MarkupTable {
  private var shape = TableShape()
  private var text = 0

  /// Looks through a table as far as to the first table in it, so that no element is looked at for two tables.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - role: What an element is.
  /// - Returns: Whether its rows are rows of data.
  static func holdsData(_ table: XMLNode, role: (XMLNode) -> MarkupRole) -> Bool {
    var measured = MarkupTable()
    var open: [MarkupRole] = []
    var node = table.firstChild
    while let current = node, !measured.shape.isLayout {
      if current.kind == .element {
        let found = role(current)
        measured.enter(found)
        if found != .silent, let child = current.firstChild {
          open.append(found)
          node = child
          continue
        }
        measured.leave(found)
      } else if current.kind == .text {
        measured.text += current.withText { $0.trimmed(0..<$0.count).count } ?? 0
      }
      node = current.next
      var parent = current
      while node == nil, let role = open.popLast(), let above = parent.parent {
        measured.leave(role)
        parent = above
        node = above.next
      }
    }
    return measured.shape.holdsData
  }

  private mutating func enter(_ role: MarkupRole) {
    switch role {
    case .cell:
      shape.enterCell()
      text = 0
    case .block, .item, .verbatim, .lineBreak: shape.enterBlock()
    case .table, .heading: shape.isLayout = true
    default: break
    }
  }

  private mutating func leave(_ role: MarkupRole) {
    if role == .cell { shape.leaveCell(text: text) }
    if role == .row { shape.leaveRow() }
  }
}
