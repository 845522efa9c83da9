internal import GazetteDocument

/// Writes a source text block by block while a reader walks a tree: blocks joined by a line feed, white space inside a
/// block collapsed, cells of a row joined by a tab.
struct BlockWriter {
  private(set) var extracted = ExtractedText(utf8: [])
  /// Where the block that is being written began.
  private var start = 0
  private var kind = Block.Kind.paragraph
  private var rank = 0
  private var listNumber = 0
  /// White space that was met and not yet written.
  private var space = PendingSpace.none
  /// The open parts of the text that are furniture: the reason of the outermost, and how many there are.
  private var furniture: Furniture?
  private var furnitureDepth = 0
  private var emphasisDepth = 0
  private var emphasised = 0
  private var verbatimDepth = 0
  private var cells = 0
  private(set) var isInRow = false
  /// The number that goes in front of the next block.
  private var number = 0..<0
  private var isCarried = false
  private var isTitle = false
  /// Whether the form names its headings, so that no other block is one.
  var namesHeadings = false
  /// How many levels are open around what is written, where the form has levels.
  var depth = 0

  init(capacity: Int) {
    extracted.utf8.reserveCapacity(capacity)
    extracted.blocks.reserveCapacity(capacity / 96)
  }

  /// Whether the block that is being written holds anything yet.
  var isAtStart: Bool { extracted.utf8.count == start }

  /// Whether a number waits for the block that it belongs to.
  var holdsNumber: Bool { isCarried }

  /// What the form itself says of the document, and what a reader of the report should know.
  mutating func enter(_ value: String, for field: MetadataField) {
    if !value.isEmpty, extracted.entered[field] == nil { extracted.entered[field] = value }
  }

  /// Takes what the file declares of the document beside its text: it counts where the text says nothing.
  mutating func declare(_ value: String, for field: MetadataField) {
    if !value.isEmpty, extracted.declared[field] == nil { extracted.declared[field] = value }
  }

  /// Takes the title from the properties of the file.
  mutating func enter(propertyTitle: String?) { extracted.propertyTitle = propertyTitle }

  /// Says which blocks hold the title, unless one was marked.
  mutating func markTitle(_ blocks: Range<Int>) {
    guard extracted.titleBlock == nil, !blocks.isEmpty else { return }
    extracted.titleBlock = blocks.lowerBound
    extracted.titleLength = blocks.count
  }

  /// Adds a notice.
  mutating func note(_ notice: ParseNotice) { extracted.notices.append(notice) }

  // MARK: Blocks

  /// Ends the block before, and begins one of a kind.
  mutating func begin(_ kind: Block.Kind, rank: Int = 0, listNumber: Int = 0) {
    guard !isInRow else {
      space = space == .none ? .blank : space
      return
    }
    endBlock()
    self.kind = kind
    self.rank = rank
    self.listNumber = listNumber
  }

  /// Ends the block that is being written, if it holds anything but a number that waits.
  mutating func end() {
    guard !isInRow else {
      space = space == .none ? .blank : space
      return
    }
    endBlock()
  }

  /// The block that is being written says the title.
  mutating func markTitle() { isTitle = true }

  /// Begins a number that belongs to what follows.
  mutating func beginNumber() {
    guard !isInRow else { return end() }
    // At the start of a block it is the number of that block.
    if !isCarried, !isAtStart { endBlock() }
  }

  /// Ends a number; the next text goes on in its block.
  mutating func endNumber() {
    guard !isInRow else {
      space = .blank
      return
    }
    let range = extracted.utf8.span.trimmed(start..<extracted.utf8.count)
    guard !range.isEmpty else { return }
    number = range
    isCarried = true
    space = .blank
    emphasised = 0
  }

  /// No white space parts the number from what follows: `一、`.
  mutating func joinNumber() { if isCarried { space = .none } }

  /// Ends a number that nothing followed.
  mutating func flushNumber() {
    isCarried = false
    end()
  }

  mutating func beginFurniture(_ reason: Furniture) {
    if furnitureDepth == 0 {
      flushNumber()
      furniture = reason
    }
    furnitureDepth += 1
  }

  mutating func endFurniture() {
    if furnitureDepth == 1 { flushNumber() }
    furnitureDepth -= 1
    if furnitureDepth == 0 { furniture = nil }
  }

  /// Takes blocks that were written as furniture for text after all.
  mutating func restore(_ reason: Furniture, from first: Int) {
    for index in extracted.blocks.indices.dropFirst(first)
    where extracted.blocks[index].furniture == reason {
      extracted.blocks[index].furniture = nil
      extracted.blocks[index].kind = .paragraph
    }
  }

