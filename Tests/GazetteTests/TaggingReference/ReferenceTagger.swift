import GazetteAnalysis
import GazetteConcepts

/// Finds the concepts of a thesaurus slowly: every spelling of every label at every place, by the rules as they are written.
///
/// It shares the folding of texts with the matcher, and nothing else.
struct ReferenceTagger {
  private struct Owner {
    let concept: Int
    let label: ConceptLabel
    let isNegative: Bool
  }

  /// A label that stands somewhere, as a range of folded bytes, whether it counts or not.
  private struct Occurrence {
    let range: Range<Int>
    let owners: [Owner]
  }

  /// A mention that counts at once, or only with evidence near by, as a range of folded bytes and one of the text.
  struct Candidate {
    var mention: ReferenceMention
    let concept: Int
    let isSure: Bool
    let folded: Range<Int>
  }

  let concepts: [Concept]
  private var owners: [[UInt8]: [Owner]] = [:]
  /// The spellings by the two bytes with which they begin.
  private var spellings: [[UInt8]: [[UInt8]]] = [:]

  init(_ thesaurus: Thesaurus) {
    concepts = thesaurus.concepts
    let ranks: [ConceptLabel.Status] = [.preferred, .alias, .hidden, .broken]
    for (number, concept) in concepts.enumerated() {
      // The best status first; of two labels alike the first counts.
      let sorted: [ConceptLabel] = ranks.flatMap { rank in
        concept.labels.filter { $0.status == rank }
      }
      for label in sorted { add(Owner(concept: number, label: label, isNegative: false)) }
      for label in concept.negativeLabels {
        add(Owner(concept: number, label: label, isNegative: true))
      }
    }
    for spelling in owners.keys {
      spellings[Array(spelling.prefix(2)), default: []].append(spelling)
    }
  }

  private mutating func add(_ owner: Owner) {
    let folded = String(decoding: Self.fold(Array(owner.label.text.utf8)).bytes, as: UTF8.self)
    for spelling in ReferenceSpellings.spellings(of: folded) where spelling.utf8.count >= 2 {
      let isKnown = owners[Array(spelling.utf8)]?.contains {
        $0.concept == owner.concept && $0.isNegative == owner.isNegative
      }
      if isKnown != true { owners[Array(spelling.utf8), default: []].append(owner) }
    }
  }

  private static func fold(_ utf8: [UInt8]) -> (bytes: [UInt8], text: LabelText) {
    var text = LabelText()
    utf8.withUnsafeBufferPointer { text.fold($0) }
    return (Array(text.utf8.prefix(text.count)), text)
  }

  // MARK: Finding

  /// What may be mentioned in a text, in the order of the text; of what begins alike the longest first.
  func candidates(in utf8: [UInt8]) -> [Candidate] {
    let (bytes, text) = Self.fold(utf8)
    let occurrences = allOccurrences(in: bytes)
    var candidates: [Candidate] = []
    for occurrence in occurrences {
      let source = text.source(of: occurrence.range)
      for owner in occurrence.owners where !owner.isNegative {
        if isDenied(owner, at: occurrence.range, occurrences) { continue }
        let mention = ReferenceMention(
          concepts[owner.concept].id, owner.label, at: source, isPart: false)
        candidates.append(
          Candidate(
            mention: mention, concept: owner.concept,
            isSure: !owner.label.needsContext || Self.isQuoted(source, in: utf8),
            folded: occurrence.range))
      }
    }
    return candidates
  }

  private func allOccurrences(in bytes: [UInt8]) -> [Occurrence] {
    func isWord(_ place: Int) -> Bool {
      guard bytes.indices.contains(place) else { return false }
      return (0x61...0x7A).contains(bytes[place]) || (0x30...0x39).contains(bytes[place])
    }
    var found: [Occurrence] = []
    for start in bytes.indices {
      if isWord(start), isWord(start - 1) { continue }
      for spelling in spellings[Array(bytes[start...].prefix(2))] ?? [] {
        let end = start + spelling.count
        guard bytes[start...].starts(with: spelling), !(isWord(end - 1) && isWord(end)) else {
          continue
        }
        found.append(Occurrence(range: start..<end, owners: owners[spelling] ?? []))
      }
    }
    return found.sorted {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }
  }

  /// What some candidates are when all of them count, and nothing else does: the longest, of two as long the first, is taken, then
  /// the longest of the rest that overlaps none taken, and so on; what is left is a part of what was taken.
  static func mentions(_ counted: [Candidate]) -> [ReferenceMention] {
    var left = Set(counted.map(\.folded))
    var taken: [Range<Int>] = []
    while let longest = left.min(by: { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }) {
      if !taken.contains(where: longest.overlaps) { taken.append(longest) }
      left.remove(longest)
    }
    return counted.map { taken.contains($0.folded) ? $0.mention : $0.mention.asPart() }
  }

  /// Whether a label stands inside a negative label of its concept.
  private func isDenied(_ owner: Owner, at range: Range<Int>, _ all: [Occurrence]) -> Bool {
    all.contains { other in
      other.range.lowerBound <= range.lowerBound && range.upperBound <= other.range.upperBound
        && other.owners.contains { $0.isNegative && $0.concept == owner.concept }
    }
  }

  private static func isQuoted(_ range: Range<Int>, in utf8: [UInt8]) -> Bool {
    let before = String(decoding: utf8[..<range.lowerBound], as: UTF8.self).unicodeScalars.last
    let after = String(decoding: utf8[range.upperBound...], as: UTF8.self).unicodeScalars.first
    guard let before, let after else { return false }
    return "\"'＂“‘「『《〈«".unicodeScalars.contains(before)
      && "\"'＂”’」』》〉»".unicodeScalars.contains(after)
  }

  // MARK: Fields

  /// The widest concept above one; of a circle the first of its concepts.
  func field(of concept: Int) -> Int {
    var path = [concept]
    while let place = path.last, let broader = concepts[place].broader,
      let next = concepts.firstIndex(where: { $0.id == broader })
    {
      if let start = path.firstIndex(of: next) { return path[start...].min() ?? place }
      path.append(next)
    }
    return path.last ?? concept
  }
}
