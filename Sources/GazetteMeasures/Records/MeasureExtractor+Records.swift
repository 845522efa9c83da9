public import GazetteDocument

extension MeasureExtractor {
  /// A concept that a document mentions: its id, and where in the source text, in bytes.
  public typealias Mention = (concept: String, bytes: Range<Int>)

  /// The measures of a document, each as a record that stands alone.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - summary: The same without its text; with its lineage where an index knows it.
  ///   - mentions: The concepts that the document's passages and headings mention, in any order.
  /// - Returns: The records in the order of the text.
  public func records(
    in document: PolicyDocument, summary: DocumentSummary? = nil, mentions: [Mention] = []
  ) -> [MeasureRecord] {
    let measures = measures(in: document)
    guard !measures.isEmpty else { return [] }
    let summary = summary ?? DocumentSummary(document)
    let ids = MeasureID.ids(of: measures, in: document)
    let sorted = mentions.sorted {
      ($0.bytes.lowerBound, $0.bytes.upperBound, $0.concept)
        < ($1.bytes.lowerBound, $1.bytes.upperBound, $1.concept)
    }
    var above: [Int: [String]] = [:]
    var references = CrossReferenceReader(document)
    return zip(measures, ids).map { measure, id in
      let passage = document.passages[measure.passage]
      let headings =
        above[passage.section]
        ?? MeasureExtractor.concepts(
          above: passage.section, in: document, sorted)
      above[passage.section] = headings
      let sentence = document.sentences[measure.sentence].span
      return MeasureRecord(
        document: summary, measure: measure, id: id,
        passage: document.machineID(ofPassage: measure.passage),
        citation: document.citation(
          ofSentence: measure.sentence, in: measure.passage, summary: summary),
        sentence: MeasureWords.words(document.text.utf8[sentence.bytes]),
        words: MeasureWords(of: measure, in: document),
        concepts: MeasureExtractor.concepts(in: measure.span.bytes, sorted),
        headingConcepts: headings,
        references: references.references(inSentence: measure.sentence, of: measure.passage))
    }
  }

  /// The concepts of the mentions that lie within a stretch, each once.
  private static func concepts(in bytes: Range<Int>, _ sorted: [Mention]) -> [String] {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].bytes.lowerBound < bytes.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [String] = []
    while low < sorted.count, sorted[low].bytes.lowerBound < bytes.upperBound {
      let mention = sorted[low]
      if mention.bytes.upperBound <= bytes.upperBound, !found.contains(mention.concept) {
        found.append(mention.concept)
      }
      low += 1
    }
    return found
  }

  /// The concepts that the heading of a section and those above it mention; the document's title governs everything, and
  /// says nothing of a single measure.
  private static func concepts(
    above section: Int, in document: PolicyDocument, _ sorted: [Mention]
  ) -> [String] {
    var found: [String] = []
    var current = section
    while let parent = document.sections[current].parent {
      if let heading = document.sections[current].headingSpan {
        for concept in concepts(in: heading.bytes, sorted) where !found.contains(concept) {
          found.append(concept)
        }
      }
      current = parent
    }
    return found
  }
}
