internal import GazetteAnalysis
public import GazetteDocument

/// Finds the concepts of a thesaurus in texts: every rendering by one automaton, the longest first.
///
/// What is written differently and read alike is found alike: letter case, width, Traditional characters, plurals, hyphens,
/// quotation marks, -ise and -ize, numbers in digits and in words. A label that is an ordinary word too counts only
/// with evidence near by; what stands inside a negative label does not count.
public struct ConceptMatcher: Sendable {
  /// The concepts that are found.
  public let thesaurus: Thesaurus
  /// The automaton over the folded labels.
  package let automaton: LabelAutomaton
  /// Whose label each of the automaton's is.
  package let owners: [[LabelOwner]]

  /// The ids of the concepts as UTF-8, by their numbers.
  package let names: [[UInt8]]

  /// A mention of which it is not settled yet whether it counts.
  struct Candidate {
    var tag: ConceptTag
    /// Whether it counts whatever stands around it.
    let isSure: Bool
  }

  /// Which version of the rules of matching this is: another one finds other mentions in the same words.
  package static let version = 3

  /// Compiles the labels of a thesaurus; costs about a microsecond for each byte of them.
  public init(_ thesaurus: Thesaurus) {
    self.thesaurus = thesaurus
    names = thesaurus.concepts.map { Array($0.id.utf8) }
    var text = LabelText()
    var numbers: [[UInt8]: Int] = [:]
    var labels: [[UInt8]] = []
    var owners: [[LabelOwner]] = []
    func add(_ folded: [UInt8], _ owner: LabelOwner) {
      let number = numbers[folded] ?? labels.count
      if number == labels.count {
        numbers[folded] = number
        labels.append(folded)
        owners.append([])
      }
      // One concept has a label once, by the best of its statuses.
      if !owners[number].contains(where: {
        $0.concept == owner.concept && $0.isNegative == owner.isNegative
      }) {
        owners[number].append(owner)
      }
    }
    for (place, concept) in thesaurus.concepts.enumerated() {
      for (list, isNegative) in [(concept.labels, false), (concept.negativeLabels, true)] {
        for (index, label) in list.enumerated() {
          let owner = LabelOwner(concept: place, label: index, isNegative: isNegative)
          let folded = text.folded(label.text)
          for spelling in Self.spellings(of: folded) { add(spelling, owner) }
        }
      }
    }
    automaton = LabelAutomaton(labels)
    self.owners = owners
  }

  /// The bytes by which a label is found: labels that are read alike have the same.
  package static func folded(_ label: String) -> [UInt8] {
    var text = LabelText()
    return text.folded(label)
  }

  /// The folded spellings of a label: with its commas and without, with its numbers in words and in digits.
  static func spellings(of folded: [UInt8]) -> [[UInt8]] {
    guard !folded.isEmpty else { return [] }
    var spellings = [folded]
    // 中央统筹、省负总责 is written without the mark too; between words a comma stays.
    if folded.contains(0x2C), !folded.contains(where: { $0 &- 0x61 < 26 }) {
      spellings.append(folded.filter { $0 != 0x2C })
    }
    return spellings + spellings.flatMap { NumeralVariants.variants(of: $0) }
  }

  // MARK: Finding

  /// The mentions in a text that stands by itself, such as a query: a label that needs context counts too.
  ///
  /// - Parameter utf8: The text.
  /// - Returns: The mentions by rising start; of those with one start the longest first.
  public func mentions(in utf8: [UInt8]) -> [ConceptMention] {
    tags(in: utf8).map(mention)
  }

  /// The mentions in the passages and headings of a document, those that need context where there is some.
  ///
  /// Evidence for a label is a sure mention of its field in the passage or beside it, quotation marks around it, or a document of
  /// the field: one whose title mentions it, or with three sure mentions of two of its concepts. A heading stands at the
  /// passage that follows it.
  ///
  /// - Parameter document: The document.
  /// - Returns: For each passage and each heading its mentions, as ranges of the document's text.
  public func mentions(in document: PolicyDocument) -> DocumentMentions<ConceptMention> {
    tags(in: document).mapping(mention)
  }

  /// The mentions in a text that stands by itself, by their numbers.
  package func tags(in utf8: [UInt8]) -> [ConceptTag] {
    var text = LabelText()
    var matches: [LabelMatch] = []
    return candidates(in: utf8[...], &text, &matches).map(\.tag)
  }

  private func mention(_ tag: ConceptTag) -> ConceptMention {
    let concept = thesaurus.concepts[tag.concept]
    return ConceptMention(
      concept: concept.id, label: concept.labels[tag.label], range: tag.range, isPart: tag.isPart)
  }

  /// What may be mentioned in a text, as ranges of the array that it is a slice of.
  func candidates(
    in utf8: ArraySlice<UInt8>, _ text: inout LabelText, _ matches: inout [LabelMatch]
  ) -> [Candidate] {
    matches.removeAll(keepingCapacity: true)
    unsafe utf8.withUnsafeBufferPointer { unsafe text.fold($0) }
    automaton.matches(in: text, into: &matches)
    guard !matches.isEmpty else { return [] }
    let negative = matches.filter { owners[Int($0.label)].contains(where: \.isNegative) }
    var candidates: [Candidate] = []
    for (match, isPart) in Self.ordered(matches) {
      let source = text.source(of: Int(match.start)..<Int(match.end))
      let range = source.lowerBound + utf8.startIndex..<source.upperBound + utf8.startIndex
      for owner in owners[Int(match.label)] where !owner.isNegative {
        let isDenied = negative.contains { other in
          other.start <= match.start && match.end <= other.end
            && owners[Int(other.label)].contains { $0.isNegative && $0.concept == owner.concept }
        }
        if isDenied { continue }
        let label = thesaurus.concepts[owner.concept].labels[owner.label]
        candidates.append(
          Candidate(
            tag: ConceptTag(
              concept: owner.concept, label: owner.label, range: range, isPart: isPart),
            isSure: !label.needsContext || Self.isQuoted(utf8, range)))
      }
    }
    return candidates
  }

  /// The matches by rising start, the longest of one start first, and whether each is a part of one that was taken.
  ///
  /// Of matches that overlap the longest is taken, of two as long the first.
  package static func ordered(_ matches: [LabelMatch]) -> [(match: LabelMatch, isPart: Bool)] {
    let sorted = matches.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
    var isPart = [Bool](repeating: false, count: sorted.count)
    var from = 0
    while from < sorted.count {
      // Matches that hang together by overlapping.
      var end = sorted[from].end
      var to = from + 1
      while to < sorted.count, sorted[to].start < end {
        end = max(end, sorted[to].end)
        to += 1
      }
      if to - from > 1 {
        var taken: [LabelMatch] = []
        let order = (from..<to).sorted { left, right in
          let (first, second) = (sorted[left], sorted[right])
          return (first.start - first.end, first.start, left)
            < (second.start - second.end, second.start, right)
        }
        for index in order {
          let match = sorted[index]
          isPart[index] = taken.contains { $0.start < match.end && match.start < $0.end }
          if !isPart[index] { taken.append(match) }
        }
      }
      from = to
    }
    return zip(sorted, isPart).map { ($0, $1) }
  }

  /// Whether quotation marks stand around a range.
  private static func isQuoted(_ utf8: ArraySlice<UInt8>, _ range: Range<Int>) -> Bool {
    QuotationMarks.opens(utf8, before: range.lowerBound)
      && QuotationMarks.closes(utf8, at: range.upperBound)
  }
}
