internal import GazetteDocument

/// Builds the outline: which blocks are headings, how they nest, and what stands under each.
///
/// - A numbered or formatted heading opens a section. Chains of numbers are ranked by their kind (`一、` over `（一）` over `1.`,
///   编 over 章 over 节 over 条), others by first occurrence; a numbering that starts again opens a sibling.
/// - `第三条 国家…` opens the section 第三条 with an empty heading; the whole line, number included, is its first passage.
///   `（一）建立台账。各县…` opens the section （一） 建立台账, and the whole line is its first passage too.
/// - In an article, `（一）` and `1.` are items: passages with a number.
/// - A heading with nothing under it is a passage of the section around it, so that its words are found.
struct OutlineBuilder: ~Escapable {
  let text: Span<UInt8>
  let blocks: [Block]
  /// Whether lines without a number may be headings by length alone, as in plain text.
  private let isPlain: Bool
  /// The title of the instrument that the document issues or forwards, without white space; empty for none.
  let issued: [UInt8]

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, blocks: [Block], isPlain: Bool, title: Range<Int>? = nil) {
    self.text = text
    self.blocks = blocks
    self.isPlain = isPlain
    issued = title.map { OutlineBuilder.issuedTitle(text, in: $0) } ?? []
  }

  /// The outline of the blocks.
  func build() -> Outline {
    var items = classified()
    settleLeadIns(&items)
    settleUnnumbered(&items)
    settleRunIns(&items)
    settleSeries(&items)
    return assembled(items)
  }

  /// First look: each block by itself, but for whether it stands in an article.
  private func classified() -> [OutlineItem] {
    let pattern = HeadingPattern(text: text)
    var items: [OutlineItem] = []
    items.reserveCapacity(blocks.count)
    var isInArticle = false
    /// For each style, the value of the last number that was no heading.
    var passageValues = [Int](repeating: -1, count: NumberMark.Style.allCases.count)
    /// The last block that a heading took along.
    var skipped = -1
    /// The value of the last name in a list of what is attached; `nil` outside of one.
    var attached: Int?
    for index in blocks.indices where blocks[index].furniture == nil && index > skipped {
      var item = pattern.item(for: blocks[index], at: index, isInArticle: isInArticle)
      if isInArticle, item.has(.hanComma), item.role == .passage,
        headsArticles(item, at: index, pattern)
      {
        item.role = .heading
        item.words = pattern.withoutMarkup(item.words)
      }
      if item.has(.annex), item.role == .heading, isAttachmentNote(at: index) {
        item.role = .passage
        item.number = 0..<0
      }
      settleAttachment(&item, &attached)
      if let article = splitArticle(&item) {
        isInArticle = true
        items.append(article)
      }
      if let style = item.style {
        let place = style.place
        // The last item of a list ends with 。 where the others end with ；: it is an item all the same.
        if item.role == .weakHeading, passageValues[place] == item.value - 1 {
          item.role = .passage
        }
        passageValues[place] = item.role == .passage ? item.value : -1
      }
      if item.role == .heading, item.style != nil || !isIssued(blocks[index].range) {
        if item.has(.article) {
          isInArticle = true
        } else if case .format = item.level {
          isInArticle = false
        } else if let style = item.style,
          style.place < NumberMark.Style.article.place || item.has(.hanComma)
        {
          isInArticle = false
        }
      } else if let last = attachedTitle(item, at: index, after: items) {
        isInArticle = false
        skipped = last
        attach(&item, upTo: last)
        if let open = items.last, open.level == .numbered(.annex), open.role == .heading,
          open.words.isEmpty
        {
          items[items.count - 1].words = item.words
          items[items.count - 1].heading = open.heading.lowerBound..<item.words.upperBound
          items[items.count - 1].joinedBlock = last
          items[items.count - 1].isInstrument = item.isInstrument
          continue
        }
      }
      items.append(item)
    }
    return items
  }

  /// Whether `二、核查标准` between articles heads those that follow it: an article is the next block, or another such line.
  private func headsArticles(
    _ item: OutlineItem, at index: Int, _ pattern: borrowing HeadingPattern
  ) -> Bool {
    guard pattern.isHeadLike(item.words),
      let next = blocks.indices[(index + 1)...].first(where: { blocks[$0].furniture == nil })
    else { return false }
    let mark = NumberMark(text, in: blocks[next].range)
    return mark?.style == .article
  }
}