  mutating func beginEmphasis() { emphasisDepth += 1 }
  mutating func endEmphasis() { emphasisDepth -= 1 }
  mutating func beginVerbatim() { verbatimDepth += 1 }
  mutating func endVerbatim() { verbatimDepth -= 1 }

  // MARK: Rows

  mutating func beginRow() {
    flushNumber()
    isInRow = true
    cells = 0
    kind = .row
  }

  mutating func beginCell() {
    guard isInRow else { return end() }
    space = .none
    cells += 1
    if cells > 1 { extracted.utf8.append(0x09) }
  }

  mutating func endRow() {
    isInRow = false
    endBlock()
  }

  // MARK: Text

  /// Breaks the line: a space within a heading or a row, the end of the block elsewhere.
  mutating func breakLine() {
    if isInRow || kind == .heading { space = .line } else { endBlock() }
  }

  /// Writes a space that stands for a tab or the like.
  mutating func writeBlank() { if space == .none { space = .blank } }

  /// Writes text, its white space collapsed.
  mutating func text(_ text: Span<UInt8>) {
    var position = 0
    while position < text.count {
      let length = text.spaceLength(at: position, end: text.count)
      if length > 0 {
        let isLine = text[position] == 0x0A || text[position] == 0x0D
        if isLine, verbatimDepth > 0 {
          breakLine()
        } else if length == 3, text.triple(at: position, end: text.count) == 0xE38080 {
          space = .ideographic
        } else if space < .line {
          space = isLine ? .line : .blank
        }
        position += length
        continue
      }
      let end = text.wordEnd(from: position, joins: emphasisDepth == 0)
      extracted.write(&space, before: text[position], blockStart: start)
      let bytes = text.extracting(position..<end)
      unsafe bytes.withUnsafeBufferPointer { unsafe extracted.utf8.append(contentsOf: $0) }
      if emphasisDepth > 0 { emphasised += end - position }
      isCarried = false
      position = end
    }
  }

  /// Writes a string, its white space collapsed.
  mutating func text(_ string: String) {
    let bytes = Array(string.utf8)
    text(bytes.span)
  }

  private mutating func endBlock() {
    guard !isCarried else { return }
    let range = extracted.utf8.span.trimmed(start..<extracted.utf8.count)
    extracted.utf8.removeLast(extracted.utf8.count - range.upperBound)
    if !range.isEmpty {
      var block = Block(kind: furniture == nil ? kind : .furniture, range: range)
      block.isWrapped = verbatimDepth == 0
      block.isEmphasised = emphasised * 10 >= (range.count - number.count) * 8
      block.furniture = furniture
      block.isText = namesHeadings
      block.listNumber = kind == .item || kind == .paragraph ? listNumber : 0
      if block.kind == .heading {
        block.rank = max(1, rank)
      } else if namesHeadings, block.isEmphasised {
        block.rank = max(1, depth)
      }
      if extracted.utf8.span.hasWord(in: number) { block.number = number }
      if isTitle, extracted.titleBlock == nil, furniture == nil {
        extracted.titleBlock = extracted.blocks.count
      }
      extracted.blocks.append(block)
      extracted.utf8.append(0x0A)
      isTitle = false
    }
    start = extracted.utf8.count
    // The number of a note waits for its first paragraph.
    if !range.isEmpty || kind != .paragraph { listNumber = 0 }
    (kind, rank, space, emphasised) = (.paragraph, 0, .none, 0)
    number = 0..<0
  }

  /// Ends the document.
  mutating func finish() {
    isInRow = false
    flushNumber()
  }
}

extension Span where Element == UInt8 {
  /// The place of the next white space behind a word that begins at a place, or the count.
  ///
  /// - Parameters:
  ///   - start: Where the word begins.
  ///   - joins: Whether words with one blank between them go together, which is how they are written.
  /// - Returns: The place.
  fileprivate func wordEnd(from start: Int, joins: Bool) -> Int {
    var position = start + 1
    while position < count {
      let byte = self[position]
      if byte <= 0x20 {
        let next = position + 1 < count ? self[position + 1] : 0
        let isJoint = joins && byte == 0x20 && next > 0x20 && next < 0x80
        if byte.isSpace, !isJoint { break }
      } else if byte >= 0xC2, byte <= 0xE3, byte == 0xC2 || byte >= 0xE1,
        spaceLength(at: position, end: count) > 0
      {
        break
      }
      position += 1
    }
    return position
  }
}
