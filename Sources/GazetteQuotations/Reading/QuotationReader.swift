public import GazetteDocument

/// Reads the quotations of a draft: those in marks of any form, nested ones, and block quotations, with what stands beside them.
///
/// A quotation may run over lines; over paragraphs when each of them begins with its opening mark. Titles in 《》 are no
/// quotations. Costs time linear in the draft.
public struct QuotationReader {
  private let document: PolicyDocument
  private let draft: DraftParagraphs
  private let lines: LineIndex
  private let map: TextMap
  private(set) var quotations: [Quotation] = []

  /// The quotations of a draft in the order of its text.
  ///
  /// - Parameters:
  ///   - draft: The draft, parsed.
  ///   - blocks: The block quotations and inline quotations that its form sets apart, as bytes of its source text; those of
  ///     Markdown and plain text are found without.
  /// - Returns: The quotations; a nested one stands behind the one that holds it.
  public static func quotations(in draft: PolicyDocument, blocks: [Range<Int>] = []) -> [Quotation]
  {
    var reader = QuotationReader(draft, blocks)
    reader.read()
    return reader.quotations
  }

  private init(_ document: PolicyDocument, _ blocks: [Range<Int>]) {
    self.document = document
    let isMarkdown = document.format == .markdown
    draft = DraftParagraphs(
      document.text.utf8, isMarkdown: isMarkdown, hasLines: isMarkdown || document.format == .text,
      quoted: blocks)
    lines = LineIndex(document.text.utf8)
    map = TextMap(document.text.utf8.span)
  }

  private mutating func read() {
    let paragraphs = draft.paragraphs
    var place = 0
    while place < paragraphs.count {
      if paragraphs[place].depth > 0 {
        let end =
          paragraphs[place...].firstIndex {
            $0.depth != paragraphs[place].depth || $0.block != paragraphs[place].block
          }
          ?? paragraphs.count
        readBlock(place..<end)
        place = end
      } else {
        place = readMarks(at: place) + 1
      }
    }
  }

  // MARK: Marks

  /// Reads the quotations of a paragraph; returns the last paragraph that one of them runs into.
  private mutating func readMarks(at place: Int) -> Int {
    let paragraph = draft.paragraphs[place]
    let pairing = MarkPairing(paragraph.utf8, quoted: paragraph.quoted)
    let outer = pairing.pairs.filter { $0.depth == 0 }
    var numbers: [Int] = []
    for (number, pair) in outer.enumerated() {
      let before = number > 0 ? outer[number - 1] : nil
      let next = number + 1 < outer.count ? outer[number + 1] : nil
      var context = SentenceContext(paragraph, draft.notes, pair: pair, before: before, next: next)
      let surroundings = context.surroundings(inheriting: numbers.last)
      numbers.append(quotations.count)
      add(paragraph, pair.words, .marks, surroundings)
      for inner in pairing.pairs
      where inner.depth > 0 && pair.words.contains(inner.words.lowerBound) {
        addNested(paragraph, inner.words, surroundings)
      }
    }
    guard let open = pairing.unclosed.first else { return place }
    return readOn(from: place, open.mark, wordsStart: open.wordsStart)
  }

  /// Reads a quotation that each of its paragraphs opens anew and only the last closes.
  private mutating func readOn(from place: Int, _ mark: UInt32, wordsStart: Int) -> Int {
    let paragraphs = draft.paragraphs
    let opening = Array(String(Character(Unicode.Scalar(mark) ?? " ")).utf8)
    var pieces = [paragraphs[place].text(wordsStart..<paragraphs[place].utf8.count)]
    var next = place + 1
    while next < paragraphs.count, paragraphs[next].depth == 0,
      paragraphs[next].utf8.starts(with: opening)
    {
      let paragraph = paragraphs[next]
      let pairing = MarkPairing(paragraph.utf8)
      if let first = pairing.pairs.first(where: { $0.whole.lowerBound == 0 }) {
        pieces.append(paragraph.text(first.words))
        let start = paragraphs[place].places[wordsStart]
        let end = paragraph.source(of: first.words).upperBound
        var context = SentenceContext(paragraph, draft.notes, pair: first, before: nil, next: nil)
        append(
          pieces.joined(separator: "\n"), start..<max(start, end), .marks,
          context.surroundings(inheriting: nil))
        return next
      }
      guard pairing.unclosed.first?.wordsStart == opening.count else { break }
      pieces.append(paragraph.text(opening.count..<paragraph.utf8.count))
      next += 1
    }
    return place
  }

