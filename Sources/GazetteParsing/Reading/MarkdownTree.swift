private import CMD4C
internal import GazetteDocument

/// Turns the events of MD4C into blocks: the only code that sees MD4C.
///
/// MD4C hands out pieces of the very buffer that it reads, so the place of a piece is the place of its pointer.
struct MarkdownTree {
  fileprivate var blocks: [Block] = []
  fileprivate let base: UInt
  fileprivate let count: Int
  /// The first and the last byte of text of the block that is being read.
  fileprivate var first = Int.max
  fileprivate var last = 0
  fileprivate var kind = Block.Kind.paragraph
  fileprivate var rank = 0
  fileprivate var items = 0
  /// The open lists: the next number of an ordered one, -1 for the others.
  fileprivate var lists: [Int] = []
  fileprivate var itemNumber = 0
  fileprivate var isRaw = false

  /// Headings without a space behind # are usual in Chinese copies; four spaces in front of a line are layout.
  static var flags: UInt32 {
    UInt32(MD_FLAG_TABLES | MD_FLAG_PERMISSIVEATXHEADERS | MD_FLAG_NOINDENTEDCODEBLOCKS)
  }

  /// The blocks of a stretch of a text, in the order of the text.
  ///
  /// The stretch must begin at the start of a line and lie within the text.
  static func blocks(of utf8: [UInt8], in stretch: Range<Int>) throws(ParseError) -> [Block] {
    guard stretch.count <= Int(Int32.max) else {
      throw .tooLarge(bytes: utf8.count, limit: Int(Int32.max))
    }
    var status: Int32 = 0
    var blocks: [Block] = []
    unsafe utf8.withUnsafeBytes { buffer in
      guard let address = buffer.baseAddress else { return }
      var tree = MarkdownTree(base: UInt(bitPattern: address), count: buffer.count)
      tree.blocks.reserveCapacity(stretch.count / 128)
      var parser = unsafe MD_PARSER(
        abi_version: 0, flags: flags, enter_block: enterBlock, leave_block: leaveBlock,
        enter_span: { _, _, _ in 0 }, leave_span: { _, _, _ in 0 }, text: takeText,
        debug_log: nil, syntax: nil)
      status = unsafe withUnsafeMutablePointer(to: &tree) { pointer in
        unsafe md_parse(
          address.assumingMemoryBound(to: CChar.self) + stretch.lowerBound,
          UInt32(stretch.count), &parser, pointer)
      }
      blocks = tree.blocks
    }
    guard status == 0 else {
      throw .incomplete(ParseFinding(.markdownStopped, status), offset: nil)
    }
    widen(&blocks, in: utf8.span, stretch: stretch)
    // MD4C takes an ideographic space for a word.
    blocks.removeAll { $0.range.isEmpty }
    return blocks
  }

  private init(base: UInt, count: Int) {
    self.base = base
    self.count = count
  }

  /// Closes the block that is being read.
  fileprivate mutating func flush() {
    defer {
      first = Int.max
      last = 0
    }
    guard first < last else { return }
    var block = Block(kind: kind, range: first..<last)
    if isRaw {
      block.kind = .furniture
      block.furniture = .pageTools
    }
    block.rank = kind == .heading ? rank : 0
    block.isWrapped = kind != .verbatim
    if items > 0, kind == .paragraph {
      block.kind = .item
      block.listNumber = itemNumber
      itemNumber = 0
    }
    blocks.append(block)
  }

