internal import GazetteDocument

/// What tells a table of data from one that lays out text; see `HTMLLayout`, which judges pages by the same measure.
struct MarkupTable {
  private var rows = 0
  private var cells = 0
  private var widest = 0
  private var blocks = 0
  private var mostBlocks = 0
  private var text = 0
  private var longest = 0
  private var isLayout = false

  /// Looks through a table as far as to the first table in it, so that no element is looked at for two tables.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - role: What an element is.
  /// - Returns: Whether its rows are rows of data.
  static func holdsData(_ table: XMLNode, role: (XMLNode) -> MarkupRole) -> Bool {
    var shape = MarkupTable()
    var open: [MarkupRole] = []
    var node = table.firstChild
    while let current = node, !shape.isLayout {
      if current.kind == .element {
        let found = role(current)
        shape.enter(found)
        if found != .silent, let child = current.firstChild {
          open.append(found)
          node = child
          continue
        }
        shape.leave(found)
      } else if current.kind == .text {
        shape.text += current.withText { $0.trimmed(0..<$0.count).count } ?? 0
      }
      node = current.next
      var parent = current
      while node == nil, let role = open.popLast(), let above = parent.parent {
        shape.leave(role)
        parent = above
        node = above.next
      }
    }
    return !shape.isLayout && shape.widest > 1 && shape.mostBlocks <= 12
      && (shape.rows > 1 || shape.longest <= 1_000)
  }

  private mutating func enter(_ role: MarkupRole) {
    switch role {
    case .cell:
      cells += 1
      blocks = 0
      text = 0
    case .block, .item, .verbatim, .lineBreak: blocks += 1
    case .table, .heading: isLayout = true
    default: break
    }
  }

  private mutating func leave(_ role: MarkupRole) {
    if role == .cell {
      longest = max(longest, text)
      mostBlocks = max(mostBlocks, blocks)
    } else if role == .row {
      rows += 1
      widest = max(widest, cells)
      cells = 0
    }
  }
}
