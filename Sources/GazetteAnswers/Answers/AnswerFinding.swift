import GazetteAnalysis
import GazetteConcepts
import GazetteDocument
import GazetteIndex
public import GazetteMeasures
import GazetteSearch

/// Finds the answer to one question.
struct AnswerFinding {
  private let search: PolicySearch
  private let request: AnswerRequest
  private let extractor: MeasureExtractor
  private var records: [String: DocumentRecord] = [:]
  private var readCount = 0
  private var nearest: [CitedPassage] = []
  private let translations: ParallelLookup

  init(_ search: PolicySearch, _ request: AnswerRequest, _ extractor: MeasureExtractor) {
    self.search = search
    self.request = request
    self.extractor = extractor
    translations = ParallelLookup(search)
  }

  mutating func answer() throws -> Answer {
    let stored = try search.thesaurus()
    let thesaurus = try stored?.thesaurus() ?? .empty
    var reader = try QuestionReader(request.question, by: request.isLiteral ? nil : stored)
    let question = try weighed(try reader.question())
    let evidence = try question.topics.map { try collected($0, thesaurus) }
    var parts: [AnswerPart] = []
    for aspect in aspects(of: question) {
      if aspect == .difference, question.topics.count > 1 {
        parts.append(try difference(question, evidence))
      } else {
        // Whether papers are in force is asked of those that answered what stands before.
        let cited = Set(parts.flatMap(\.statements).map(\.passage.document.id))
        let own =
          aspect == .force && !cited.isEmpty
          ? evidence[0].filter { cited.contains($0.document.id) } : evidence[0]
        parts.append(try part(aspect, question, topic: 0, own))
      }
    }
    if question.aspects.isEmpty, request.aspects == nil {
      parts.removeAll { $0.statements.isEmpty }
    }
    let isAnswered = parts.contains { !$0.statements.isEmpty }
    return Answer(
      question: question, parts: parts, aliases: aliases(question, thesaurus),
      documentCount: search.searcher.groupCount, passageCount: search.searcher.entryCount,
      readCount: readCount, nearest: isAnswered ? [] : nearest)
  }

  /// What is answered: what was asked for; of a bare name what it is and what is required of it.
  private func aspects(of question: Question) -> [QuestionAspect] {
    if let asked = request.aspects { return asked }
    guard question.aspects.isEmpty else { return question.aspects }
    return question.topics[0].subjects.isEmpty
      ? [.requirement, .source] : [.definition, .requirement]
  }

  // MARK: Looking

  /// The question with the weights of its words: the rarer a word is in the index, the more it tells.
  private func weighed(_ question: Question) throws -> Question {
    let count = Double(max(1, search.searcher.entryCount))
    let topics = try question.topics.map { topic in
      var topic = topic
      topic.weights = try topic.terms.map { term in
        let found = Double(try search.passageCount(ofAny: Array(term.forms)))
        // From 1 for a word that nothing has down to 0.2 for one that a tenth has.
        let share = min(1, found / count * 10)
        return max(0.2, 1 - share) * (term.isHan ? 0.6 : 1)
      }
      return topic
    }
    return Question(
      text: question.text, aspects: question.aspects, topics: topics,
      isChinese: question.isChinese, cues: question.cues)
  }

  private mutating func collected(
    _ topic: QuestionTopic, _ thesaurus: Thesaurus
  ) throws -> [SentenceEvidence] {
    var collection = EvidenceCollection(search, request, extractor)
    try collection.collect(topic, thesaurus: thesaurus)
    readCount += collection.readCount
    if nearest.isEmpty { nearest = collection.nearest }
    return collection.sentences
  }

  private func aliases(
    _ question: Question, _ thesaurus: Thesaurus
  ) -> [(concept: String, labels: [String])] {
    var seen: Set<String> = []
    return question.topics.flatMap(\.concepts).filter { seen.insert($0).inserted }.map { id in
      let labels = thesaurus[id]?.labels.filter { $0.status != .hidden }.map(\.text) ?? []
      return (id, labels)
    }
  }