  /// Lets each block reach over the inline markup around it, so that a slice of the source stays balanced.
  private static func widen(
    _ blocks: inout [Block], in text: Span<UInt8>, stretch: Range<Int>
  ) {
    var floor = stretch.lowerBound
    for index in blocks.indices {
      let next = index + 1 < blocks.count ? blocks[index + 1].range.lowerBound : stretch.upperBound
      var start = max(floor, blocks[index].range.lowerBound)
      var end = max(start, blocks[index].range.upperBound)
      if blocks[index].kind != .verbatim {
        while start > floor, isOpening(text[start - 1]) { start -= 1 }
        end = lineRest(text, from: end, to: next, isRow: blocks[index].kind == .row)
        if blocks[index].kind == .item, blocks[index].listNumber > 0 {
          start = numeral(text, before: start, floor: floor)
        }
      }
      let range = text.trimmed(start..<end)
      blocks[index].range = range
      floor = max(floor, range.upperBound)
    }
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"),
      UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  /// The end of the line behind a block's last byte of text: what stands there is the block's own markup.
  private static func lineRest(
    _ text: Span<UInt8>, from end: Int, to next: Int, isRow: Bool
  ) -> Int {
    var position = end
    while position < next, text[position] != 0x0A, text[position] != 0x0D {
      if isRow, text[position] == UInt8(ascii: "|") { break }
      position += 1
    }
    // The closing #s of a heading are no words.
    var rest = text.trimmingSpace(from: end, to: position)
    while rest > end, text[rest - 1] == UInt8(ascii: "#") { rest -= 1 }
    return rest
  }

  /// The start of `12. ` in front of an item.
  private static func numeral(_ text: Span<UInt8>, before start: Int, floor: Int) -> Int {
    var position = start
    while position > floor, text[position - 1] == 0x20 || text[position - 1] == 0x09 {
      position -= 1
    }
    guard position > floor, text[position - 1] == 0x2E || text[position - 1] == 0x29 else {
      return start
    }
    position -= 1
    let sign = position
    while position > floor, text[position - 1].isDigit { position -= 1 }
    return position < sign ? position : start
  }
}

// The callbacks. MD4C passes the tree through as an untyped pointer and calls from within `md_parse` only.

private func enterBlock(
  _ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?, _ user: UnsafeMutableRawPointer?
) -> Int32 {
  guard let tree = unsafe user?.assumingMemoryBound(to: MarkdownTree.self) else { return 0 }
  switch type {
  case MD_BLOCK_TH, MD_BLOCK_TD, MD_BLOCK_THEAD, MD_BLOCK_TBODY, MD_BLOCK_DOC: return 0
  default: unsafe tree.pointee.flush()
  }
  switch type {
  case MD_BLOCK_H:
    unsafe tree.pointee.kind = .heading
    unsafe tree.pointee.rank = Int(
      detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1)
  case MD_BLOCK_CODE: unsafe tree.pointee.kind = .verbatim
  case MD_BLOCK_HTML: unsafe tree.pointee.isRaw = true
  case MD_BLOCK_TR: unsafe tree.pointee.kind = .row
  case MD_BLOCK_UL: unsafe tree.pointee.lists.append(-1)
  case MD_BLOCK_OL:
    let start = unsafe detail?.assumingMemoryBound(to: MD_BLOCK_OL_DETAIL.self).pointee.start
    unsafe tree.pointee.lists.append(Int(start ?? 1))
  case MD_BLOCK_LI:
    unsafe tree.pointee.items += 1
    unsafe tree.pointee.kind = .paragraph
    if let number = unsafe tree.pointee.lists.last, number >= 0 {
      unsafe tree.pointee.itemNumber = max(1, number)
      unsafe tree.pointee.lists[tree.pointee.lists.count - 1] += 1
    } else {
      unsafe tree.pointee.itemNumber = 0
    }
  default: unsafe tree.pointee.kind = .paragraph
  }
  return 0
}

private func leaveBlock(
  _ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?, _ user: UnsafeMutableRawPointer?
) -> Int32 {
  guard let tree = unsafe user?.assumingMemoryBound(to: MarkdownTree.self) else { return 0 }
  switch type {
  case MD_BLOCK_TH, MD_BLOCK_TD, MD_BLOCK_THEAD, MD_BLOCK_TBODY, MD_BLOCK_DOC: return 0
  default: unsafe tree.pointee.flush()
  }
  unsafe tree.pointee.isRaw = false
  unsafe tree.pointee.kind = .paragraph
  switch type {
  case MD_BLOCK_UL, MD_BLOCK_OL: _ = unsafe tree.pointee.lists.popLast()
  case MD_BLOCK_LI: unsafe tree.pointee.items -= 1
  default: break
  }
  return 0
}

private func takeText(
  _ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: UInt32,
  _ user: UnsafeMutableRawPointer?
) -> Int32 {
  guard let tree = unsafe user?.assumingMemoryBound(to: MarkdownTree.self), let text = unsafe text,
    type != MD_TEXT_BR, type != MD_TEXT_SOFTBR
  else { return 0 }
  // Line ends and indents of code come from MD4C's own constants, not from the buffer.
  let place = unsafe Int(bitPattern: UInt(bitPattern: text) &- tree.pointee.base)
  guard place >= 0, unsafe place < tree.pointee.count else { return 0 }
  unsafe tree.pointee.first = min(tree.pointee.first, place)
  unsafe tree.pointee.last = max(tree.pointee.last, min(tree.pointee.count, place + Int(size)))
  return 0
}
