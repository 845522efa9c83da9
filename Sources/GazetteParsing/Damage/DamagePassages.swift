internal import GazetteDocument

/// The passages of a document as the rules see them that look at several together.
struct DamagePassages: Sendable {
  /// The bytes of each passage, in the order of the text.
  let all: [Range<Int>]
  /// The bytes of each heading.
  let headings: [Range<Int>]
  /// The title that the document has.
  private let title: [UInt8]
  private let sentences: [Sentence]
  private let ownSentences: [Range<Int>]
  private let sections: [Int]
  private let isNumbered: [Bool]
  /// Where straight and curly double quotes stand; kept for plain texts only.
  private let quotes: [Int]
  /// How the quotes of each passage come out; empty when there are none.
  private let balances: [Balance]

  private enum Balance: UInt8 {
    case even, opens, closes
  }

  private let marks: [UInt8]

  init(_ document: PolicyDocument, quotes: [Int]) {
    all = document.passages.map(\.span.bytes)
    headings = document.sections.compactMap { $0.headingSpan?.bytes }
    title = Array((document.metadata.title.value ?? "").utf8)
    sentences = document.sentences
    ownSentences = document.passages.map(\.sentences)
    sections = document.passages.map(\.section)
    isNumbered = document.passages.map { $0.number != nil }
    self.quotes = quotes
    marks = document.text.utf8
    balances = DamagePassages.balances(of: all, quotes, marks)
  }

  /// Whether a passage and the next one are of one section, with a mere line break between them and no number behind it.
  func areNeighbours(_ index: Int, _ text: DamageText) -> Bool {
    guard index + 1 < all.count, sections[index] == sections[index + 1], !isNumbered[index + 1]
    else { return false }
    let gap = all[index].upperBound..<max(all[index].upperBound, all[index + 1].lowerBound)
    return gap.count <= 16 && gap.allSatisfy { text[$0].isSpace || text[$0] >= 0x80 }
      && gap.contains { text[$0] == 0x0A }
  }

  /// Whether a quote opens in a passage that does not close there.
  func opensQuote(_ index: Int) -> Bool { hasQuotes && balances[index] == .opens }

  /// Whether a quote closes in a passage that did not open there.
  func closesQuote(_ index: Int) -> Bool { hasQuotes && balances[index] == .closes }

  /// Whether any quotes are known.
  var hasQuotes: Bool { !quotes.isEmpty }

  /// The bytes of the quote that has no other half: the last one of a passage, or its first.
  func loneQuote(_ index: Int, opens: Bool) -> Range<Int>? {
    let own = quotes(in: all[index])
    guard let place = opens ? own.last : own.first else { return nil }
    return place..<place + (marks[place] == 0x22 ? 1 : 3)
  }

  /// How the quotes of each passage come out, in one walk over the passages and the quotes.
  private static func balances(
    of passages: [Range<Int>], _ quotes: [Int], _ marks: [UInt8]
  ) -> [Balance] {
    guard !quotes.isEmpty else { return [] }
    var next = 0
    return passages.map { range in
      while next < quotes.count, quotes[next] < range.lowerBound { next += 1 }
      let first = next
      var sum = 0
      var straight = 0
      while next < quotes.count, quotes[next] < range.upperBound {
        if marks[quotes[next]] == 0x22 {
          straight += 1
        } else {
          sum += marks[quotes[next] + 2] == 0x9C ? 1 : -1
        }
        next += 1
      }
      guard next > first, straight % 2 == 1 || sum != 0 else { return .even }
      return balance(quotes[first], quotes[next - 1], sum, straight, range, marks)
    }
  }

  private static func balance(
    _ first: Int, _ last: Int, _ sum: Int, _ straight: Int, _ range: Range<Int>, _ marks: [UInt8]
  ) -> Balance {
    func isOpen(_ place: Int) -> Bool {
      if marks[place] != 0x22 { return marks[place + 2] == 0x9C }
      return place == range.lowerBound || marks[place - 1].isSpace || marks[place - 1] == 0x28
    }
    func isOdd(_ place: Int, _ sign: Int) -> Bool {
      marks[place] == 0x22 ? straight % 2 == 1 : sum * sign > 0
    }
    if isOpen(last), isOdd(last, 1) { return .opens }
    if !isOpen(first), isOdd(first, -1) { return .closes }
    return .even
  }

