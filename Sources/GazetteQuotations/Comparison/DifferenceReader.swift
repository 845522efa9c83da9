internal import GazetteDocument

/// Finds where the words of a draft and of its source differ, and what the differences touch.
struct DifferenceReader {
  private let draft: ComparedText
  private let source: ComparedText
  private let guards = GuardWords.standard

  init(draft: ComparedText, source: ComparedText) {
    self.draft = draft
    self.source = source
  }

  /// What two stretches have in common.
  struct Alignment {
    /// The words that both have, as places in the draft and in the source.
    let matches: [(draft: Int, source: Int)]

    /// How many words both have.
    var shared: Int { matches.count }

    /// In how many unbroken pieces they stand in the source.
    var pieces: Int {
      zip(matches, matches.dropFirst()).reduce(matches.isEmpty ? 0 : 1) {
        $1.1.source == $1.0.source + 1 ? $0 : $0 + 1
      }
    }

    /// From the first of them to the last in the source; `nil` for none.
    var tightened: Range<Int>? {
      guard let first = matches.first, let last = matches.last else { return nil }
      return first.source..<last.source + 1
    }
  }

  /// Aligns two stretches by the most words that both have in their order.
  func alignment(_ drafted: Range<Int>, _ sourced: Range<Int>) -> Alignment {
    var numbers: [UInt64: UInt32] = [:]
    func number(_ word: ComparedText.Word) -> UInt32 {
      if let known = numbers[word.key] { return known }
      let number = UInt32(truncatingIfNeeded: numbers.count)
      numbers[word.key] = number
      return number
    }
    let alignment = SequenceAlignment(
      draft.words[drafted].map(number), source.words[sourced].map(number))
    return Alignment(
      matches: alignment.matches.map {
        ($0.left + drafted.lowerBound, $0.right + sourced.lowerBound)
      })
  }

  /// The differences of two stretches, in the order of the text, and how many words both have.
  ///
  /// - Parameters:
  ///   - drafted: Places of words of the draft.
  ///   - sourced: Places of words of the source.
  /// - Returns: The differences; none when the words are the same.
  func differences(
    _ drafted: Range<Int>, _ sourced: Range<Int>
  ) -> (found: [QuotationDifference], shared: Int) {
    let alignment = alignment(drafted, sourced)
    var found: [QuotationDifference] = []
    var (one, other) = (drafted.lowerBound, sourced.lowerBound)
    let ends = alignment.matches + [(drafted.upperBound, sourced.upperBound)]
    for (left, right) in ends {
      if one < left || other < right { found.append(difference(one..<left, other..<right)) }
      (one, other) = (left + 1, right + 1)
    }
    return (found, alignment.shared)
  }

  /// What one difference touches.
  func difference(_ drafted: Range<Int>, _ sourced: Range<Int>) -> QuotationDifference {
    QuotationDifference(
      kind: kind(drafted, sourced), draft: draft.text(ofWords: drafted),
      source: source.text(ofWords: sourced))
  }

  private func kind(_ drafted: Range<Int>, _ sourced: Range<Int>) -> QuotationDifference.Kind {
    // 不低于 and 低于: the word that denies, whatever word it is part of.
    if denies(drafted, draft) != denies(sourced, source) { return .negation }
    let left = guarded(drafted, draft)
    let right = guarded(sourced, source)
    for kind in [QuotationDifference.Kind.negation, .date, .number, .modality] {
      let (one, other) = (left[kind] ?? [], right[kind] ?? [])
      guard one != other else { continue }
      if kind == .number, isDate(drafted, draft) || isDate(sourced, source) { return .date }
      return kind
    }
    if isNumeral(drafted, draft), isNumeral(sourced, source), !drafted.isEmpty || !sourced.isEmpty {
      return isDate(drafted, draft) || isDate(sourced, source) ? .date : .number
    }
    return .words
  }

  private static let denials = Set(
    ["不", "未", "无", "没", "勿", "not", "no", "never"].map { Array($0.utf8) })

  /// Whether a stretch is nothing but a word that denies.
  private func denies(_ range: Range<Int>, _ text: ComparedText) -> Bool {
    range.count == 1
      && Self.denials.contains(
        Array(text.utf8[text.words[range.lowerBound].bytes]).map { $0 < 0x80 ? $0 | 0x20 : $0 })
  }

  private func guarded(
    _ range: Range<Int>, _ text: ComparedText
  ) -> [QuotationDifference.Kind: [UInt64]] {
    var words: [QuotationDifference.Kind: [UInt64]] = [:]
    for found in guards.found(in: range, of: text) {
      words[found.kind, default: []] += text.words[found.range].map(\.key)
    }
    return words
  }

  /// Whether a stretch is nothing but Han numerals; an empty one is.
  private func isNumeral(_ range: Range<Int>, _ text: ComparedText) -> Bool {
    range.allSatisfy { place in
      let bytes = text.utf8[text.words[place].bytes]
      return text.words[place].kind == .han && Self.numerals.contains(Array(bytes))
    }
  }

  private static let numerals = Set(
    "〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟廿".map { Array(String($0).utf8) })

  private static let units = Set("年月日号季".map { Array(String($0).utf8) })

  /// Whether a number belongs to a date: before 年, 月, 日; a year of four digits; beside the name of a month.
  private func isDate(_ range: Range<Int>, _ text: ComparedText) -> Bool {
    let words = text.words
    for place in range where words[place].kind == .number {
      let bytes = text.utf8[words[place].bytes]
      if bytes.count == 4, bytes.first == 0x31 || bytes.first == 0x32 { return true }
    }
    if let next = words.indices.contains(range.upperBound) ? range.upperBound : nil,
      words[next].kind == .han, Self.units.contains(Array(text.utf8[words[next].bytes]))
    {
      return !range.isEmpty
    }
    for place in [range.lowerBound - 1, range.upperBound] where words.indices.contains(place) {
      let beside = guards.found(in: place..<place + 1, of: text)
      if words[place].kind == .word, beside.contains(where: { $0.kind == .date }) {
        return !range.isEmpty
      }
    }
    return false
  }
}
