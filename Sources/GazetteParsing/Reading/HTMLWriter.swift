internal import GazetteDocument

/// Writes the source text of a page, block by block, while a reader walks its tree.
struct HTMLWriter {
  private(set) var extracted: ExtractedText
  /// Where the block that is being written began.
  private var start = 0
  private var kind = Block.Kind.paragraph
  private var rank = 0
  /// White space that was met and not yet written.
  private var space = PendingSpace.none
  /// Open elements that are furniture, and the reason of the outermost.
  private var furnitureDepth = 0
  private var furniture: Furniture?
  private var boldDepth = 0
  private var boldBytes = 0
  private var linkDepth = 0
  private var linkBytes = 0
  private var centredDepth = 0
  private var isCentred = false
  private var preDepth = 0
  /// In a row of data, blocks inside cells do not end the row.
  private var dataTables = 0
  private var isInRow = false
  private var needsTab = false
  /// A heading that is a mere number goes in front of the next block.
  private var isCarried = false
  /// The open lists: the next number, or -1 for those without numbers.
  private var lists: [Int] = []
  private var listNumber = 0
  /// For each open `section`: the rank that its first heading got, 0 before it.
  private var sections: [Int] = []
  private var titles = 0
  /// Where the open quotations began.
  private var quotations: [Int] = []

  init(capacity: Int) {
    extracted = ExtractedText(utf8: [])
    extracted.utf8.reserveCapacity(capacity)
    extracted.blocks.reserveCapacity(capacity / 128)
  }

  /// Writes the page's own title, which stands in no block of the page.
  mutating func title(of head: XMLNode) {
    extracted.declare(head)
    var child = head.firstChild
    while let node = child {
      if node.kind == .element, HTMLElement(key: node.nameKey) == .title {
        endBlock()
        var piece = node.firstChild
        while let text = piece {
          _ = text.withText { self.text($0) }
          piece = text.next
        }
        kind = .furniture
        endBlock(as: .title)
        return
      }
      child = node.next
    }
  }

  /// Notes that an element begins.
  mutating func enter(_ element: HTMLLayout.Element) {
    let name = element.name
    if let reason = element.furniture {
      if furnitureDepth == 0 { endBlock() }
      furnitureDepth += 1
      furniture = furniture ?? reason
    }
    if element.attributes.isBold || name == .b || name == .strong { boldDepth += 1 }
    if element.attributes.isCentred || name == .center { centredDepth += 1 }
    if name == .a { linkDepth += 1 }
    if name == .q { quotations.append(extracted.utf8.count) }
    guard name.isBlock else { return }
    enterBlock(name, isData: element.isDataTable)
    if name == .blockquote { quotations.append(extracted.utf8.count) }
  }

  /// Notes where a quotation stands that ends here.
  private mutating func leaveQuotation() {
    guard let start = quotations.popLast(), start < extracted.utf8.count else { return }
    let range = extracted.utf8.span.trimmed(start..<extracted.utf8.count)
    if !range.isEmpty { extracted.quotations.append(range) }
  }

  private mutating func enterBlock(_ name: HTMLElement, isData: Bool) {
    switch name {
    case .br:
      if isInRow || kind == .heading { space = max(space, .line) } else { endBlock() }
      return
    case .td, .th:
      if isInRow {
        needsTab = extracted.utf8.count > start || needsTab || cellsInRow > 0
        cellsInRow += 1
        space = .none
        if needsTab, cellsInRow > 1 { extracted.utf8.append(0x09) }
        return
      }
    case .table: dataTables += isData ? 1 : 0
    case .tr:
      endBlock()
      isInRow = dataTables > 0
      cellsInRow = 0
      if isInRow { kind = .row }
      return
    case .section: sections.append(0)
    case .ul, .dl: lists.append(-1)
    case .ol: lists.append(1)
    case .pre: preDepth += 1
    default: break
    }
    if isInRow, name != .table {
      space = max(space, .blank)
      return
    }
    endBlock()
    if let heading = name.headingRank {
      kind = .heading
      rank = heading
    } else if name == .li || name == .dt || name == .dd {
      kind = .item
      if let number = lists.last, number > 0 {
        listNumber = number
        lists[lists.count - 1] = number + 1
      }
    }
  }

  private var cellsInRow = 0
  /// The number that was carried in front of the block.
  private var number = 0..<0

  /// Notes that an element ends.
  mutating func leave(_ element: HTMLLayout.Element) {
    let name = element.name
    if name == .q { leaveQuotation() }
    if name.isBlock, name != .br { leaveBlock(name, isData: element.isDataTable) }
    if name == .blockquote { leaveQuotation() }
    if element.attributes.isBold || name == .b || name == .strong { boldDepth -= 1 }
    if element.attributes.isCentred || name == .center { centredDepth -= 1 }
    if name == .a { linkDepth -= 1 }
    if element.furniture != nil {
      if furnitureDepth == 1 { endBlock() }
      furnitureDepth -= 1
      if furnitureDepth == 0 { furniture = nil }
    }
  }

