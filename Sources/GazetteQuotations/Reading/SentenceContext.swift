/// What stands in a quotation's sentence beside it, where the draft may name the source.
struct SentenceContext {
  private let paragraph: DraftParagraph
  private let notes: [String: String]
  private let pair: MarkPairing.Pair
  private let before: MarkPairing.Pair?
  private let next: MarkPairing.Pair?

  init(
    _ paragraph: DraftParagraph, _ notes: [String: String], pair: MarkPairing.Pair,
    before: MarkPairing.Pair?, next: MarkPairing.Pair?
  ) {
    self.paragraph = paragraph
    self.notes = notes
    self.pair = pair
    self.before = before
    self.next = next
  }

  private var utf8: [UInt8] { paragraph.utf8 }

  /// The texts in which a source is looked for, the nearest first.
  ///
  /// - Parameter previous: The number of the quotation before in the paragraph.
  /// - Returns: The texts, and the quotation whose source counts when they name none.
  mutating func surroundings(inheriting previous: Int?) -> QuotationSurroundings {
    var texts: [String] = []
    let limit = next?.whole.lowerBound ?? utf8.count
    let bracket = bracketBehind(pair.whole.upperBound, upTo: limit)
    if let bracket { texts.append(paragraph.text(bracket)) }
    let noteEnd = (bracket?.upperBound ?? pair.whole.upperBound) + 4
    texts += targets(in: pair.whole.lowerBound..<max(noteEnd, pair.whole.upperBound) + 1)
    let isEnded =
      Self.isTerminated(utf8, before: pair.words.upperBound)
      || Self.terminatorLength(utf8, at: pair.whole.upperBound) > 0
    if !isEnded {
      let end = Self.sentenceEnd(
        in: utf8, from: bracket?.upperBound ?? pair.whole.upperBound, limit)
      let start = bracket?.upperBound ?? pair.whole.upperBound
      if end > start {
        texts.append(paragraph.text(start..<end))
        texts += targets(in: start..<end)
      }
    }
    let previousEnd = before.map {
      bracketBehind($0.whole.upperBound, upTo: pair.whole.lowerBound)?.upperBound
        ?? $0.whole.upperBound
    }
    let sentence = Self.sentenceStart(in: utf8, before: pair.whole.lowerBound)
    let start = max(sentence, previousEnd ?? 0)
    if start < pair.whole.lowerBound {
      texts.append(paragraph.text(start..<pair.whole.lowerBound))
      texts += targets(in: start..<pair.whole.lowerBound)
    }
    let isSameSentence = before.map { sentence <= $0.whole.lowerBound } ?? false
    return QuotationSurroundings(
      texts: texts.filter { !$0.isEmpty }, inherited: isSameSentence ? previous : nil)
  }

  private func targets(in range: Range<Int>) -> [String] {
    paragraph.references.filter { range.contains($0.place) }.map { reference in
      reference.target.hasPrefix("[^")
        ? notes[String(reference.target.dropFirst(2))] ?? "" : reference.target
    }
  }

  /// Brackets, or what follows a dash, directly behind a quotation.
  private func bracketBehind(_ start: Int, upTo limit: Int) -> Range<Int>? {
    var at = start
    while at < limit {
      let length = max(utf8[at] == 0x20 ? 1 : 0, Self.softLength(utf8, at: at))
      guard length > 0 else { break }
      at += length
    }
    for (open, close) in [("(", ")"), ("（", "）"), ("[", "]"), ("〔", "〕"), ("［", "］"), ("【", "】")] {
      guard Self.stands(open, in: utf8, at: at) else { continue }
      var end = at
      var depth = 0
      while end < limit {
        if Self.stands(open, in: utf8, at: end) { depth += 1 }
        if Self.stands(close, in: utf8, at: end) {
          depth -= 1
          if depth == 0 { return at..<end + close.utf8.count }
        }
        end += 1
      }
    }
    for dash in ["——", "—", "–", "--"] where Self.stands(dash, in: utf8, at: at) {
      return at..<Self.sentenceEnd(in: utf8, from: at, limit)
    }
    return nil
  }

  // MARK: Sentences

  /// The last sentence of a paragraph, which may lead to a block quotation.
  static func lastSentence(of paragraph: DraftParagraph) -> String {
    let utf8 = paragraph.utf8
    var end = utf8.count
    while end > 0, utf8[end - 1] <= 0x20 { end -= 1 }
    return paragraph.text(sentenceStart(in: utf8, before: max(0, end - 3))..<utf8.count)
  }

  /// Whether the words before a place end a sentence.
  static func isTerminated(_ utf8: [UInt8], before place: Int) -> Bool {
    var end = place
    while end > 0, utf8[end - 1] == 0x20 { end -= 1 }
    // A closing mark may stand behind the full stop.
    for closer in ["”", "\"", "」", "』", "’"] where end >= closer.utf8.count {
      if utf8[end - closer.utf8.count..<end].elementsEqual(closer.utf8) { end -= closer.utf8.count }
    }
    guard end > 0 else { return false }
    if utf8[end - 1] == 0x2E || utf8[end - 1] == 0x21 || utf8[end - 1] == 0x3F { return true }
    return end >= 3 && terminatorLength(utf8, at: end - 3) == 3
  }

  private static func sentenceStart(in utf8: [UInt8], before place: Int) -> Int {
    var at = place
    while at > 0 {
      at -= 1
      let length = terminatorLength(utf8, at: at)
      if length > 0, at + length <= place {
        // A mark directly before the place ends nothing that leads to it.
        return at + length
      }
    }
    return 0
  }

  private static func sentenceEnd(in utf8: [UInt8], from start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit {
      let length = terminatorLength(utf8, at: at)
      if length > 0 { return min(limit, at + length) }
      at += 1
    }
    return limit
  }

  /// The length of a mark that ends a sentence; a full stop ends one before a blank or at the end only.
  static func terminatorLength(_ utf8: [UInt8], at place: Int) -> Int {
    guard place < utf8.count else { return 0 }
    switch utf8[place] {
    case 0x21, 0x3F, 0x3B: return 1
    case 0x2E:
      let isEnd = place + 1 == utf8.count || utf8[place + 1] == 0x20
      // No. 5, s. 3: an abbreviation before a number ends nothing.
      let isNumbered = place + 2 < utf8.count && utf8[place + 2] &- 0x30 < 10
      return isEnd && !isNumbered ? 1 : 0
    case 0xE3: return stands("。", in: utf8, at: place) ? 3 : 0
    case 0xEF:
      return stands("！", in: utf8, at: place) || stands("？", in: utf8, at: place)
        || stands("；", in: utf8, at: place) ? 3 : 0
    default: return 0
    }
  }

  /// The length of a mark that may stand between a quotation and the brackets that name its source.
  private static func softLength(_ utf8: [UInt8], at place: Int) -> Int {
    let length = terminatorLength(utf8, at: place)
    if length > 0 { return length }
    if utf8[place] == 0x2C || utf8[place] == 0x2E { return 1 }
    return stands("，", in: utf8, at: place) || stands("、", in: utf8, at: place) ? 3 : 0
  }

  private static func stands(_ mark: String, in utf8: [UInt8], at place: Int) -> Bool {
    place + mark.utf8.count <= utf8.count
      && utf8[place..<place + mark.utf8.count].elementsEqual(mark.utf8)
  }
}
