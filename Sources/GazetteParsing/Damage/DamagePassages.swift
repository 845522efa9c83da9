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
  /// How the quotes of each passage come out; empty when there are none.
  private let balances: [Balance]

  private enum Balance: UInt8 {
    case even, opens, closes
  }

  private let marks: [UInt8]

  init(_ document: PolicyDocument, quotes: [Int]) {
    all = document.passages.map(\.span.bytes)
    headings = document.sections.compactMap { $0.headingSpan?.bytes }
    lastSentence = document.sentences.last?.span.bytes ?? 0..<0
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
