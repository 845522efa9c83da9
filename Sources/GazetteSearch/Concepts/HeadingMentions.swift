import GazetteConcepts
import GazetteDocument

/// Which passages a mention in a heading counts for: those directly below it.
///
/// Of a heading with nothing but further headings directly below it they are those of the first section under it that has passages.
/// A mention thus never counts for a whole chapter, and always for something that can be found. The title is not among the headings.
struct HeadingMentions {
  private var concepts: [Int: [Int]] = [:]

  init(_ headings: [[ConceptTag]], in document: PolicyDocument) {
    guard headings.contains(where: { !$0.isEmpty }) else { return }
    var hasPassages = [Bool](repeating: false, count: document.sections.count)
    for passage in document.passages { hasPassages[passage.section] = true }
    for (section, tags) in headings.enumerated().dropFirst() where !tags.isEmpty {
      guard let below = Self.first(from: section, in: document, hasPassages) else { continue }
      for tag in tags where concepts[below]?.contains(tag.concept) != true {
        concepts[below, default: []].append(tag.concept)
      }
    }
  }

  /// The numbers of the concepts that are mentioned over a section.
  func concepts(over section: Int) -> [Int] { concepts[section] ?? [] }

  /// A section, or the first under it, that has passages; sections stand in the order of the text.
  private static func first(
    from section: Int, in document: PolicyDocument, _ hasPassages: [Bool]
  ) -> Int? {
    if hasPassages[section] { return section }
    let depth = document.sections[section].depth
    for next in document.sections.indices.dropFirst(section + 1) {
      if document.sections[next].depth <= depth { return nil }
      if hasPassages[next] { return next }
    }
    return nil
  }
}
