internal import GazetteDocument

/// Reads what a document says of others: by its title, and by each paper that its text names.
struct RelationReader: ~Escapable {
  private let text: Span<UInt8>
  private let blocks: [Block]
  private let map: TextMap
  private var found: [DocumentRelation] = []
  /// What has been found already: the relation, and the title and number of the other paper.
  private var known: [Key: Int] = [:]

  private struct Key: Hashable {
    let kind: DocumentRelation.Kind
    let title: [UInt8]
    let number: DocumentNumber?
  }

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, blocks: [Block], map: TextMap) {
    self.text = text
    self.blocks = blocks
    self.map = map
  }

  /// The relations in the order of the text, each paper once a kind; those that a reason is given for hide mere citations.
  ///
  /// - Parameters:
  ///   - title: The title of the document.
  ///   - range: Where the text says the title.
  ///   - number: Its own number, which it does not cite.
  /// - Returns: The relations.
  func relations(
    titled title: String?, at range: Range<Int>?, numbered number: DocumentNumber?
  ) -> [DocumentRelation] {
    var reader = RelationReader(text, blocks: blocks, map: map)
    if let range, title != nil { reader.readTitle(range) }
    reader.readBlocks(answering: title)
    let own = title.map(RelationReader.plain)
    return reader.settled().filter { relation in
      // A translation has the number of its original, and perhaps its title.
      if relation.kind == .translates { return true }
      if let number, relation.number == number {
        // A covering notice has the number of what it issues.
        guard let title = relation.title else { return false }
        return relation.kind != .cites && RelationReader.plain(title) != own
      }
      return relation.number != nil || relation.title.map(RelationReader.plain) != own
    }
  }

  /// A title for comparing within one text: without white space, and without 中华人民共和国 in front.
  private static func plain(_ title: String) -> [UInt8] {
    let bytes = title.utf8.filter { !$0.isSpace }
    let state = "中华人民共和国".utf8
    return bytes.starts(with: state) ? Array(bytes.dropFirst(state.count)) : bytes
  }

  // MARK: The title

  private mutating func readTitle(_ range: Range<Int>) {
    let chinese = ChineseCitations(text)
    if let mark = chinese.nextMark(in: range) {
      var next: Int? = mark
      while let place = next {
        guard let paper = chinese.paper(at: place, in: range) else {
          next = chinese.nextMark(in: place + 3..<range.upperBound)
          continue
        }
        // 关于修改《…》的决定: in a title 关于 stands in front of every act.
        if let act = TitleAct(text, in: range.lowerBound..<paper.range.lowerBound) {
          add(act.kind, paper, from: act.range.lowerBound)
        } else if let cue = chinese.relation(of: paper.range, in: range) {
          add(
            cue.kind, paper, from: min(cue.cue.lowerBound, paper.range.lowerBound),
            to: cue.cue.upperBound)
        }
        next = chinese.nextMark(in: paper.range.upperBound..<range.upperBound)
      }
      return
    }
    guard let act = TitleAct(text, in: range), let matter = act.matter else { return }
    let paper = CitedPaper(title: matter, number: nil, range: matter)
    add(act.kind, paper, from: act.range.lowerBound, state: .inferred)
  }

  // MARK: The text

  private mutating func readBlocks(answering title: String?) {
    let chinese = ChineseCitations(text)
    let english = EnglishCitations(text)
    /// What a list of papers is a list of: 下列文件予以废止.
    var list: DocumentRelation.Kind?
    var seen = 0
    /// The next mark of the text, found in one pass over all blocks.
    var mark = chinese.nextMark(in: 0..<text.count) ?? text.count
    for block in blocks where block.furniture == nil {
      let range = block.range
      seen += 1
      if seen <= 8, let request = AnsweredPaper(text, in: range) {
        add(.answers, request.paper, from: request.range.lowerBound, to: request.range.upperBound)
      }
      if mayHeadList(range) { list = listKind(range, list) }
      if mark < range.lowerBound {
        mark = chinese.nextMark(in: range.lowerBound..<text.count) ?? text.count
      }
      while mark < range.upperBound {
        let paper = chinese.paper(at: mark, in: range)
        if let paper { add(paper, in: range, list, chinese) }
        let next = paper?.range.upperBound ?? mark + 3
        mark = chinese.nextMark(in: next..<text.count) ?? text.count
      }
      // Chinese paragraphs name no papers in letters.
      guard text[range.lowerBound] < 0xE3 else { continue }
      for citation in english.citations(in: range) {
        add(
          citation.kind, citation.paper, from: citation.range.lowerBound,
          to: citation.range.upperBound)
      }
    }
  }

  /// Adds a paper that Chinese text names, with the relation that the words around it or the list tell.
  private mutating func add(
    _ paper: CitedPaper, in block: Range<Int>, _ list: DocumentRelation.Kind?,
    _ chinese: borrowing ChineseCitations
  ) {
    if let cue = chinese.relation(of: paper.range, in: block) {
      add(
        cue.kind, paper, from: min(cue.cue.lowerBound, paper.range.lowerBound),
        to: max(cue.cue.upperBound, paper.range.upperBound))
    } else {
      let isListed = list != nil && paper.range.lowerBound - block.lowerBound < 24
      add(isListed ? list ?? .cites : .cites, paper, from: paper.range.lowerBound)
    }
  }

  /// Whether a line may say what the papers below it are, by its length and its last character: 件 ） ： or a colon.
  private func mayHeadList(_ range: Range<Int>) -> Bool {
    guard range.count < 150 else { return false }
    switch text.triple(at: range.upperBound - 3, end: range.upperBound) {
    case 0xE4BBB6, 0xEFBC89, 0xEFBC9A: return true
    default: return text[range.upperBound - 1] == 0x3A || text[range.upperBound - 1] == 0x29
    }
  }

  /// What the papers are that the next lines list, by a line above them: 二、宣布失效的文件（2件）.
  private func listKind(
    _ range: Range<Int>, _ before: DocumentRelation.Kind?
  ) -> DocumentRelation.Kind? {
    guard text.firstPlace(of: "文件", in: range) != nil else { return before }
    for word in ["继续有效", "修改", "保留"] as [StaticString]
    where text.firstPlace(of: word, in: range) != nil {
      return nil
    }
    for word in ["废止", "失效"] as [StaticString] {
      guard let place = text.firstPlace(of: word, in: range) else { continue }
      // A line of the list itself has its marks.
      if let mark = text.firstPlace(of: "《", in: range), mark < place { return before }
      return .repeals
    }
    return before
  }

  // MARK: Putting together

  private mutating func add(
    _ kind: DocumentRelation.Kind, _ paper: CitedPaper, from start: Int, to end: Int? = nil,
    state: FieldState = .stated
  ) {
    let title = paper.title.map { text.collapsed(in: $0) }
    let key = Key(
      kind: kind,
      title: paper.number == nil ? Array((title ?? "").utf8.filter { !$0.isSpace }) : [],
      number: paper.number)
    if let place = known[key] {
      if found[place].title == nil { found[place].title = title }
      return
    }
    known[key] = found.count
    let last = max(paper.range.upperBound, end ?? 0)
    found.append(
      DocumentRelation(
        kind: kind, title: title, number: paper.number, state: state,
        evidence: map.span(of: min(start, paper.range.lowerBound)..<last)))
  }

  /// The relations without the citations of papers that another relation names too.
  private func settled() -> [DocumentRelation] {
    guard found.count > 1 else { return found }
    var titles: Set<[UInt8]> = []
    var numbers: Set<DocumentNumber> = []
    for relation in found where relation.kind != .cites {
      if let title = relation.title { titles.insert(RelationReader.plain(title)) }
      if let number = relation.number { numbers.insert(number) }
    }
    return found.filter { relation in
      guard relation.kind == .cites else { return true }
      if let number = relation.number { return !numbers.contains(number) }
      return !(relation.title.map { titles.contains(RelationReader.plain($0)) } ?? false)
    }
  }
}
