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

  /// A mention of which it is not settled yet whether it counts, and thus neither what is a part of it.
  struct Candidate {
    let concept: Int
    let label: Int
    /// Where it stands in the text that was searched: bytes.
    var range: Range<Int>
    /// Where it stands in the folded text.
    let match: LabelMatch
    /// Whether it counts whatever stands around it.
    let isSure: Bool
  }

  /// Which version of the rules of matching this is: another one finds other mentions in the same words.
  package static let version = 4

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
        for index in Self.byStatus(list) {
          let owner = LabelOwner(concept: place, label: index, isNegative: isNegative)
          let folded = text.folded(list[index].text)
          for spelling in Self.spellings(of: folded) { add(spelling, owner) }
        }
      }
    }
    automaton = LabelAutomaton(labels)
    self.owners = owners
  }

  /// The numbers of some labels, the best status first; of one status in their order.
  private static func byStatus(_ labels: [ConceptLabel]) -> [Int] {
    ConceptLabel.Status.allCases.flatMap { status in
      labels.indices.filter { labels[$0].status == status }
    }
  }

  /// The bytes by which a label is found: labels that are read alike have the same.
  package static func folded(_ label: String) -> [UInt8] {
    var text = LabelText()
    return text.folded(label)
  }

  /// The folded spellings of a label: with its commas and without, likewise the full stops of abbreviations, with its numbers in
  /// words and in digits.
  static func spellings(of folded: [UInt8]) -> [[UInt8]] {
    guard !folded.isEmpty else { return [] }
    var spellings = [folded]
    // 中央统筹、省负总责 is written without the mark too; between words a comma stays.
    if folded.contains(0x2C), !folded.contains(where: { $0 &- 0x61 < 26 }) {
      spellings.append(folded.filter { $0 != 0x2C })
    }
    // No 1 document, as others write No. 1 document; in 1.8 billion the mark stays.
    let full = withoutAbbreviation(folded)
    if full != folded { spellings.append(full) }
    return spellings + spellings.flatMap { NumeralVariants.variants(of: $0) }
  }

  /// A folded label without the full stops behind letters.
  private static func withoutAbbreviation(_ folded: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (place, byte) in folded.enumerated() {
      if byte == 0x2E, place > 0, folded[place - 1] &- 0x61 < 26 {
        if place + 1 < folded.count, LabelAutomaton.isWord(folded[place + 1]) { bytes.append(0x20) }
      } else {
        bytes.append(byte)
      }
    }
    return bytes
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
    return Self.tags(candidates(in: utf8[...], &text, &matches))
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
    matches.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    var candidates: [Candidate] = []
    for match in matches {
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
            concept: owner.concept, label: owner.label, range: range, match: match,
            isSure: !label.needsContext || Self.isQuoted(utf8, range)))
      }
    }
    return candidates
  }

  /// The mentions that some candidates in the order of the text are, now that all of them count.
  static func tags(_ counted: [Candidate]) -> [ConceptTag] {
    guard !counted.isEmpty else { return [] }
    let parts = parts(of: counted.map(\.match))
    return zip(counted, parts).map { candidate, isPart in
      ConceptTag(
        concept: candidate.concept, label: candidate.label, range: candidate.range, isPart: isPart)
    }
  }

  /// Of some matches, by rising start and of one start the longest first, whether each is a part of another.
  ///
  /// Of matches that overlap the longest is taken, of two as long the first; what overlaps one that is taken is a part. One that
  /// does not count, for want of evidence or inside a negative label, must not be among them: nothing is a part of it.
  package static func parts(of matches: [LabelMatch]) -> [Bool] {
    var isPart = [Bool](repeating: false, count: matches.count)
    var from = 0
    while from < matches.count {
      // Matches that hang together by overlapping.
      var end = matches[from].end
      var to = from + 1
      while to < matches.count, matches[to].start < end {
        end = max(end, matches[to].end)
        to += 1
      }
      if to - from > 1 {
        var taken: [LabelMatch] = []
        let order = (from..<to).sorted { left, right in
          let (first, second) = (matches[left], matches[right])
          return (first.start - first.end, first.start, left)
            < (second.start - second.end, second.start, right)
        }
        for index in order {
          let match = matches[index]
          // One label of several concepts is no part of itself.
          isPart[index] = taken.contains {
            $0.start < match.end && match.start < $0.end && $0 != match
          }
          if !isPart[index] { taken.append(match) }
        }
      }
      from = to
    }
    return isPart
  }

  /// Whether quotation marks stand around a range.
  private static func isQuoted(_ utf8: ArraySlice<UInt8>, _ range: Range<Int>) -> Bool {
    QuotationMarks.opens(utf8, before: range.lowerBound)
      && QuotationMarks.closes(utf8, at: range.upperBound)
  }
}