extension OutlineBuilder {
  /// Second look: short lines without a number, by what stands around them.
  private func settleUnnumbered(_ items: inout [OutlineItem]) {
    let pattern = HeadingPattern(text: text)
    var candidates = [Bool](repeating: false, count: items.count)
    // What stands above the title heads nothing.
    let title = blocks.prefix(8).firstIndex { $0.furniture == .title } ?? -1
    for index in items.indices {
      let item = items[index]
      guard item.role == .passage, item.style == nil, item.block > title else { continue }
      candidates[index] = isUnnumberedHead(blocks[item.block], pattern)
    }
    for index in items.indices.dropLast() where candidates[index] {
      // The line before must have ended; a broken paragraph goes on in short lines too.
      let before = index > 0 ? items[index - 1] : nil
      let isOpen =
        before.map {
          $0.role == .passage && !candidates[index - 1] && !blocks[$0.block].isEmphasised
            && !text.endsStatement(blocks[$0.block].range)
        } ?? false
      let next = items[index + 1]
      let nextRange = blocks[next.block].range
      let leadsText =
        next.role != .passage
        || nextRange.count > item(items, index).count
          && (nextRange.count >= 90 || blocks[items[index].block].isEmphasised && next.style != nil)
      let leadsHeading =
        candidates[index + 1] && index + 2 < items.count
        && blocks[items[index + 2].block].range.count >= 90
      guard !isOpen, leadsText || leadsHeading else {
        candidates[index] = false
        continue
      }
      items[index].role = .heading
      items[index].level =
        leadsHeading
        ? .unnumberedOuter : endsWithDash(items[index]) ? .unnumberedInner : .unnumbered
      items[index].words = pattern.withoutMarkup(items[index].words)
      if beginsPaper(items, index) {
        items[index].level = .numbered(.annex)
        items[index].isInstrument = true
      }
    }
  }

  /// Whether a line ends with a dash, or with what copies make of one.
  private func endsWithDash(_ item: OutlineItem) -> Bool {
    let range = blocks[item.block].range
    return text.triple(at: range.upperBound - 3, end: range.upperBound) == 0xE28094
      || text.ends(with: Array("--".utf8), in: range)
      || text.ends(with: Array("u2014".utf8), in: range)
  }

  private func item(_ items: [OutlineItem], _ index: Int) -> Range<Int> {
    blocks[items[index].block].range
  }

  private func isUnnumberedHead(_ block: Block, _ pattern: HeadingPattern) -> Bool {
    guard block.kind == .paragraph, block.standsAlone, block.range.count >= 6,
      !block.isWrapped || !isPlain
    else { return false }
    let start = block.range.lowerBound
    let isStarred = text[start] == 0x2A && text[block.range.upperBound - 1] == 0x2A
    guard isPlain || block.isEmphasised || isStarred, pattern.isHeadLike(block.range) else {
      return false
    }
    if isStarred { return true }
    let first = text[start]
    if first < 0x80, !first.isUppercase, first != 0x22 { return false }
    switch text.triple(at: start, end: block.range.upperBound) {
    case 0xE28094, 0xE28095, 0xEFBC88, 0xE280A2, 0xE38090: return false  // — ― （ • 【
    // 图1 and 表2 name pictures and tables.
    case 0xE59BBE, 0xE8A1A8:
      if text.digit(
        at: text.skippingSpace(from: start + 3, to: block.range.upperBound),
        end: block.range.upperBound)
      {
        return false
      }
    default: break
    }
    // 2018年12月13日, June 30, 2021 and 国发〔2018〕41号 head no text.
    return DateLine(text, in: block.range) == nil
      && NumberReader(text: text).wholeLine(block.range) == nil && !closesPaper(block.range)
  }

  /// Heads that run on into text stand in a series as a whole: most of its lines have one, or none counts.
  private func settleRunIns(_ items: inout [OutlineItem]) {
    var met: UInt64 = 0
    for index in items.indices { if let style = items[index].style { met |= 1 << style.place } }
    for style in [NumberMark.Style.hanComma, .hanBracket, .digit]
    where met >> style.place & 1 == 1 {
      var series: [Int] = []
      for index in items.indices {
        // One that counts on under the next heading is the same series.
        guard items[index].has(style) else { continue }
        if let last = series.last, items[index].value != items[last].value + 1 {
          settleRunIns(series, &items)
          series.removeAll()
        }
        series.append(index)
      }
      settleRunIns(series, &items)
    }
  }

  private func settleRunIns(_ series: [Int], _ items: inout [OutlineItem]) {
    let short = series.filter { items[$0].isRunIn && items[$0].role == .heading }
    let heads = series.count { items[$0].role != .passage }
    if heads * 2 > series.count {
      for index in series where items[index].isLongHead {
        items[index].role = .heading
        items[index].isRunIn = true
      }
    } else if series.count > 2, heads * 2 < series.count {
      for index in short { items[index].role = .passage }
    }
  }

