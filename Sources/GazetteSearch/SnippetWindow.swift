/// Chooses what of a long sentence is shown: the words around the matches, cut between Chinese characters and between English
/// words, and never inside a quotation, a title in 《》, a bracketed number or a number.
///
/// A Chinese character counts as one, a word or number as two: about as much as they say.
struct SnippetWindow {
  /// Shorter sentences are shown whole.
  static let wholeLimit = 320
  /// How much is shown on each side of a match.
  static let reach = 80
  /// So little is not left out.
  private static let leastGap = 24

  private enum Kind { case han, word, space, mark }

  /// Where the sentence may be cut, with how much stands before.
  private var cuts: [(byte: Int, units: Int)] = [(0, 0)]
  private var units = 0
  private let count: Int

  /// Looks for the places where a sentence may be cut.
  ///
  /// - Parameters:
  ///   - sentence: The sentence.
  ///   - solid: Stretches that are not cut either, in bytes of it.
  init(_ sentence: String, solid: [Range<Int>]) {
    count = sentence.utf8.count
    // Nothing shorter in bytes can be over the limit.
    guard count > Self.wholeLimit else { return }
    let solid = solid + QuotedSpans.spans(in: sentence)
    let isSolid = Self.marks(solid, count)
    var byte = 0
    var last = Kind.space
    var before: Unicode.Scalar = " "
    for character in sentence {
      guard let first = character.unicodeScalars.first else { continue }
      let kind = Self.kind(first)
      let isInside = last == .word && kind == .word || Self.joins(before, first)
      if byte > 0, !isInside, kind != .mark, !isSolid[byte] { cuts.append((byte, units)) }
      if kind == .han { units += 1 } else if kind == .word, last != .word { units += 2 }
      byte += character.utf8.count
      last = kind
      before = character.unicodeScalars.last ?? first
    }
    cuts.append((count, units))
  }

  /// The parts that are shown, in bytes of the sentence; the whole one when it is short.
  ///
  /// - Parameter lit: The matches, in the order of the text.
  /// - Returns: The parts, in the order of the text.
  func kept(around lit: [Range<Int>]) -> [Range<Int>] {
    guard units > Self.wholeLimit else { return [0..<count] }
    guard !lit.isEmpty else { return joined([0..<end(after: 0, reach: Self.reach * 2)]) }
    return joined(
      lit.map { start(before: $0.lowerBound)..<end(after: $0.upperBound, reach: Self.reach) })
  }

  /// The last cut at least `reach` before a place.
  private func start(before place: Int) -> Int {
    let own = cuts.lastIndex { $0.byte <= place } ?? 0
    let wanted = cuts[own].units - Self.reach
    return cuts.last { $0.units <= wanted && $0.byte <= place }?.byte ?? 0
  }

  /// The first cut at least `reach` behind a place.
  private func end(after place: Int, reach: Int) -> Int {
    let own = cuts.first { $0.byte >= place } ?? (count, units)
    let wanted = own.units + reach
    return cuts.first { $0.units >= wanted && $0.byte >= place }?.byte ?? count
  }

  /// Ranges that touch, or between which little is left out, become one.
  private func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, units(between: last.upperBound, range.lowerBound) < Self.leastGap {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    if let first = joined.first, units(between: 0, first.lowerBound) < Self.leastGap {
      joined[0] = 0..<first.upperBound
    }
    if let last = joined.last, units(between: last.upperBound, count) < Self.leastGap {
      joined[joined.count - 1] = last.lowerBound..<count
    }
    return joined
  }

  private func units(between start: Int, _ end: Int) -> Int {
    guard start < end else { return 0 }
    let before = cuts.last { $0.byte <= start }?.units ?? 0
    return (cuts.first { $0.byte >= end }?.units ?? units) - before
  }

  private static func marks(_ spans: [Range<Int>], _ count: Int) -> [Bool] {
    var isSolid = [Bool](repeating: false, count: count + 1)
    for span in spans where span.count > 1 {
      for byte in span.dropFirst() where byte < count { isSolid[byte] = true }
    }
    return isSolid
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    if scalar.properties.isIdeographic { return .han }
    if scalar.properties.isWhitespace { return .space }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .word : .mark
  }

  /// Whether two scalars that follow each other belong to one number, or to one word with a mark in it.
  private static func joins(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    let isRightNumber = right.properties.numericType != nil
    if left.properties.numericType != nil, isRightNumber { return true }
    switch left {
    case ".", ",", "，", "．", "-", "–", "—", "~", "～", "/", ":", "%", "％", "$", "¥", "￥", "€", "£",
      "'", "’", "§":
      return isRightNumber || left == "'" || left == "’" || left == "-"
    // What opens stays with what it opens.
    case "(", "（", "[", "［", "〔", "【", "“", "‘", "「", "『", "《", "〈", "«", "\"": return true
    default: return false
    }
  }
}
