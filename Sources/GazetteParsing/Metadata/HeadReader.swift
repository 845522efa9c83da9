internal import GazetteDocument

/// Reads the head of a document before its outline is built: labels and title, whose blocks are then no text.
struct HeadReader: ~Escapable {
  /// What was read.
  struct Result {
    var labels: [MetadataField: Range<Int>] = [:]
    /// The title as it is kept, and the stretch that says it.
    var title: String?
    var titleRange: Range<Int>?
    var titleState = FieldState.stated
  }

  let text: Span<UInt8>
  var blocks: [Block]
  private(set) var result = Result()

  /// Labels are looked for in the first blocks only; further down `时间：` is a word like any other.
  private static let headLength = 40

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, blocks: [Block]) {
    self.text = text
    self.blocks = blocks
  }

  /// Reads labels and title and marks their blocks.
  mutating func read(entered: String?, titleBlock: Int?, length: Int = 1, property: String? = nil) {
    ContentsPages(text).markFront(&blocks)
    readLabels()
    let place = titleBlock.map { $0..<$0 + max(1, length) }
    readTitle(entered: entered, titleBlocks: place, property: property)
    if let title = result.title { markTitle(title.utf8.filter { !$0.isSpace }) }
    if let entered { settleFirstLine(entered) }
    // A title over nothing is all the text there is.
    if !blocks.contains(where: { $0.furniture == nil }) { restoreTitle() }
  }

  private mutating func readLabels() {
    let reader = LabelReader(text: text)
    var seen = 0
    for index in blocks.indices where blocks[index].furniture == nil {
      seen += 1
      guard seen <= HeadReader.headLength else { break }
      guard blocks[index].kind != .heading, let entries = reader.entries(of: blocks[index]) else {
        continue
      }
      // 来源：新华社 on a line of its own is a passage with the voice of a source line.
      let isSourceLine = blocks[index].kind != .row && entries.allSatisfy { $0.field == .source }
      if !isSourceLine { blocks[index].furniture = .labels }
      for entry in entries where !entry.value.isEmpty && result.labels[entry.field] == nil {
        result.labels[entry.field] = entry.value
      }
    }
  }

  private mutating func readTitle(entered: String?, titleBlocks: Range<Int>?, property: String?) {
    if let entered {
      result.title = entered
      result.titleState = .entered
    } else if let labelled = result.labels[.title] {
      take(labelled)
    } else if let titleBlocks, titleBlocks.upperBound <= blocks.count {
      let last = blocks[titleBlocks.upperBound - 1].range
      take(blocks[titleBlocks.lowerBound].range.lowerBound..<last.upperBound)
      for index in titleBlocks { blocks[index].furniture = .title }
    } else if let line = line(beginningWith: property) {
      take(line)
    } else if let lines = titleLines() {
      setAside(above: lines)
      take(lines)
    } else if let named = blocks.first(where: { $0.furniture == .title }) {
      take(withoutSite(named.range))
    } else if let last = trailingSource() {
      take(last)
      result.titleState = .inferred
    } else if let glued = gluedTitle() {
      take(glued)
      result.titleState = .inferred
    } else if let property, property.utf8.count >= 6 {
      result.title = property
      result.titleState = .entered
    }
  }

  /// The line of the head that the title in the file's properties begins: `Pet Abduction` is short for the act.
  private func line(beginningWith property: String?) -> Range<Int>? {
    let wanted = (property ?? "").utf8.filter { !$0.isSpace }.map { $0 | 0x20 }
    guard wanted.count >= 6 else { return nil }
    for block in blocks.lazy.filter({ $0.furniture == nil }).prefix(8)
    where block.kind != .row && block.range.count <= 240 {
      var matched = 0
      var position = block.range.lowerBound
      while position < block.range.upperBound, matched < wanted.count {
        if !text[position].isSpace {
          guard text[position] | 0x20 == wanted[matched] else { break }
          matched += 1
        }
        position += 1
      }
      if matched == wanted.count { return block.range }
    }
    return nil
  }

  private mutating func take(_ range: Range<Int>) {
    let words = HeadingPattern(text: text).withoutMarkup(range)
    result.title = text.collapsed(in: words)
    result.titleRange = words
  }

  /// The title of a page without the name of its site: `国务院关于…的通知_中国政府网`.
  private func withoutSite(_ range: Range<Int>) -> Range<Int> {
    var position = range.upperBound
    while position > range.lowerBound + 6 {
      position -= 1
      let isBar = text[position] == 0x5F || text[position] == 0x7C
      let isDash =
        text[position] == 0x2D && text[position - 1].isSpace && position + 1 < range.upperBound
        && text[position + 1].isSpace
      if isBar || isDash {
        let cut = text.trimmed(range.lowerBound..<position)
        return cut.count >= 6 ? cut : range
      }
    }
    return range
  }

  /// `Xinhua - title` as the last line of a copy names the source and the title.
  private func trailingSource() -> Range<Int>? {
    guard let last = blocks.last(where: { $0.furniture == nil }), last.range.count <= 200,
      let name = text.sourceName(in: last.range)
    else { return nil }
    let title = text.trimmed(name.end..<last.range.upperBound)
    return title.count >= 12 ? title : nil
  }

  /// A title that runs into the text: `在…座谈会上的讲话（2018年2月12日）习近平…`.
  private func gluedTitle() -> Range<Int>? {
    guard let first = blocks.first(where: { $0.furniture == nil }), first.range.count > 240 else {
      return nil
    }
    let head = first.range.lowerBound..<min(first.range.upperBound, first.range.lowerBound + 200)
    guard let bracket = text.firstPlace(of: "（", in: head),
      let date = DateReader(text).date(in: bracket + 3..<head.upperBound), date.value.day != nil,
      TitlePattern(text: text).kindNoun(closing: head.lowerBound..<bracket) != nil
    else { return nil }
    return head.lowerBound..<bracket
  }

  private mutating func restoreTitle() {
    for index in blocks.indices
    where blocks[index].furniture == .title && blocks[index].kind != .furniture {
      blocks[index].furniture = nil
    }
  }

  /// The length of a title without the bracket that some copies put behind it: `…而奋斗(二十大)`.
  private func lengthWithoutBracket(_ title: [UInt8]) -> Int {
    guard title.last == 0x29 else { return title.count }
    return title.lastIndex(of: 0x28) ?? title.count
  }

  /// Marks the lines of the head that say the title, whole or broken over up to four lines, and once more.
  ///
  /// - Parameter wanted: The title without white space.
  private mutating func markTitle(_ wanted: [UInt8]) {
    let own = Array(
      blocks.indices.lazy.filter { [blocks] in blocks[$0].furniture == nil }.prefix(24))
    let short = lengthWithoutBracket(wanted)
    var index = 0
    while index < own.count {
      var matched = 0
      var isTitle = false
      var end = index
      while end < own.count, end < index + 5, matched < wanted.count,
        let next = matching(wanted, from: matched, blocks[own[end]].range)
      {
        matched = next
        end += 1
        if matched == wanted.count || (matched > 24 && matched == short) {
          isTitle = true
          for place in own[index..<end] { blocks[place].furniture = .title }
          break
        }
      }
      index = isTitle ? end : index + 1
    }
  }

  /// Marks the first line when it says the end of a title that the form enters: `PET ABDUCTION ACT 2024` of
  /// `Explanatory Notes for Pet Abduction Act 2024`; any other that is set apart is the printed title, and heads nothing.
  private mutating func settleFirstLine(_ entered: String) {
    guard let first = blocks.firstIndex(where: { $0.furniture == nil }),
      blocks[first].kind == .paragraph || blocks[first].kind == .heading,
      blocks[first].isEmphasised || blocks[first].kind == .heading
    else { return }
    var line: [UInt8] = []
    for index in blocks[first].range where !text[index].isSpace {
      line.append(text[index].isUppercase ? text[index] | 0x20 : text[index])
    }
    let title = entered.utf8.filter { !$0.isSpace }.map { $0.isUppercase ? $0 | 0x20 : $0 }
    if line.count >= 12, line.count < title.count, line.count * 3 >= title.count,
      title.suffix(line.count).elementsEqual(line)
    {
      blocks[first].furniture = .title
    } else if blocks[first].isText, blocks[first].kind == .paragraph {
      blocks[first].isEmphasised = false
    }
  }

  /// How much of a title is said when a block goes on with it from a place; `nil` when the block says anything else.
  private func matching(_ title: [UInt8], from start: Int, _ block: Range<Int>) -> Int? {
    // A block much longer than the title says more than the title.
    guard block.count <= title.count * 2 + 60 else { return nil }
    let words = HeadingPattern(text: text).withoutMarkup(block)
    var matched = start
    var position = words.lowerBound
    while position < words.upperBound {
      let space = text.spaceLength(at: position, end: words.upperBound)
      if space > 0 {
        position += space
        continue
      }
      guard matched < title.count, title[matched] == text[position] else { return nil }
      matched += 1
      position += 1
    }
    return matched
  }
}

extension Span where Element == UInt8 {
  /// The agency that a line such as `Xinhua - …` or `新华社　…` begins with, and the byte behind its dash.
  func sourceName(in range: Range<Int>) -> (name: Range<Int>, end: Int)? {
    let first = range.isEmpty ? 0 : self[range.lowerBound]
    guard Lexicon.shared.agencyStarts[Int(first.isUppercase ? first | 0x20 : first)] else {
      return nil
    }
    let head = range.lowerBound..<Swift.min(range.upperBound, range.lowerBound + 49)
    guard let dash = firstPlace(of: "-", in: head), dash + 1 < range.upperBound,
      self[dash + 1] == 0x20
    else { return nil }
    let name = trimmed(range.lowerBound..<dash)
    var key: [UInt8] = []
    for index in name { key.append(self[index].isUppercase ? self[index] | 0x20 : self[index]) }
    guard Lexicon.shared.agencies.contains(key) else { return nil }
    return (name, dash + 1)
  }
}
