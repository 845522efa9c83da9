import GazetteDocument

/// What two readings of one document have in common: headings and passages, contents pages apart.
struct OutlineAgreement {
  /// A heading, and how deep it lies.
  struct Heading: Hashable {
    var depth: Int
    var words: [UInt8]
  }

  /// How many of the headings and passages are the same, wherever they stand, from 0 to 1.
  let words: Double
  /// How much of the passages is the same in the same order: twice the longest common subsequence by both lengths.
  let passages: Double
  /// The same of the headings with their depths.
  let headings: Double

  init(_ left: PolicyDocument, _ right: PolicyDocument) {
    let headings = [left, right].map { OutlineAgreement.headings(of: $0) }
    let passages = [left, right].map { OutlineAgreement.passages(of: $0) }
    words = OutlineAgreement.common(
      headings[0].map(\.words) + passages[0], headings[1].map(\.words) + passages[1])
    self.passages = OutlineAgreement.share(passages[0], passages[1])
    self.headings = OutlineAgreement.share(headings[0], headings[1])
  }

  /// The headings of a document in the order of its text, folded; one of a number alone is that number.
  static func headings(of document: PolicyDocument) -> [Heading] {
    document.sections.dropFirst().map { section in
      Heading(
        depth: section.depth,
        words: folded(section.heading.isEmpty ? section.number ?? "" : section.heading))
    }
  }

  /// The words of the passages of a document in their order, folded, without the numbers of lists and notes in front: some
  /// forms print them and others keep them apart.
  static func passages(of document: PolicyDocument) -> [[UInt8]] {
    document.passages.map { passage in
      folded(withoutMark(document.text.string(in: passage.span)))
    }.filter { !$0.isEmpty }
  }

  /// A text without `(a)`, `iv.`, `12` or the like in front.
  private static func withoutMark(_ text: String) -> Substring {
    let mark = text.prefix { !$0.isWhitespace }
    let letters = mark.filter { $0.isLetter || $0.isNumber }
    let isMark =
      letters.count <= 2 && mark.last.map { ").".contains($0) } ?? false
      || letters.allSatisfy { "ivx".contains($0) } && mark.last.map { ").".contains($0) } ?? false
      || !letters.isEmpty && mark.allSatisfy { $0.isNumber || $0 == "." }
    return isMark ? text.dropFirst(mark.count) : text[...]
  }

  /// The letters and digits of a text, without case.
  static func folded(_ text: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      bytes += Array(scalar.properties.lowercaseMapping.utf8)
    }
    return bytes
  }

  /// How many elements both lists hold, twice, by the sum of their lengths; 1 for two empty ones.
  private static func common(_ left: [[UInt8]], _ right: [[UInt8]]) -> Double {
    guard !left.isEmpty || !right.isEmpty else { return 1 }
    var counts: [[UInt8]: Int] = [:]
    for element in left { counts[element, default: 0] += 1 }
    var shared = 0
    for element in right {
      guard let count = counts[element], count > 0 else { continue }
      counts[element] = count - 1
      shared += 1
    }
    return Double(2 * shared) / Double(left.count + right.count)
  }

  /// Twice the length of the longest common subsequence by the sum of both lengths; 1 for two empty ones.
  static func share<Element: Hashable>(_ left: [Element], _ right: [Element]) -> Double {
    guard !left.isEmpty || !right.isEmpty else { return 1 }
    var row = [Int](repeating: 0, count: right.count + 1)
    for element in left {
      var diagonal = 0
      for (place, other) in right.enumerated() {
        let above = row[place + 1]
        row[place + 1] = element == other ? diagonal + 1 : max(above, row[place])
        diagonal = above
      }
    }
    return Double(2 * (row.last ?? 0)) / Double(left.count + right.count)
  }
}
