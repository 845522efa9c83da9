import GazetteConcepts
import GazetteDocument
import GazetteIndex
import GazetteMeasures
import GazetteSearch

/// Collects the sentences of an index that are about a topic.
struct EvidenceCollection {
  private let search: PolicySearch
  private let request: AnswerRequest
  private let extractor: MeasureExtractor

  /// So many passages of a search are read.
  private static let hitLimit = 120
  /// So many documents are read, those of the best passages first.
  private static let documentLimit = 40
  /// So many passages of a document are read whose title is the topic.
  private static let passageLimit = 600

  /// What was found.
  private(set) var sentences: [SentenceEvidence] = []
  /// How many passages were read.
  private(set) var readCount = 0
  /// The best passages of the search, whatever they say.
  private(set) var nearest: [CitedPassage] = []

  init(_ search: PolicySearch, _ request: AnswerRequest, _ extractor: MeasureExtractor) {
    self.search = search
    self.request = request
    self.extractor = extractor
  }

  /// Reads what a search for the topic finds, and the documents that are wholly about it.
  mutating func collect(_ topic: QuestionTopic, thesaurus: Thesaurus) throws {
    guard !topic.isEmpty else { return }
    var passages: [PolicyDocument.ID: Set<Int>] = [:]
    var order: [PolicyDocument.ID] = []
    func note(_ hits: [PolicyHit]) {
      for hit in hits {
        let document = hit.passage.document.id
        if passages[document] == nil { order.append(document) }
        passages[document, default: []].insert(hit.passage.index)
      }
    }
    let found = try hits(of: topic.text)
    nearest = found.prefix(3).map(\.passage)
    if nearest.isEmpty, topic.words.count > 1 {
      // Where no passage has enough of the words, one of them is the nearest there is.
      let words = topic.words.prefix(8).map { "\"\($0)\"" }
      nearest = try hits(of: words.joined(separator: " OR ")).prefix(3).map(\.passage)
    }
    note(found)
    if !request.isLiteral {
      for subject in topic.subjects {
        for concept in subject.concepts {
          note(try hits(of: "tag:" + concept))
          if !topic.terms.isEmpty { note(try hits(of: "tag:\(concept) \(topic.text)")) }
        }
      }
    }
    let wanted = Set(order.prefix(Self.documentLimit))
    var (sentences, readCount) = (sentences, readCount)
    try search.forEachDocument(taggedBy: thesaurus, where: wanted.contains) {
      document, summary, mentions in
      let records = extractor.records(
        in: document, summary: summary,
        mentions: mentions.all.filter { !$0.isPart }.map { ($0.concept, $0.range) })
      var reader = EvidenceReader(document, summary, mentions, records, topic: topic)
      var places = passages[document.id] ?? []
      if reader.isWhollyAbout, request.filters.isEmpty {
        places.formUnion(document.passages.indices.prefix(Self.passageLimit))
      }
      for place in places.sorted() { sentences += reader.evidence(inPassage: place) }
      readCount += places.count
    }
    (self.sentences, self.readCount) = (sentences, readCount)
  }

  private func hits(of text: String) throws -> [PolicyHit] {
    var asked = SearchRequest(text)
    asked.limit = Self.hitLimit
    asked.filters = request.filters
    asked.isLiteral = request.isLiteral
    return try search.search(asked).hits
  }
}
