internal import GazetteDocument

/// The passages of a document as the rules see them that look at several together.
struct DamagePassages: Sendable {
  /// The bytes of each passage, in the order of the text.
  let all: [Range<Int>]
  /// The bytes of each heading.
  let headings: [Range<Int>]
  /// The last sentence of the last passage.
  let lastSentence: Range<Int>
  private let sections: [Int]
  private let isNumbered: [Bool]
  /// Where straight and curly double quotes stand; kept for plain texts only.
  private let quotes: [Int]
  private let marks: [UInt8]

  init(_ document: PolicyDocument, quotes: [Int]) {
    all = document.passages.map(\.span.bytes)
    headings = document.sections.compactMap { $0.headingSpan?.bytes }
    lastSentence = document.sentences.last?.span.bytes ?? 0..<0
    sections = document.passages.map(\.section)
    isNumbered = document.passages.map { $0.number != nil }
    self.quotes = quotes
    marks = document.text.utf8
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
  func opensQuote(_ index: Int) -> Bool {
    let own = quotes(in: all[index])
    guard let last = own.last else { return false }
    if marks[last] != 0x22 { return balance(own) > 0 && isOpening(last) }
    let straight = own.filter { marks[$0] == 0x22 }
    return straight.count % 2 == 1 && (last == all[index].lowerBound || isSpace(last - 1))
  }

  /// Whether a quote closes in a passage that did not open there.
  func closesQuote(_ index: Int) -> Bool {
    let own = quotes(in: all[index])
    guard let first = own.first else { return false }
    if marks[first] != 0x22 { return balance(own) < 0 && !isOpening(first) }
    let straight = own.filter { marks[$0] == 0x22 }
    return straight.count % 2 == 1 && first > all[index].lowerBound && !isSpace(first - 1)
  }

  /// The bytes of the quote that has no other half: the last one of a passage, or its first.
  func loneQuote(_ index: Int, opens: Bool) -> Range<Int>? {
    let own = quotes(in: all[index])
    guard let place = opens ? own.last : own.first else { return nil }
    return place..<place + (marks[place] == 0x22 ? 1 : 3)
  }

  private func isSpace(_ place: Int) -> Bool {
    place >= 0 && (marks[place].isSpace || marks[place] == 0x28)
  }

  /// Opening curly quotes less closing ones.
  private func balance(_ own: ArraySlice<Int>) -> Int {
    own.reduce(0) { $0 + (marks[$1] == 0x22 ? 0 : isOpening($1) ? 1 : -1) }
  }

  private func isOpening(_ place: Int) -> Bool { marks[place + 2] == 0x9C }

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

  /// Whether nearly all long passages end as sentences do, so that one that does not is cut.
  func endsSentences(_ text: DamageText) -> Bool {
    let long = all.dropLast().filter { $0.count > 80 }
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
}