  // MARK: Answering

  private mutating func part(
    _ aspect: QuestionAspect, _ question: Question, topic: Int, _ evidence: [SentenceEvidence]
  ) throws -> AnswerPart {
    let scoring = AnswerScoring(aspect: aspect, isChinese: question.isChinese)
    var values: FieldValues? = aspect.field.map { FieldValues($0) }
    var candidates = evidence.compactMap { sentence -> AnswerSelection.Candidate? in
      let own =
        aspect == .force ? [force(of: sentence.document)] : values?.values(of: sentence) ?? []
      let score = scoring.score(sentence, own)
      return score > 0
        ? AnswerSelection.Candidate(sentence: sentence, score: score, values: own) : nil
    }
    if aspect == .force, let most = candidates.map(\.sentence.fit.title).max() {
      // A paper that bears the name is meant before those that mention it.
      candidates.removeAll { $0.sentence.fit.title < most * 0.9 }
    }
    let subject = question.topics[topic].subjects.first
    var selection = AnswerSelection(
      aspect: aspect, members: subject?.members ?? [], limit: request.limit)
    selection.areParallel = areParallel
    let choices = selection.choices(of: candidates)
    if choices.isEmpty, let values {
      return try unstated(aspect, values, question, evidence)
    }
    var statements = try choices.map { try statement($0) }
    if aspect == .requirement, subject.map({ $0.members.count > 1 }) ?? false {
      // What a formula requires is first of all what its parts are.
      let leading = try part(.definition, question, topic: topic, evidence).statements.prefix(1)
      let rest = statements.filter { !leading.map(\.sentence.id).contains($0.sentence.id) }
      statements = Array((leading + rest).prefix(request.limit))
    }
    let keys = statements.map { Set($0.values.map(\.key)) }
    return AnswerPart(
      aspect: aspect, state: statements.isEmpty ? nil : .stated, statements: statements,
      agrees: keys.allSatisfy { $0 == keys.first }, nearby: [],
      total: selection.count(of: candidates))
  }

  /// Whether a document is in force; of a translation what holds for the paper that it translates.
  private func force(of document: DocumentSummary) -> AnswerValue {
    guard let number = document.lineage?.original,
      let original = try? search.record(named: number).summary(), original.id != document.id
    else { return document.force }
    return original.force
  }

  /// A field that no requirement states: the requirements without it, and what comes nearest.
  private mutating func unstated(
    _ aspect: QuestionAspect, _ values: FieldValues, _ question: Question,
    _ evidence: [SentenceEvidence]
  ) throws -> AnswerPart {
    let scoring = AnswerScoring(aspect: .requirement, isChinese: question.isChinese)
    let lacking = evidence.compactMap { sentence -> AnswerSelection.Candidate? in
      let score = scoring.score(sentence, [])
      return score > 0
        ? AnswerSelection.Candidate(sentence: sentence, score: score, values: []) : nil
    }
    let selection = AnswerSelection(aspect: .requirement, members: [], limit: 2)
    let choices = selection.choices(of: lacking)
    let isUnread = choices.contains { values.isUnread(in: $0.candidate.sentence) }
    let chosen = Set(choices.map { $0.candidate.sentence.path.description })
    var terms = TermReader()
    let near = evidence.filter { sentence in
      let stated = StatedWords(sentence.text, &terms)
      return !chosen.contains(sentence.path.description)
        && (aspect == .deadline
          ? !stated.times.isEmpty : aspect == .indicator && !stated.figures.isEmpty)
    }.sorted { $0.fit.coverage > $1.fit.coverage }.prefix(2)
    return AnswerPart(
      aspect: aspect, state: choices.isEmpty ? nil : isUnread ? .notRecognised : .notStated,
      statements: try choices.map { try statement($0) }, agrees: true,
      nearby: try near.map {
        try statement(.init(candidate: .init(sentence: $0, score: 0, values: [])))
      }, total: choices.count)
  }

