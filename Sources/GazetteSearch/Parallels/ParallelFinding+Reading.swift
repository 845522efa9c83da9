import GazetteDocument
import GazetteQuotations

extension ParallelFinding {
  /// Turns a pair of places into passages that can be quoted.
  init(_ pair: PassagePair, left: CitedPassage, right: CitedPassage) {
    self.left = left
    self.right = right
    kind = pair.kind
    likeness = pair.likeness
    weight = pair.weight
    shared = pair.shared
    if pair.kind == .translation {
      let facts = (left: Self.figures(of: left), right: Self.figures(of: right))
      onlyLeft = Self.sorted(facts.left.subtracting(facts.right))
      onlyRight = Self.sorted(facts.right.subtracting(facts.left))
    } else {
      (onlyLeft, onlyRight) = ([], [])
    }
    var stretches: [Stretch] = []
    for (one, other) in Self.sentences(of: pair, left, right) {
      let (first, second) = (Self.text(of: left, one), Self.text(of: right, other))
      stretches.append(
        Stretch(
          left: first.text, leftSpan: first.span, right: second.text, rightSpan: second.span,
          pieces: pair.kind == .translation ? [] : WordDifference.pieces(first.text, second.text)))
    }
    self.stretches = stretches
  }

  /// What a passage says in figures.
  private static func figures(of passage: CitedPassage) -> Set<PassageFact> {
    PassageFact.facts(in: passage.text, isChinese: passage.passage.language.isChinese)
      .filter(\.isFigure)
  }

  private static func sorted(_ facts: Set<PassageFact>) -> [PassageFact] {
    facts.sorted { $0.text < $1.text }
  }

  /// The sentences that hold the stretches of a pair; stretches with a sentence in common become one.
  private static func sentences(
    of pair: PassagePair, _ left: CitedPassage, _ right: CitedPassage
  ) -> [(left: ClosedRange<Int>, right: ClosedRange<Int>)] {
    var found: [(left: ClosedRange<Int>, right: ClosedRange<Int>)] = []
    for stretch in pair.stretches {
      guard var one = places(of: left, stretch.left), var other = places(of: right, stretch.right)
      else { continue }
      while let place = found.firstIndex(where: {
        $0.left.overlaps(one) || $0.right.overlaps(other)
      }) {
        let taken = found.remove(at: place)
        one =
          min(one.lowerBound, taken.left.lowerBound)...max(one.upperBound, taken.left.upperBound)
        other =
          min(
            other.lowerBound, taken.right.lowerBound)...max(
            other.upperBound, taken.right.upperBound)
      }
      found.append((one, other))
    }
    return found.sorted { $0.left.lowerBound < $1.left.lowerBound }
  }

  /// The sentences of a passage that a range of bytes touches.
  private static func places(of passage: CitedPassage, _ bytes: Range<Int>) -> ClosedRange<Int>? {
    let touched = passage.sentences.indices.filter {
      passage.sentences[$0].sentence.span.bytes.overlaps(bytes)
    }
    guard let first = touched.first, let last = touched.last else { return nil }
    return first...last
  }

  /// The words from one sentence of a passage to another.
  private static func text(
    of passage: CitedPassage, _ sentences: ClosedRange<Int>
  ) -> (text: String, span: TextSpan) {
    let start = passage.sentences[sentences.lowerBound].sentence.span.start
    let end = passage.sentences[sentences.upperBound].sentence.span.end
    let offset = start.byte - passage.passage.span.start.byte
    let bytes = passage.text.utf8.dropFirst(max(0, offset)).prefix(max(0, end.byte - start.byte))
    return (String(decoding: bytes, as: UTF8.self), TextSpan(start: start, end: end))
  }
}
