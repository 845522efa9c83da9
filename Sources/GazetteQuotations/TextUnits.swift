/// The units that are compared within one language: sentences, or clauses of a long one, as numbers of their words.
///
/// Takes some fifty bytes for a unit and four for a word.
struct TextUnits {
  /// One unit.
  struct Unit {
    /// The passage, as a number among all of them.
    let passage: Int32
    /// Where it stands in the document's text.
    let start: Int32
    let end: Int32
    /// Its words in `terms`, then its concepts.
    let firstTerm: Int32
    let firstConcept: Int32
    let lastTerm: Int32
    let isHan: Bool
  }

  private(set) var units: [Unit] = []
  /// The words of all units, each a number from 0; concepts have their highest bit set.
  private(set) var terms: [UInt32] = []
  /// Of each word whether it is a pair of Han characters.
  private var hanWords: [Bool] = []
  /// How many words there are.
  var vocabulary: Int { hanWords.count }

  private var numbers: [UInt64: UInt32] = [:]
  private var sequence = TermSequence()

  /// The bit that tells concepts from words.
  static let conceptBit: UInt32 = 1 << 31
  /// A unit ends at a clause with this many words, and at a sentence with the second number of them.
  private static let clauseLeast = (latin: 10, han: 14)
  private static let sentenceLeast = (latin: 6, han: 7)
  /// A unit ends at any word when it has this many.
  private static let most = 48

  /// Adds the units of one passage.
  ///
  /// - Parameters:
  ///   - utf8: The document's text.
  ///   - bytes: Where the passage stands.
  ///   - passage: Its number.
  ///   - concepts: Where concepts are mentioned, with their numbers, by rising start.
  mutating func add(
    _ utf8: [UInt8], _ bytes: Range<Int>, passage: Int,
    concepts: [(number: UInt32, range: Range<Int>)]
  ) {
    sequence.read(utf8[bytes])
    let words = sequence.terms
    guard !words.isEmpty else { return }
    let isHan = words.count { $0.isHan } * 2 > words.count
    let ends = Self.ends(of: words, in: utf8, isHan: isHan)
    var first = 0
    var next = concepts[...]
    for end in ends {
      let place = (words[first].start, words[end - 1].end)
      let firstTerm = terms.count
      for word in words[first..<end] { terms.append(number(of: word)) }
      let firstConcept = terms.count
      while let concept = next.first, concept.range.lowerBound < place.1 {
        terms.append(Self.conceptBit | concept.number)
        next.removeFirst()
      }
      units.append(
        Unit(
          passage: Int32(truncatingIfNeeded: passage),
          start: Int32(truncatingIfNeeded: place.0), end: Int32(truncatingIfNeeded: place.1),
          firstTerm: Int32(truncatingIfNeeded: firstTerm),
          firstConcept: Int32(truncatingIfNeeded: firstConcept),
          lastTerm: Int32(truncatingIfNeeded: terms.count), isHan: isHan))
      first = end
    }
  }

  /// Behind which words units end.
  private static func ends(
    of words: [TermSequence.Term], in utf8: [UInt8], isHan: Bool
  ) -> [Int] {
    let clause = isHan ? clauseLeast.han : clauseLeast.latin
    let sentence = isHan ? sentenceLeast.han : sentenceLeast.latin
    var ends: [Int] = []
    var start = 0
    for index in words.indices {
      let count = index + 1 - start
      let isLast = index + 1 == words.count
      let gap =
        isLast
        ? .nothing : ClauseMarks.gap(in: utf8, from: words[index].end, to: words[index + 1].start)
      guard
        isLast || count >= most || (gap == .sentence && count >= sentence)
          || (gap == .clause && count >= clause)
      else { continue }
      // What is left over belongs to the unit before it.
      if isLast, count < sentence, let last = ends.indices.last {
        ends[last] = words.count
      } else {
        ends.append(index + 1)
      }
      start = index + 1
    }
    return ends
  }

  private mutating func number(of word: TermSequence.Term) -> UInt32 {
    if let number = numbers[word.key] { return number }
    let number = UInt32(truncatingIfNeeded: hanWords.count)
    numbers[word.key] = number
    hanWords.append(word.isHan)
    return number
  }

  /// Whether a word is a pair of Han characters.
  func isHan(_ word: UInt32) -> Bool { hanWords[Int(word)] }

  /// The words of a unit.
  func words(of unit: Int) -> ArraySlice<UInt32> {
    terms[Int(units[unit].firstTerm)..<Int(units[unit].firstConcept)]
  }

  /// The words and concepts of a unit.
  func all(of unit: Int) -> ArraySlice<UInt32> {
    terms[Int(units[unit].firstTerm)..<Int(units[unit].lastTerm)]
  }

  /// The concepts of a unit, as numbers with their highest bit set.
  func concepts(of unit: Int) -> ArraySlice<UInt32> {
    terms[Int(units[unit].firstConcept)..<Int(units[unit].lastTerm)]
  }
}