  /// What each of two things is, side by side, and what is said of both.
  private mutating func difference(
    _ question: Question, _ evidence: [[SentenceEvidence]]
  ) throws -> AnswerPart {
    var statements: [AnswerStatement] = []
    var total = 0
    for (topic, own) in evidence.enumerated() {
      for aspect in [QuestionAspect.definition, .requirement] {
        let part = try part(aspect, question, topic: topic, own)
        let known = Set(statements.map(\.sentence.id))
        guard let first = part.statements.first(where: { !known.contains($0.sentence.id) }) else {
          continue
        }
        statements.append(first)
        total += part.total
        break
      }
    }
    let places = evidence.map { sentences in
      Set(sentences.filter { $0.fit.own > 0.9 }.map { "\($0.document.id)#\($0.path)" })
    }
    let both = evidence[0].filter { sentence in
      places.allSatisfy { $0.contains("\(sentence.document.id)#\(sentence.path)") }
    }
    let scoring = AnswerScoring(aspect: .source, isChinese: question.isChinese)
    let candidates = both.map {
      AnswerSelection.Candidate(sentence: $0, score: scoring.score($0, []), values: [])
    }
    let selection = AnswerSelection(aspect: .source, members: [], limit: 2)
    for choice in selection.choices(of: candidates) {
      let found = try statement(choice)
      if !statements.contains(where: { $0.sentence.id == found.sentence.id }) {
        statements.append(found)
        total += 1
      }
    }
    return AnswerPart(
      aspect: .difference, state: statements.count > 1 ? .stated : nil,
      statements: statements.count > 1 ? Array(statements.prefix(request.limit)) : [],
      agrees: true, nearby: [], total: total)
  }

  /// Whether two passages of two documents say the same; a damaged record is met again when the passage is cited.
  private func areParallel(_ left: SentenceEvidence, _ right: SentenceEvidence) -> Bool {
    let partner = try? translations.partner(
      of: left.passage, in: left.document.id, within: right.document.id)
    return partner == right.passage
  }

  // MARK: Citing

  private mutating func statement(_ choice: AnswerSelection.Choice) throws -> AnswerStatement {
    let sentence = choice.candidate.sentence
    let record = try record(named: sentence.document.id.name)
    let passage = try record.citedPassage(at: sentence.passage)
    return AnswerStatement(
      passage: passage, sentence: passage.sentences[sentence.place],
      items: try items(behind: passage, sentence.place, of: record),
      values: choice.candidate.values, measures: sentence.requirements,
      coverage: sentence.fit.coverage,
      alike: choice.alike.map { AnswerPlace(document: $0.document.id, path: $0.path) })
  }

  /// The most items of a list that are shown with the sentence that leads it in.
  private static let itemLimit = 12

  /// The list that the last sentence of a passage leads in: the numbered passages behind it.
  private func items(
    behind passage: CitedPassage, _ place: Int, of record: DocumentRecord
  ) throws -> [CitedPassage] {
    guard place == passage.sentences.count - 1,
      let last = passage.sentences[place].text.unicodeScalars.last, last == ":" || last == "："
    else { return [] }
    var found: [CitedPassage] = []
    var next = passage.index + 1
    while next < record.passageCount, found.count < Self.itemLimit {
      let item = try record.citedPassage(at: next)
      guard item.passage.section == passage.passage.section, item.passage.number != nil else {
        break
      }
      found.append(item)
      next += 1
    }
    return found
  }

  private mutating func record(named name: String) throws -> DocumentRecord {
    if let known = records[name] { return known }
    let record = try search.record(named: name)
    records[name] = record
    return record
  }
}

extension QuestionAspect {
  /// The field of a measure that is asked for; `nil` where no field is.
  public var field: MeasureFieldName? {
    switch self {
    case .actor: .actor
    case .deadline: .deadline
    case .indicator: .indicator
    case .definition, .requirement, .source, .force, .difference: nil
    }
  }
}