  private mutating func leaveBlock(_ name: HTMLElement, isData: Bool) {
    switch name {
    case .tr:
      endBlock()
      isInRow = false
      return
    case .table:
      endBlock()
      isInRow = false
      dataTables -= isData ? 1 : 0
      return
    default: break
    }
    if isInRow {
      space = name == .td || name == .th ? .none : max(space, .blank)
    } else {
      endBlock(closing: name)
    }
    switch name {
    case .section: _ = sections.popLast()
    case .ul, .ol, .dl: _ = lists.popLast()
    case .pre: preDepth -= 1
    default: break
    }
  }

  private mutating func endBlock(closing name: HTMLElement) {
    if name.headingRank != nil, kind == .heading, carriesNumber() {
      // <h2>1.</h2><p>The Act…: the number belongs to the paragraph.
      isCarried = true
      number = extracted.utf8.span.trimmed(start..<extracted.utf8.count)
      kind = .paragraph
      space = .blank
      boldBytes = 0
      return
    }
    endBlock()
  }

  private func carriesNumber() -> Bool {
    let text = extracted.utf8.span
    let range = text.trimmed(start..<text.count)
    guard !range.isEmpty, range.count <= 16, furnitureDepth == 0 else { return false }
    if !text.hasWord(in: range) { return true }
    if let mark = NumberMark(text, in: range), mark.content == range.upperBound {
      return mark.style.rawValue > NumberMark.Style.point.rawValue
    }
    // 1.1 and 12 without a sign behind them: no word is made of digits and points.
    var hasDigit = false
    for index in range {
      if text[index].isDigit {
        hasDigit = true
      } else if text[index] != 0x2E, !text[index].isUppercase {
        return false
      }
    }
    return hasDigit
  }

  /// Ends the document.
  mutating func finish() {
    isCarried = false
    endBlock()
    Boilerplate.markMenus(&extracted.blocks)
    if titles == 1 {
      extracted.titleBlock = extracted.blocks.firstIndex { $0.kind == .heading && $0.rank == 1 }
    }
  }
}

extension HTMLWriter {
  /// Writes the text of one node, its white space collapsed.
  mutating func text(_ text: Span<UInt8>) {
    var position = 0
    while position < text.count {
      let length = text.spaceLength(at: position, end: text.count)
      if length > 0 {
        if preDepth > 0, text[position] == 0x0A || text[position] == 0x0D {
          endBlock()
        } else if length == 3, text.triple(at: position, end: text.count) == 0xE38080 {
          space = .ideographic
        } else {
          space = max(space, text[position] == 0x0A ? .line : .blank)
        }
        position += length
        continue
      }
      let end = wordEnd(text, from: position)
      extracted.write(&space, before: text[position], blockStart: start)
      let bytes = text.extracting(position..<end)
      unsafe bytes.withUnsafeBufferPointer { unsafe extracted.utf8.append(contentsOf: $0) }
      if boldDepth > 0 { boldBytes += end - position }
      if centredDepth > 0 { isCentred = true }
      if linkDepth > 0 { linkBytes += end - position }
      isCarried = false
      position = end
    }
  }

  private func wordEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start + 1
    while position < text.count {
      let byte = text[position]
      if byte <= 0x20 {
        if byte.isSpace { break }
      } else if byte >= 0xC2, byte <= 0xE3, byte == 0xC2 || byte >= 0xE1,
        text.spaceLength(at: position, end: text.count) > 0
      {
        break
      }
      position += 1
    }
    return position
  }

  /// Ends the block that is being written, if it holds anything.
  private mutating func endBlock(as fixed: Furniture? = nil) {
    guard !isCarried else { return }
    let range = extracted.utf8.span.trimmed(start..<extracted.utf8.count)
    extracted.utf8.removeLast(extracted.utf8.count - range.upperBound)
    if !range.isEmpty {
      var block = Block(kind: kind, range: range)
      block.isWrapped = true
      block.isEmphasised = boldBytes * 10 >= (range.count - number.count) * 8 || isCentred
      block.isLinked = linkBytes * 10 >= range.count * 8
      block.furniture = fixed ?? furniture ?? Boilerplate.reason(extracted.utf8.span, range)
      if block.furniture != nil { block.kind = .furniture }
      if block.kind == .heading { block.rank = sectionRank() }
      if block.kind == .heading, rank == 1 { titles += 1 }
      if block.kind == .item { block.listNumber = listNumber }
      if extracted.utf8.span.hasWord(in: number) { block.number = number }
      extracted.blocks.append(block)
      extracted.utf8.append(0x0A)
    }
    start = extracted.utf8.count
    (kind, rank, space, boldBytes, isCentred, listNumber) =
      (.paragraph, 0, .none, 0, false, 0)
    linkBytes = 0
    number = 0..<0
  }

  /// The rank of a heading: its own, unless it stands in a `section` within one that has a heading of that rank, as pages
  /// do that use `h2` at every depth.
  private mutating func sectionRank() -> Int {
    guard !sections.isEmpty else { return rank }
    var outer = 0
    for value in sections.dropLast() where value > 0 { outer = value }
    let ranked = max(rank, outer + 1)
    if sections[sections.count - 1] == 0 { sections[sections.count - 1] = ranked }
    return ranked
  }
}
