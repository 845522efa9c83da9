private import CGazetteData
internal import GazetteAnalysis

/// The words that turn what a sentence says: negation, modality, numbers and dates.
package struct GuardWords: Sendable {
  /// A word that turns what is said, at its place.
  package struct Found: Sendable, Hashable {
    /// What it is.
    package let kind: QuotationDifference.Kind
    /// Whether it says little by itself, and counts only where words are exchanged.
    package let isWeak: Bool
    /// The places of its words.
    package let range: Range<Int>
  }

  private struct Entry: Sendable {
    let keys: [UInt64]
    /// `nil` for a word that is none of them although one stands in it.
    let kind: QuotationDifference.Kind?
    let isWeak: Bool
  }

  /// The entries by their first word, the longest first.
  private var entries: [UInt64: [Entry]] = [:]

  /// The table that was compiled into the program, read once.
  package static let standard = GuardWords()

  private init() {
    let table = gazette_table_guard_words()
    let text = String(
      decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    var kind: QuotationDifference.Kind?
    var isWeak = false
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        let words = line.dropFirst().dropLast().split(separator: " ")
        kind = words.first.flatMap { QuotationDifference.Kind(rawValue: String($0)) }
        isWeak = words.count > 1
        continue
      }
      for word in line.split(separator: ",") {
        let keys = ComparedText(Array(word.utf8)).words.map(\.key)
        guard let first = keys.first else { continue }
        entries[first, default: []].append(Entry(keys: keys, kind: kind, isWeak: isWeak))
      }
    }
    for key in entries.keys {
      entries[key]?.sort { $0.keys.count > $1.keys.count }
    }
  }

  /// The words of a stretch that turn what is said, in the order of the text.
  ///
  /// What stands in a word of the whole text that is none of them is passed over. Costs time linear in the text.
  ///
  /// - Parameters:
  ///   - range: The stretch, as places of words.
  ///   - text: The text.
  /// - Returns: The words that touch the stretch.
  package func found(in range: Range<Int>, of text: ComparedText) -> [Found] {
    guard !range.isEmpty else { return [] }
    var found: [Found] = []
    let words = text.words
    // A word that is none of them may begin before the stretch.
    var place = max(0, range.lowerBound - 4)
    while place < range.upperBound {
      let entry = longest(in: words, at: place)
      let length = max(1, entry?.keys.count ?? 1)
      let own = place..<place + length
      let touches = own.upperBound > range.lowerBound
      if touches, let entry, let kind = entry.kind {
        found.append(Found(kind: kind, isWeak: entry.isWeak, range: own))
      } else if touches, entry == nil,
        words[place].kind == .number || Self.isShare(words[place], text)
      {
        found.append(Found(kind: .number, isWeak: false, range: own))
      }
      place += length
    }
    return found
  }

  private func longest(in words: [ComparedText.Word], at place: Int) -> Entry? {
    guard let known = entries[words[place].key] else { return nil }
    return known.first { entry in
      place + entry.keys.count <= words.count
        && entry.keys.indices.allSatisfy { words[place + $0].key == entry.keys[$0] }
    }
  }

  /// Whether a sign makes a share of the number before it.
  private static func isShare(_ word: ComparedText.Word, _ text: ComparedText) -> Bool {
    guard word.kind == .sign else { return false }
    let sign = text.utf8[word.bytes]
    return sign.elementsEqual("%".utf8) || sign.elementsEqual("％".utf8)
      || sign.elementsEqual("‰".utf8)
  }
}
