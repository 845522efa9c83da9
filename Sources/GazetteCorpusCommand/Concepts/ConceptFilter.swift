import Gazette

/// Picks concepts by a part of their id or of one of their labels, read as labels are: letter case, width, script aside.
struct ConceptFilter {
  private let pattern: String
  private let folded: [UInt8]

  init(_ pattern: String) {
    self.pattern = pattern.lowercased()
    folded = ConceptMatcher.folded(pattern)
  }

  func filter(_ concepts: [Concept]) -> [Concept] {
    concepts.filter { concept in
      concept.id.contains(pattern)
        || !folded.isEmpty && concept.labels.contains { contains(ConceptMatcher.folded($0.text)) }
    }
  }

  private func contains(_ label: [UInt8]) -> Bool {
    guard label.count >= folded.count else { return false }
    return (0...label.count - folded.count).contains { start in
      label[start..<start + folded.count].elementsEqual(folded)
    }
  }
}
