import GazetteConcepts
import GazetteDocument
import GazetteSearch

/// All that is known of a mention, to be compared.
struct ReferenceMention: Hashable, Comparable, CustomStringConvertible {
  private(set) var range: Range<Int>
  let concept: String
  let label: String
  let language: String
  let status: String
  private(set) var isPart: Bool

  init(_ concept: String, _ label: ConceptLabel, at range: Range<Int>, isPart: Bool) {
    self.range = range
    self.concept = concept
    self.label = label.text
    language = label.language.tag
    status = label.status.rawValue
    self.isPart = isPart
  }

  init(_ mention: ConceptMention) {
    self.init(mention.concept, mention.label, at: mention.range, isPart: mention.isPart)
  }

  init(_ mention: CitedMention) {
    self.init(mention.concept, mention.label, at: mention.span.bytes, isPart: mention.isPart)
  }

  /// The same somewhere else.
  func moved(to range: Range<Int>) -> Self {
    var moved = self
    moved.range = range
    return moved
  }

  /// The same as a part of something longer.
  func asPart() -> Self {
    var part = self
    part.isPart = true
    return part
  }

  var description: String {
    "\(range) \(concept) “\(label)” \(language) \(status)\(isPart ? " part" : "")"
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.range.lowerBound, -left.range.upperBound, left.concept, left.description)
      < (right.range.lowerBound, -right.range.upperBound, right.concept, right.description)
  }
}
