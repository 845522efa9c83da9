import Gazette

/// How the tags of texts compare with what a reader found in them.
struct MentionScore {
  /// A name of a concept, by its place in the solid text.
  struct Mention: Hashable {
    let concept: String
    let range: Range<Int>
  }

  private(set) var found = 0
  private(set) var missed = 0
  private(set) var wrong = 0
  /// What was missed or wrong, a line each.
  private(set) var faults: [String] = []

  /// How many of the tags are right.
  var precision: Double { Double(found) / Double(max(1, found + wrong)) }
  /// How many of the mentions are tagged.
  var recall: Double { Double(found) / Double(max(1, found + missed)) }

  /// Compares the tags of a text with the mentions that a reader listed.
  ///
  /// A tag of the concept that overlaps a mention finds it; one within a mention, or on open words, is neither asked for nor wrong.
  mutating func compare(
    _ tags: [Mention], with expected: [Mention], open: [Range<Int>], in text: SolidText,
    place: String
  ) {
    var isUsed = [Bool](repeating: false, count: tags.count)
    for mention in expected {
      let hits = tags.indices.filter {
        tags[$0].concept == mention.concept && tags[$0].range.overlaps(mention.range)
      }
      if hits.isEmpty {
        missed += 1
        note("missed", mention, text, place)
      } else {
        found += 1
      }
      for hit in hits { isUsed[hit] = true }
    }
    for (index, tag) in tags.enumerated() where !isUsed[index] {
      let isWithin = expected.contains {
        $0.range.lowerBound <= tag.range.lowerBound && tag.range.upperBound <= $0.range.upperBound
      }
      guard !isWithin, !open.contains(where: tag.range.overlaps) else { continue }
      wrong += 1
      note("wrong", tag, text, place)
    }
  }

  /// Compares concepts where only their number in a sentence is known.
  mutating func compare(_ tags: [String], with expected: [String], place: String) {
    var left = tags
    for concept in expected {
      if let index = left.firstIndex(of: concept) {
        left.remove(at: index)
        found += 1
      } else {
        missed += 1
        faults.append("missed \(concept) \(place)")
      }
    }
    for concept in left {
      wrong += 1
      faults.append("wrong \(concept) \(place)")
    }
  }

  private mutating func note(
    _ fault: String, _ mention: Mention, _ text: SolidText, _ place: String
  ) {
    let words = String(decoding: text.bytes[mention.range], as: UTF8.self)
    faults.append("\(fault) \(mention.concept) “\(words)” \(place)")
  }
}