  private func quotes(in range: Range<Int>) -> ArraySlice<Int> {
    quotes[firstQuote(from: range.lowerBound)..<firstQuote(from: range.upperBound)]
  }

  private func firstQuote(from place: Int) -> Int {
    var (low, high) = (0, quotes.count)
    while low < high {
      let middle = (low + high) / 2
      if quotes[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether nearly all other long passages end as sentences do, so that one that does not is cut.
  func endsSentences(_ text: DamageText, but last: Range<Int>) -> Bool {
    // A line that goes on in the next one is no end.
    let long = all.indices.dropLast().filter { index in
      all[index].count > 80
        && all[index] != last
        && !(text[all[index].upperBound - 1].isLowercase
          && text[all[index + 1].lowerBound].isLowercase)
    }.map { all[$0] }
    let whole = long.count { range in
      let end = range.upperBound
      return [0x2E, 0x21, 0x3F, 0x22, 0x29, 0x3A, 0x3B].contains(text[end - 1])
        || [0xE38082, 0xEFBC81, 0xEFBC9F, 0xE2809D, 0xEFBC89, 0xEFBC9A, 0xEFBC9B].contains(
          text.triple(end - 3))
    }
    return long.count > 1 && whole * 10 >= long.count * 9
  }

  /// Whether a passage is an agency's name with a dash and a title behind it.
  func isSourceLine(_ index: Int, _ text: DamageText) -> Bool {
    let range = all[index]
    guard range.count < 300 else { return false }
    if namesTitle(range, text) { return true }
    for agency in DamageTables.shared.agencies where text.holds(agency, at: range.lowerBound) {
      var place = range.lowerBound + agency.count
      while text[place] == 0x20 { place += 1 }
      let isDash =
        text[place] == 0x2D || text[place] == 0x7C
        || [0xE28094, 0xE28093, 0xEFBC8D].contains(text.triple(place))
      if isDash, range.upperBound - place > 8 { return true }
    }
    return false
  }

  /// Whether a line is a short name, a dash and the document's title or how it begins.
  private func namesTitle(_ range: Range<Int>, _ text: DamageText) -> Bool {
    guard title.count > 8 else { return false }
    var place = range.lowerBound + 3
    while place < min(range.upperBound, range.lowerBound + 90) {
      let wide = [0xE28094, 0xE28093, 0xEFBC8D].contains(text.triple(place))
      let isDash =
        (text[place] == 0x2D || text[place] == 0x7C) && text[place - 1] == 0x20
        && text[place + 1] == 0x20
      place += wide ? 3 : 1
      guard wide || isDash else { continue }
      while text[place] == 0x20 { place += 1 }
      var same = 0
      while same < title.count, place + same < range.upperBound, title[same] == text[place + same] {
        same += 1
      }
      return same == title.count || same > 15
    }
    return false
  }

  /// The last passage that is the text's own, and its last sentence; notes on the copy and lines of its source aside.
  func lastWords(_ text: DamageText) -> (passage: Range<Int>, sentence: Range<Int>)? {
    for index in all.indices.suffix(5).reversed() {
      if isNote(all[index], text) || isSourceLine(index, text) { continue }
      guard let sentence = sentences[ownSentences[index]].last?.span.bytes else { return nil }
      return (all[index], sentence)
    }
    return nil
  }
}

extension DamagePassages {
  /// Whether a passage is a note in which a copy speaks of itself.
  func isNote(_ range: Range<Int>, _ text: DamageText) -> Bool {
    DamagePassages.isNote(range, text)
  }

  /// Whether a range is a note in which a copy speaks of itself: `（示例文本：…）`, `*Sample text …*`.
  static func isNote(_ range: Range<Int>, _ text: DamageText) -> Bool {
    var start = range.lowerBound
    while [0x2A, 0x5F, 0x28, 0x5B, 0x20].contains(text[start]) { start += 1 }
    if [0xEFBC88, 0xE38090].contains(text.triple(start)) { start += 3 }
    return DamageTables.shared.notes.phrase(text, at: start) != nil
  }
}
