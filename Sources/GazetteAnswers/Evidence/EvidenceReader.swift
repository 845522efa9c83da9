import GazetteConcepts
import GazetteDocument
import GazetteMeasures

/// Holds the sentences of one document against a topic.
struct EvidenceReader {
  private let document: PolicyDocument
  private let summary: DocumentSummary
  private let mentions: DocumentMentions<ConceptMention>
  private let topic: QuestionTopic
  private let records: [Int: [MeasureRecord]]
  private var terms = TermReader()
  private var headings: [Int: TopicSurroundings] = [:]
  /// What the document is called.
  private var title = TopicSurroundings()
  private let isEnded: Bool
  /// All forms of the words of the topic, of its labels too.
  private let topicForms: Set<[UInt8]>

  /// - Parameters:
  ///   - document: The document.
  ///   - summary: The same without its text, with its lineage.
  ///   - mentions: The concepts that its passages and headings mention.
  ///   - records: Its measures.
  ///   - topic: What is looked for.
  init(
    _ document: PolicyDocument, _ summary: DocumentSummary,
    _ mentions: DocumentMentions<ConceptMention>, _ records: [MeasureRecord], topic: QuestionTopic
  ) {
    self.document = document
    self.summary = summary
    self.mentions = mentions
    self.topic = topic
    self.records = Dictionary(grouping: records, by: \.measure.sentence)
    let status = summary.metadata.status.value
    isEnded =
      summary.lineage.map { $0.place == .superseded || $0.ending != nil } ?? false
      || status == "repealed" || status == "superseded" || status == "expired"
    topicForms = terms.forms(of: topic.text.utf8)
    title.forms = terms.forms(of: summary.displayTitle.utf8)
    if let number = summary.metadata.number.value {
      title.forms.formUnion(terms.forms(of: number.description.utf8))
    }
    title.concepts = Set(mentions.inHeading(ofSection: 0).map(\.concept))
  }

  /// Whether the title alone holds all of the topic, so that everything in the document is about it.
  var isWhollyAbout: Bool {
    topic.subjects.allSatisfy { title.share(of: $0) == 1 } && topic.terms.allSatisfy(title.has)
  }

  /// What the sentences of a passage are worth.
  ///
  /// - Parameter index: The passage's place in the document.
  /// - Returns: The sentences that are about the topic.
  mutating func evidence(inPassage index: Int) -> [SentenceEvidence] {
    let passage = document.passages[index]
    let own = mentions.inPassage(index)
    var whole = TopicSurroundings()
    whole.forms = terms.forms(of: document.text.utf8[passage.span.bytes])
    whole.concepts = Set(own.map(\.concept))
    let above = surroundings(ofSection: passage.section)
    let path = document.path(ofPassage: index)
    var found: [SentenceEvidence] = []
    for (place, row) in passage.sentences.enumerated() {
      let span = document.sentences[row].span
      let bytes = document.text.utf8[span.bytes]
      let inside = own.filter {
        span.bytes.contains($0.range.lowerBound) && $0.range.upperBound <= span.bytes.upperBound
      }
      var around = TopicSurroundings()
      around.forms = terms.forms(of: bytes)
      around.concepts = Set(inside.map(\.concept))
      let fit = fit(around, whole, above, isChinese: passage.language.isChinese)
      guard fit.isEnough else { continue }
      var address = path
      address.sentence = place + 1
      found.append(
        SentenceEvidence(
          document: summary, passage: index, place: place, path: address,
          text: document.text.string(in: span),
          voice: document.voice(ofSentence: row, in: index),
          isFlagged: !passage.flags.isEmpty, isEnded: isEnded, fit: fit,
          definition: definition(
            Array(bytes), inside, from: span.start.byte, fit: fit,
            isFirst: place == 0 && isFirst(index), section: passage.section),
          records: records[row] ?? [], concepts: around.concepts))
    }
    return found
  }

  // MARK: The topic

  /// How far a sentence and what stands around it are about the topic.
  private func fit(
    _ sentence: TopicSurroundings, _ passage: TopicSurroundings, _ above: TopicSurroundings,
    isChinese: Bool
  ) -> TopicFit {
    var fit = TopicFit()
    var (total, covered, own, named) = (0.0, 0.0, 0.0, 0.0)
    func count(_ weight: Double, _ share: (TopicSurroundings) -> Double) -> Double {
      let inside = share(sentence)
      let near = max(share(passage) * TopicFit.passage, share(above) * TopicFit.heading)
      let best = max(inside, near, share(title) * TopicFit.title)
      total += weight
      covered += weight * best
      own += weight * inside
      named += weight * share(title)
      if inside > 0 || near > 0 { fit.isAnchored = true }
      return best
    }
    for subject in topic.subjects {
      // What lies below a concept speaks for it in the sentence itself, not from afar.
      let isInside = sentence.share(of: subject) > 0
      let found = count(TopicFit.subjectWeight) { place in
        let share = place.share(of: subject)
        return isInside || share == 1 ? share : 0
      }
      if found == 0 { fit.hasSubjects = false }
    }
    var passedOver = false
    for (term, weight) in zip(topic.terms, topic.weights) {
      // A word of the other script cannot stand in the text; the concepts have to tell.
      if term.isHan != isChinese, !topic.subjects.isEmpty, term.forms.allSatisfy(isWord) {
        passedOver = true
        continue
      }
      _ = count(weight, { $0.has(term) ? 1 : 0 })
    }
    guard total > 0 else { return TopicFit() }
    fit.coverage = covered / total * (passedOver ? TopicFit.acrossLanguages : 1)
    fit.own = own / total
    fit.title = named / total
    if isWhollyAbout { fit.isAnchored = true }
    return fit
  }

