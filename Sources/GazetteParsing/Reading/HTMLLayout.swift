internal import GazetteDocument

/// What a first walk over a page finds out: how much text each element holds, what is furniture, which tables hold data.
///
/// Elements are numbered in the order of the tree, so that a second walk finds its own.
struct HTMLLayout {
  /// What is known of one element.
  struct Element {
    var name: HTMLElement
    var attributes: HTMLAttributes
    /// Bytes of text inside, white space at the ends of its pieces aside.
    var text: Int32 = 0
    /// Bytes of it that stand in links.
    var links: Int32 = 0
    /// The number of the first element behind it.
    var end: Int32 = 0
    var hasTitle = false
    var isInArticle = false
    var isDataTable = false
    /// Why it is part of the page around the document.
    var furniture: Furniture?
    /// Whether its text is left out: script, style, what is hidden.
    var isSilent = false
  }

  /// The elements in the order of the tree.
  private(set) var elements: [Element] = []
  /// The bytes of text of the whole page.
  private var total: Int32 = 0
  /// The links within the page, among them the marks of notes.
  private var links = HTMLNoteLinks()

  init(_ first: XMLNode?) {
    measure(first)
    total = elements.first.map(\.text) ?? 0
    for index in elements.indices { judge(index) }
    for index in links.references() { elements[index].isSilent = true }
  }

  private mutating func measure(_ first: XMLNode?) {
    var open: [Int] = []
    var tables: [TableShape] = []
    var node = first
    while let current = node {
      if current.kind == .element {
        enter(current, open: &open, tables: &tables)
        if let child = current.firstChild {
          node = child
          continue
        }
        leave(&open, &tables)
      } else if current.kind == .text, let last = open.last {
        addText(current, to: last, open: open)
      }
      node = current.next
      var parent = current
      while node == nil, let above = parent.parent {
        leave(&open, &tables)
        parent = above
        node = above.next
      }
    }
    while !open.isEmpty { leave(&open, &tables) }
  }

  private mutating func enter(_ node: XMLNode, open: inout [Int], tables: inout [TableShape]) {
    let name = HTMLElement(key: node.nameKey)
    let attributes = HTMLAttributes(node)
    var element = Element(name: name, attributes: attributes)
    if let parent = open.last {
      let above = elements[parent]
      element.isInArticle =
        above.isInArticle || name == .article || name == .main
      element.isSilent = above.isSilent
    }
    element.isSilent = element.isSilent || name.isSilent
    if attributes.isFragment, name == .a, !element.isSilent {
      links.add(node, element: elements.count)
    }
    if name == .table {
      if !tables.isEmpty { tables[tables.count - 1].isLayout = true }
      tables.append(TableShape())
    } else if !tables.isEmpty {
      HTMLLayout.enter(name, &tables[tables.count - 1])
    }
    open.append(elements.count)
    elements.append(element)
  }

  private mutating func addText(_ node: XMLNode, to last: Int, open: [Int]) {
    guard !elements[last].isSilent else { return }
    let length = node.withText { $0.trimmed(0..<$0.count).count } ?? 0
    elements[last].text &+= Int32(clamping: length)
  }

  private static func enter(_ name: HTMLElement, _ table: inout TableShape) {
    switch name {
    case .td, .th: table.enterCell()
    case .p, .div, .li, .pre, .blockquote, .br: table.enterBlock()
    case .h1, .h2, .h3, .h4, .h5, .h6: table.isLayout = true
    default: break
    }
  }

  private mutating func leave(_ open: inout [Int], _ tables: inout [TableShape]) {
    guard let index = open.popLast() else { return }
    elements[index].end = Int32(clamping: elements.count)
    let element = elements[index]
    if element.name == .table, let shape = tables.popLast() {
      elements[index].isDataTable = shape.holdsData
    } else if element.name == .td || element.name == .th, !tables.isEmpty {
      tables[tables.count - 1].leaveCell(text: Int(element.text))
    } else if element.name == .tr, !tables.isEmpty {
      tables[tables.count - 1].leaveRow()
    }
    if element.name == .a { elements[index].links = element.text }
    guard let parent = open.last else { return }
    let hidden = element.isSilent || element.attributes.isHidden
    if !hidden {
      elements[parent].text &+= element.text
      elements[parent].links &+= elements[index].links
    }
    if element.hasTitle || element.name == .h1 { elements[parent].hasTitle = true }
  }

  /// Decides what an element is; never drops what holds most of the page.
  private mutating func judge(_ index: Int) {
    let element = elements[index]
    let share = total > 0 ? Int(element.text) * 100 / Int(total) : 0
    if element.attributes.isHidden, share < 50 { elements[index].isSilent = true }
    switch element.name {
    case .html, .body, .main, .article: return
    case .nav: elements[index].furniture = share > 60 ? nil : .navigation
    case .aside: elements[index].furniture = share > 60 ? nil : .sidebar
    case .header where !element.hasTitle && !element.isInArticle && share < 40:
      elements[index].furniture = .header
    case .footer where !element.hasTitle && !element.isInArticle && share < 40:
      elements[index].furniture = .footer
    case .button: elements[index].furniture = .pageTools
    default:
      guard let named = element.attributes.furniture, !element.hasTitle, share <= 40 else { return }
      // A class is only a name. What bears it must look the part: links, or a few words.
      let isLinks = element.links * 10 >= element.text * 3
      if element.attributes.hasRole || element.text <= 240 || (isLinks && share <= 25) {
        elements[index].furniture = named
      }
    }
  }
}