  /// Third look: a series of weak headings stands if most of its members have text under them.
  private func settleSeries(_ items: inout [OutlineItem]) {
    struct Series {
      var members: [Int] = []
      var filled = 0
    }
    guard items.contains(where: { $0.role == .weakHeading }) else { return }
    var series: [Int: [OutlineLevel: Series]] = [:]
    var nesting = OutlineNesting()
    var depths = [Int](repeating: 0, count: items.count)
    var parents = [Int](repeating: -1, count: items.count)
    for index in items.indices where items[index].role != .passage {
      parents[index] = nesting.enter(items[index].level, item: index) ?? -1
      depths[index] = nesting.depth
    }
    for index in items.indices where items[index].role == .weakHeading {
      let isFilled =
        items[index].isRunIn
        || index + 1 < items.count
          && (items[index + 1].role == .passage || depths[index + 1] > depths[index])
      series[parents[index], default: [:]][items[index].level, default: Series()].members.append(
        index)
      if isFilled { series[parents[index]]?[items[index].level]?.filled += 1 }
    }
    standBeside(&items, parents)
    for group in series.values.flatMap(\.values) {
      // The last member always has the rest of the text behind it, so one filled member proves nothing.
      let stands = group.members.count > 1 && group.filled * 2 > group.members.count
      for index in group.members where items[index].role == .weakHeading {
        items[index].role = stands ? .heading : .passage
      }
    }
  }

  /// `（二）基本原则。` between `（一）指导思想。以…为指导` and `（三）工作目标` is a heading as they are.
  private func standBeside(_ items: inout [OutlineItem], _ parents: [Int]) {
    /// For each parent and level, the values of the headings.
    var values: [Int: [OutlineLevel: Set<Int>]] = [:]
    for index in items.indices where items[index].role == .heading && items[index].style != nil {
      values[parents[index], default: [:]][items[index].level, default: []].insert(
        items[index].value)
    }
    for index in items.indices where items[index].role == .weakHeading {
      guard let known = values[parents[index]]?[items[index].level] else { continue }
      let follows = known.contains(items[index].value - 1)
      let leads = known.contains(items[index].value + 1)
      if follows && leads || items[index].has(.hanBracket) && (follows || leads) {
        items[index].role = .heading
      }
    }
  }

  /// The landing of an item that stays in the section of the one before it.
  private static let staying = -2

  /// Last: sections and texts in their order.
  private func assembled(_ items: [OutlineItem]) -> Outline {
    var outline = Outline()
    outline.texts.reserveCapacity(items.count)
    outline.nodes.reserveCapacity(1 + items.count { $0.role == .heading })
    let (parents, depths, landings) = nested(items)
    var sections = [Int](repeating: 0, count: items.count)
    var children = [0]
    var current = 0
    for index in items.indices {
      let item = items[index]
      guard item.role == .heading else {
        let landing = landings[index]
        if landing != OutlineBuilder.staying { current = landing < 0 ? 0 : sections[landing] }
        outline.texts.append(text(of: item, in: current))
        continue
      }
      let parent = parents[index] < 0 ? 0 : sections[parents[index]]
      let isEmpty =
        !item.isRunIn
        && (index + 1 == items.count || landings[index + 1] != OutlineBuilder.staying
          || items[index + 1].role == .heading && depths[index + 1] <= depths[index])
      if isEmpty {
        outline.texts.append(text(of: item, in: parent))
        continue
      }
      children[parent] += 1
      current = outline.nodes.count
      sections[index] = current
      children.append(0)
      outline.nodes.append(
        Outline.Node(
          parent: parent, ordinal: children[parent], depth: outline.nodes[parent].depth + 1,
          heading: item.heading, words: item.words, number: item.number,
          isInstrument: item.isInstrument))
      if item.isRunIn { outline.texts.append(text(of: item, in: current)) }
    }
    return outline
  }

  /// For each heading the item of the one around it (-1 at the top) and its depth; for each passage that closes a section
  /// the item of the section it falls back to (-1 for the root, `staying` for the others).
  private func nested(
    _ items: [OutlineItem]
  ) -> (parents: [Int], depths: [Int], landings: [Int]) {
    var nesting = OutlineNesting()
    var parents = [Int](repeating: -1, count: items.count)
    var depths = [Int](repeating: 0, count: items.count)
    var landings = [Int](repeating: OutlineBuilder.staying, count: items.count)
    for index in items.indices {
      if items[index].role == .heading {
        parents[index] = nesting.enter(items[index].level, item: index) ?? -1
        depths[index] = nesting.depth
      } else if items[index].style != nil,
        let open = nesting.openItem(of: items[index].level),
        items[open].style == items[index].style, items[open].value + 1 == items[index].value
      {
        // （六） behind the section （五） stands beside it, not in it.
        nesting.leave(items[index].level)
        landings[index] = nesting.innermost ?? -1
      }
    }
    return (parents, depths, landings)
  }

  private func text(of item: OutlineItem, in section: Int) -> Outline.Text {
    let block = blocks[item.block]
    let range = item.joinedBlock.map { block.range.lowerBound..<blocks[$0].range.upperBound }
    let whole = range ?? block.range
    return Outline.Text(
      range: max(item.textStart, whole.lowerBound)..<whole.upperBound, section: section,
      number: item.number,
      listNumber: item.number.isEmpty ? block.listNumber : 0, isWrapped: block.isWrapped)
  }
}