  /// Whether some bytes are no number: these stand in both languages.
  private func isWord(_ form: [UInt8]) -> Bool { form.contains { $0 &- 0x30 > 9 && $0 != 0x2E } }

  /// The headings over a section, the nearest and those around it, without the title.
  private mutating func surroundings(ofSection section: Int) -> TopicSurroundings {
    if let known = headings[section] { return known }
    var found = TopicSurroundings()
    if let parent = document.sections[section].parent {
      found = surroundings(ofSection: parent)
      if let span = document.sections[section].headingSpan {
        found.forms.formUnion(terms.forms(of: document.text.utf8[span.bytes]))
      }
      found.concepts.formUnion(mentions.inHeading(ofSection: section).map(\.concept))
    }
    headings[section] = found
    return found
  }

  // MARK: Definitions

  private func isFirst(_ index: Int) -> Bool {
    index == 0 || document.passages[index - 1].section != document.passages[index].section
  }

  /// How far a sentence says what the topic is.
  private mutating func definition(
    _ bytes: [UInt8], _ mentions: [ConceptMention], from start: Int, fit: TopicFit, isFirst: Bool,
    section: Int
  ) -> Double {
    var best = 0.0
    let atoms = terms.atoms(of: bytes)
    let named = names(mentions)
    for mention in named {
      guard let range = atoms.places(of: mention.range, from: start) else { continue }
      let share = mention.label.status == .broken ? 0.5 : 1
      best = max(best, share * DefinitionCues(atoms: atoms, term: range).strength)
    }
    if named.isEmpty, let range = wordPlaces(of: atoms) {
      best = max(best, 0.9 * DefinitionCues(atoms: atoms, term: range).strength)
    }
    if let subject = topic.subjects.first, subject.members.count > 1, fit.own > 0 {
      // What is a part of the name itself explains nothing.
      let explained = subject.members.filter { member in
        mentions.contains { mention in
          mention.concept == member && !named.contains { $0.range.overlaps(mention.range) }
        }
      }
      // Who does not name the whole explains it only by saying what a part is.
      let isExplained =
        !named.isEmpty
        || mentions.contains { mention in
          explained.contains(mention.concept)
            && atoms.places(of: mention.range, from: start).map {
              DefinitionCues(atoms: atoms, term: $0).strength >= 0.9
            } ?? false
        }
      if explained.count > 1, isExplained {
        best =
          max(best, 0.6) + 0.4 * Double(explained.count) / Double(subject.members.count)
      }
    }
    if isFirst, let parent = document.sections[section].parent, parent >= 0 {
      best = max(best, headed(section))
    }
    return min(1.4, best)
  }

  /// The mentions of the concept that was named.
  private func names(_ mentions: [ConceptMention]) -> [ConceptMention] {
    guard let subject = topic.subjects.first else { return [] }
    return mentions.filter { subject.concepts.contains($0.concept) }
  }

  /// Where most words of the topic stand together among the atoms of a sentence; `nil` where there is but one character.
  private mutating func wordPlaces(of atoms: [TermReader.Atom]) -> Range<Int>? {
    let forms = topicForms
    var best: Range<Int>?
    var start: Int?
    func close(_ end: Int) {
      guard let first = start else { return }
      let isLong = end - first > (atoms[first].isHan ? 2 : 0)
      if isLong, end - first > (best?.count ?? 0) { best = first..<end }
      start = nil
    }
    for place in atoms.indices {
      let isPair =
        atoms[place].isHan && place + 1 < atoms.count
        && forms.contains(atoms[place].bytes + atoms[place + 1].bytes)
      let endsPair =
        atoms[place].isHan && place > 0
        && forms.contains(atoms[place - 1].bytes + atoms[place].bytes)
      if isPair || endsPair || !atoms[place].isHan && forms.contains(atoms[place].bytes) {
        start = start ?? place
      } else {
        close(place)
      }
    }
    close(atoms.count)
    return best
  }

  /// Whether the heading over a section is the topic itself, or asks what it is.
  private mutating func headed(_ section: Int) -> Double {
    guard let span = document.sections[section].headingSpan else { return 0 }
    let bytes = document.text.utf8[span.bytes]
    var own = TopicSurroundings()
    own.forms = terms.forms(of: bytes)
    own.concepts = Set(mentions.inHeading(ofSection: section).map(\.concept))
    guard topic.subjects.allSatisfy({ own.share(of: $0) == 1 }), topic.terms.allSatisfy(own.has)
    else { return 0 }
    let atoms = terms.atoms(of: bytes)
    let asks = atoms.indices.contains { place in
      PhraseTable.questions.match(at: place, of: atoms) { $0.phrase.section == "definition" } != nil
    }
    if asks { return 0.95 }
    return atoms.count <= 12 && topic.subjects.count + topic.terms.count > 0 ? 0.5 : 0
  }
}
