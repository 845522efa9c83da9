internal import GazetteDocument

/// How often the labels of a thesaurus occur in texts, whole and as a part of longer ones.
public struct LabelUsage: Sendable {
  /// What was counted of one label.
  public struct Count: Sendable, Hashable {
    /// All occurrences.
    public var all = 0
    /// Those that are no part of a longer label.
    public var alone = 0
    /// The longer label that the first occurrence as a part lies in.
    public var longer: String?
  }

  private struct Key: Hashable {
    let concept: String
    let label: String
    let language: Language
  }

  private var counts: [Key: Count] = [:]

  /// Creates a count of nothing.
  public init() {}

  /// Counts the mentions of one passage, wherever they are from.
  ///
  /// - Parameter mentions: The mentions as `ConceptMatcher` orders them.
  public mutating func add(_ mentions: [ConceptMention]) {
    for mention in mentions {
      let key = Key(
        concept: mention.concept, label: mention.label.text, language: mention.label.language)
      var count = counts[key] ?? Count()
      count.all += 1
      if !mention.isPart {
        count.alone += 1
      } else if count.longer == nil {
        count.longer =
          mentions.first { !$0.isPart && $0.range.overlaps(mention.range) }?.label.text
      }
      counts[key] = count
    }
  }

  /// What was counted of a label of a concept.
  public func count(of label: ConceptLabel, in concept: String) -> Count {
    counts[Key(concept: concept, label: label.text, language: label.language)] ?? Count()
  }
}