  private mutating func add(
    _ paragraph: DraftParagraph, _ words: Range<Int>, _ form: Quotation.Form,
    _ surroundings: QuotationSurroundings
  ) {
    guard !words.isEmpty else { return }
    append(paragraph.text(words), paragraph.source(of: words), form, surroundings)
  }

  /// Adds a quotation within another, unless it is a mere term.
  private mutating func addNested(
    _ paragraph: DraftParagraph, _ words: Range<Int>, _ surroundings: QuotationSurroundings
  ) {
    guard QuotedWords(paragraph.text(words)).weight >= MatchingContract.leastWeight else { return }
    add(paragraph, words, .nested, surroundings)
  }

  private mutating func append(
    _ text: String, _ bytes: Range<Int>, _ form: Quotation.Form,
    _ surroundings: QuotationSurroundings
  ) {
    let position = lines.position(of: bytes.lowerBound)
    quotations.append(
      Quotation(
        text: text, span: map.span(of: bytes), line: position.line, column: position.column,
        form: form, surroundings: surroundings))
  }

  // MARK: Blocks

  /// Reads a block quotation: its words, and the line under them that names the source.
  private mutating func readBlock(_ range: Range<Int>) {
    var paragraphs = Array(draft.paragraphs[range])
    if paragraphs[0].text(0..<paragraphs[0].utf8.count).hasPrefix("[!") { return }
    var texts: [String] = []
    if paragraphs.count > 1, let last = paragraphs.last, SourceLine.isOne(last.utf8) {
      texts.append(last.text(0..<last.utf8.count))
      paragraphs.removeLast()
    }
    // The line may stand in the last paragraph, behind a dash.
    var lastEnd = paragraphs[paragraphs.count - 1].utf8.count
    if let start = SourceLine.start(in: paragraphs[paragraphs.count - 1].utf8) {
      let last = paragraphs[paragraphs.count - 1]
      texts.append(last.text(start..<last.utf8.count))
      lastEnd = start
    }
    for paragraph in paragraphs { texts += paragraph.references.map { note($0.target) } }
    if range.upperBound < draft.paragraphs.count, texts.isEmpty {
      let next = draft.paragraphs[range.upperBound]
      if next.depth == 0, SourceLine.isOne(next.utf8) {
        texts.append(next.text(0..<next.utf8.count))
      }
    }
    if range.lowerBound > 0 {
      let before = draft.paragraphs[range.lowerBound - 1]
      if before.depth == 0 {
        texts.append(SentenceContext.lastSentence(of: before))
        texts += before.references.map { note($0.target) }
      }
    }
    addBlock(paragraphs, lastEnd: lastEnd, QuotationSurroundings(texts: texts))
  }

  private func note(_ target: String) -> String {
    target.hasPrefix("[^") ? draft.notes[String(target.dropFirst(2))] ?? "" : target
  }

  private mutating func addBlock(
    _ paragraphs: [DraftParagraph], lastEnd: Int, _ surroundings: QuotationSurroundings
  ) {
    var pieces: [String] = []
    for (number, paragraph) in paragraphs.enumerated() {
      let end = number == paragraphs.count - 1 ? lastEnd : paragraph.utf8.count
      pieces.append(String(paragraph.text(0..<end)))
    }
    guard let first = paragraphs.first, let last = paragraphs.last, lastEnd > 0,
      let start = first.places.first
    else { return }
    let bytes = start..<max(start, last.source(of: 0..<lastEnd).upperBound)
    let text = pieces.joined(separator: "\n")
    // Marks around the whole block belong to its form.
    let utf8 = Array(text.utf8)
    let pairing = MarkPairing(utf8)
    let trimmed = QuotedWords.trimmed(utf8[...])
    let wrapping = pairing.pairs.first { pair in
      pair.depth == 0 && pair.whole.lowerBound <= trimmed.startIndex
        && pair.whole.upperBound >= trimmed.endIndex
    }
    let words = wrapping.map { String(decoding: utf8[$0.words], as: UTF8.self) } ?? text
    append(words, bytes, .block, surroundings)
    for paragraph in paragraphs {
      for pair in MarkPairing(paragraph.utf8).pairs
      where (paragraph.places.last != last.places.last || pair.whole.upperBound <= lastEnd)
        && paragraph.text(pair.words) != words
      {
        addNested(paragraph, pair.words, surroundings)
      }
    }
  }
}
