import GazetteIndex

extension QuerySyntax {
  /// Whether the node may stand beside `NEAR`: a word, a phrase or a tag.
  var mayStandNear: Bool {
    switch kind {
    case .word, .phrase, .field(.concept, _): true
    default: false
    }
  }

  /// The values of the tags that are asked for, as they were typed, each once; a stack instead of recursion.
  package var tags: [String] {
    var tags: [String] = []
    var rest = [self]
    while let node = rest.popLast() {
      switch node.kind {
      case .field(.concept, let value):
        let text: String
        switch value.kind {
        case .word(let word): text = word
        case .phrase(let phrase): text = phrase
        default: continue
        }
        if !tags.contains(text) { tags.append(text) }
      case .all(let parts), .any(let parts): rest += parts.reversed()
      case .near(let left, let right, _): rest += [right, left]
      case .not(let inner), .boosted(let inner, _): rest.append(inner)
      case .within(_, let parts): rest += parts.reversed()
      case .word, .phrase, .prefix, .pattern, .fuzzy, .sloppy, .field, .dates: break
      }
    }
    return tags
  }

  /// The words of a label and the tags of its concepts, where these were added to it and not typed.
  ///
  /// What was added stands nowhere in the text that was parsed.
  var label: (words: [QuerySyntax], tags: [QuerySyntax])? {
    guard case .any(let parts) = kind, let first = parts.first, parts.count > 1 else { return nil }
    let tags = Array(parts.dropFirst())
    let areAdded = tags.allSatisfy { tag in
      guard case .field(.concept, let value) = tag.kind else { return false }
      return tag.range.isEmpty && value.range.isEmpty
    }
    guard areAdded else { return nil }
    switch first.kind {
    case .word: return ([first], tags)
    case .all(let words): return (words, tags)
    default: return nil
    }
  }
}
