internal import GazetteDocument

/// Finds the papers that English text names, and reads the words around them that tell the relation.
///
/// A paper is named by a run of words in capitals with a noun of kinds at its head or its end (`the Interim Measures of Example
/// County for …`), mostly with a number behind it, or by a number alone. Capitals without a cue, a number or quotation
/// marks name nothing.
struct EnglishCitations: ~Escapable {
  /// A paper with the relation that the words around it tell.
  struct Citation {
    var kind: DocumentRelation.Kind
    var paper: CitedPaper
    var range: Range<Int>
  }

  private let text: Span<UInt8>

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) {
    self.text = text
  }

  /// The papers of a block, in the order of the text.
  func citations(in block: Range<Int>) -> [Citation] {
    var found: [Citation] = []
    var position = block.lowerBound
    while let noun = nextNoun(in: position..<block.upperBound) {
      position = noun.upperBound
      guard let citation = citation(around: noun, in: block, after: found.last) else { continue }
      found.append(citation)
      position = max(position, citation.paper.range.upperBound)
    }
    numbersAlone(in: block, &found)
    return found
  }

  /// Bits of `bit(of:)` for the first three letters of the nouns of kinds.
  private static let heads: UInt64 = Lexicon.shared.englishKinds.words.reduce(0) { bits, noun in
    let bytes = Array(noun.prefix(3))
    return bytes.count == 3
      ? bits | 1 << bit(of: UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2]))
      : bits
  }

  private static func bit(of head: UInt32) -> UInt64 { UInt64((head &* 0x9E37_79B1) &>> 26) }

  /// The next noun of kinds with a capital.
  private func nextNoun(in range: Range<Int>) -> Range<Int>? {
    var position = range.lowerBound
    let (first, count) = (ByteVector(repeating: 0x41), ByteVector(repeating: 26))
    while position < range.upperBound {
      if position + 16 <= range.upperBound {
        let lane = ByteVector.first(in: (text.vector(at: position) &- first) .< count)
        position += lane
        if lane == 16 { continue }
      } else if !text[position].isUppercase {
        position += 1
        continue
      }
      let head = text.triple(at: position, end: range.upperBound) | 0x202020
      if EnglishCitations.heads &>> EnglishCitations.bit(of: head) & 1 == 1,
        position == 0 || !text[position - 1].isLetter
      {
        let end = wordEnd(position, range.upperBound)
        if Lexicon.shared.englishKinds.contains(text, position..<end) { return position..<end }
      }
      position += 1
    }
    return nil
  }

  private func wordEnd(_ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end, text[position].isLetter { position += 1 }
    return position
  }

  /// The paper whose name holds a noun, if the words around it tell that it is one.
  private func citation(
    around noun: Range<Int>, in block: Range<Int>, after last: Citation?
  ) -> Citation? {
    let least = max(block.lowerBound, last?.paper.range.upperBound ?? 0)
    let title = run(around: noun, in: least..<block.upperBound)
    guard title.count >= 10, title.count <= 300 else { return nil }
    guard text.holdsSpace(in: title), EnglishTitle(text, title).kind != nil else { return nil }
    let hasYear = endsWithYear(title)
    let quoted = quotes(around: title, in: block)
    var paper = CitedPaper(title: title, number: nil, range: quoted ?? title)
    if let number = numberBehind(paper.range.upperBound, in: block) {
      paper.number = number.value
      paper.range = paper.range.lowerBound..<number.end
    }
    if let cue = EnglishCues(text).relation(of: paper.range, in: block) {
      return Citation(
        kind: cue.kind, paper: paper,
        range: min(
          cue.range.lowerBound, paper.range.lowerBound)..<max(
            cue.range.upperBound, paper.range.upperBound))
    }
    // … in accordance with the Example Law and the Opinions of …: the cue is that of the paper before.
    if let last, last.kind != .cites, paper.range.lowerBound - least < 20,
      ["and", "and the", ",", ", the", ", and the", ", and"].contains(
        text.collapsed(in: text.trimmed(least..<paper.range.lowerBound)))
    {
      return Citation(
        kind: last.kind, paper: paper, range: last.range.lowerBound..<paper.range.upperBound)
    }
    guard paper.number != nil || quoted != nil || hasYear else { return nil }
    return Citation(kind: .cites, paper: paper, range: paper.range)
  }

  /// The words in capitals around a noun, with the small words and numbers between them.
  private func run(around noun: Range<Int>, in block: Range<Int>) -> Range<Int> {
    let end = runEnd(from: noun.upperBound, block.upperBound)
    let first = runStart(from: noun.lowerBound, block.lowerBound)
    // A sentence begins with a capital too: The, In, This are no part of a name.
    let opening = nameEnd(first, block.upperBound)
    guard opening < noun.lowerBound else { return first..<end }
    let next = text.skippingSpace(from: opening, to: block.upperBound)
    if opening - first <= 5,
      ["The", "This", "These", "In", "Your", "Our", "By", "A", "An", "To", "Under"].contains(
        text.string(in: first..<opening))
    {
      return next..<end
    }
    // See the Provisions of …
    if text.starts(with: "the ", at: next, end: noun.lowerBound) { return next + 4..<end }
    return first..<end
  }

  private func runEnd(from start: Int, _ limit: Int) -> Int {
    var end = start
    var position = start
    var joins = false
    while position < limit, text[position].isSpace {
      let next = text.skippingSpace(from: position, to: limit)
      guard next < limit else { break }
      var stop = nameEnd(next, limit)
      if stop == next {
        while stop < limit, text[stop].isDigit { stop += 1 }
        guard stop > next else { break }
        end = stop
      } else if text[next].isUppercase {
        end = stop
      } else {
        // … of Example County and the Notice of …: another name begins.
        guard CitationLexicon.shared.connectives.contains(text, next..<stop),
          !(joins && isWord("the", next..<stop))
        else { break }
        joins = isWord("and", next..<stop) || isWord("or", next..<stop)
        position = stop
        continue
      }
      joins = false
      position = stop
    }
    return end
  }

  private func runStart(from start: Int, _ least: Int) -> Int {
    var first = start
    var position = start
    var isArticle = false
    while position > least {
      var before = position
      while before > least, text[before - 1].isSpace { before -= 1 }
      guard before < position else { break }
      var word = before
      while word > least {
        if text[word - 1].isLetter || text[word - 1] == 0x27 || text[word - 1] == 0x2D {
          word -= 1
        } else if word - 3 >= least, text.triple(at: word - 3, end: before) == 0xE28099 {
          word -= 3
        } else {
          break
        }
      }
      guard word < before else { break }
      if text[word].isUppercase {
        first = word
        isArticle = false
      } else {
        let name = word..<before
        guard CitationLexicon.shared.connectives.contains(text, name),
          !(isArticle && (isWord("and", name) || isWord("or", name)))
        else { break }
        isArticle = isWord("the", name)
      }
      position = word
    }
    return first
  }

  private func isWord(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount
      && text.starts(with: word, at: range.lowerBound, end: range.upperBound)
  }

  private func nameEnd(_ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end,
      text[position].isLetter || text[position] == 0x27
        || text[position] == 0x2D && position + 1 < end && text[position + 1].isLetter
    {
      position += 1
    }
    // People’s
    if text.triple(at: position, end: end) == 0xE28099, position + 3 < end,
      text[position + 3] == 0x73
    {
      position += 4
    }
    return position
  }

  /// Whether a title ends with a year, as `Example Act 2018` does.
  private func endsWithYear(_ title: Range<Int>) -> Bool {
    guard title.count > 10 else { return false }
    for index in title.upperBound - 4..<title.upperBound where !text[index].isDigit { return false }
    return text[title.upperBound - 5] == 0x20
  }

  /// The title with the marks around it, where there are any: “…”, "…", *…*, _…_.
  private func quotes(around title: Range<Int>, in block: Range<Int>) -> Range<Int>? {
    let (start, end) = (title.lowerBound, title.upperBound)
    if text.triple(at: start - 3, end: block.upperBound) == 0xE2809C,
      text.triple(at: end, end: block.upperBound) == 0xE2809D
    {
      return start - 3..<end + 3
    }
    guard start > block.lowerBound, end < block.upperBound, text[start - 1] == text[end],
      [0x22, 0x2A, 0x5F].contains(text[end])
    else { return nil }
    return start - 1..<end + 1
  }

  /// The number in brackets behind a title.
  private func numberBehind(
    _ place: Int, in block: Range<Int>
  ) -> (value: DocumentNumber, end: Int)? {
    let open = text.skippingSpace(from: place, to: block.upperBound)
    guard open < block.upperBound, text[open] == 0x28,
      let close = closing(of: open, in: block)
    else { return nil }
    let inner = text.trimmed(open + 1..<close)
    guard let number = NumberLine(text, in: inner) else { return nil }
    return (number.value, close + 1)
  }

  /// The bracket that closes another; those between nest.
  private func closing(of open: Int, in block: Range<Int>) -> Int? {
    var depth = 0
    for position in open..<min(block.upperBound, open + 160) {
      if text[position] == 0x28 { depth += 1 }
      if text[position] == 0x29 {
        depth -= 1
        if depth == 0 { return position }
      }
    }
    return nil
  }

  /// Numbers that stand without a title, as in `as provided in Guo Fa [2018] No. 43`.
  ///
  /// Those of papers that are found already are left out.
  private func numbersAlone(in block: Range<Int>, _ found: inout [Citation]) {
    var rest = block
    while let place = text.firstPlace(of: " No. ", in: rest) {
      rest = place + 5..<rest.upperBound
      guard !found.contains(where: { $0.paper.range.contains(place) }) else { continue }
      var end = place + 5
      while end < block.upperBound, text[end].isDigit { end += 1 }
      guard end > place + 5, let start = codeStart(before: place, in: block),
        let number = LatinNumberReader(text: text).whole(start..<end)
      else { continue }
      let paper = CitedPaper(title: nil, number: number, range: start..<end)
      let cue = EnglishCues(text).relation(of: paper.range, in: block)
      found.append(
        Citation(
          kind: cue?.kind ?? .cites, paper: paper,
          range: cue.map { min($0.range.lowerBound, start)..<max($0.range.upperBound, end) }
            ?? paper.range))
    }
  }

  /// Where the words in capitals begin in front of a number and its year.
  private func codeStart(before place: Int, in block: Range<Int>) -> Int? {
    guard place > block.lowerBound else { return nil }
    var position = place
    if text[position - 1] == 0x5D || text[position - 1] == 0x29 {
      while position > block.lowerBound, text[position] != 0x5B, text[position] != 0x28 {
        position -= 1
      }
      position = text.trimmingSpace(from: block.lowerBound, to: position)
    }
    var first: Int?
    while position > block.lowerBound {
      var start = position
      while start > block.lowerBound, text[start - 1].isLetter { start -= 1 }
      guard start < position, text[start].isUppercase else { break }
      first = start
      guard start > block.lowerBound, text[start - 1] == 0x20 else { break }
      position = start - 1
    }
    return first
  }
}
