import GazetteAnalysis
import GazetteIndex

extension QueryLowering {
  /// More English words than this read as a description, not as words that must all be there.
  private static let shortList = 5
  /// The most pieces that are weighed against each other.
  private static let nearestLimit = 256
  /// What a concept that a question names weighs beside a word: the question is about it.
  private static let subjectWeight: Float = 2
  /// The part of the pieces, in percent, that is asked for when the text is no question.
  private static let nearestShare = 25

  /// One piece in so many is asked for when the text is a question: of a pasted page more than a number must be there.
  private static let questionPart = 10

  /// What the words of a text come to.
  private struct Weighed {
    var pieces: [[WeightedTerm]] = []
    var seen: Set<[UInt8]> = []
    var wordCount = 0
    var asks = false
  }

  /// The query for what comes nearest to a question; `nil` when it has fewer than two words that say anything.
  ///
  /// Phrases, fields, dates, alternatives and negations stay required. The tags that were added to a label are one piece
  /// more, which weighs most.
  mutating func lowerNearest(_ syntax: QuerySyntax) -> NearestQuery? {
    let nodes: [QuerySyntax] = if case .all(let parts) = syntax.kind { parts } else { [syntax] }
    var weighed = Weighed()
    var subjects: [[WeightedTerm]] = []
    var required: [Query] = []
    var excluded: [Query] = []
    for node in nodes {
      if let label = node.label {
        for case .word(let word) in label.words.map(\.kind) { weigh(word, &weighed) }
        if subjects.count < Self.nearestLimit { subjects.append(mentions(of: label.tags)) }
        continue
      }
      switch node.kind {
      case .word(let word): weigh(word, &weighed)
      case .not(let inner):
        if let query = part(inner)?.guarded { excluded.append(query) }
      default:
        if let query = part(node)?.guarded { required.append(query) }
      }
    }
    let words = weighed.pieces.prefix(Self.nearestLimit)
    let pieces = words + subjects
    guard pieces.count > 1 else { return nil }
    let isQuestion = weighed.asks || weighed.wordCount > Self.shortList
    let minimum =
      isQuestion
      ? max(1, pieces.count / Self.questionPart)
      : max(2, (pieces.count * Self.nearestShare + 99) / 100)
    let title = TextField(.title)
    // A title alone would bring in every passage of its document.
    let anchors = pieces.flatMap { $0 }.filter {
      $0.term.field != title.id && $0.term.field != title.stems
    }
    var query = Query.all(
      [
        .any(
          words.map { .fields($0) }
            + subjects.map { .boosted(.fields($0), Self.subjectWeight) }, minimum: minimum)
      ]
        + [.constant(.any(anchors.map { .term($0.term) }), 0)] + required)
    if !excluded.isEmpty { query = .excluding(query, .any(excluded)) }
    return NearestQuery(query: query, pieces: Array(pieces), isQuestion: isQuestion)
  }

  /// The mentions of the concepts of tags, in the words of a passage and in what stands over it.
  private func mentions(of tags: [QuerySyntax]) -> [WeightedTerm] {
    tags.flatMap { tag -> [WeightedTerm] in
      guard case .field(_, let value) = tag.kind, case .word(let name) = value.kind else {
        return []
      }
      return NearestQuery.places.flatMap { place in
        mentions(of: name, in: place.field).map { WeightedTerm($0, weight: place.weight) }
      }
    }
  }

  private mutating func weigh(_ word: String, _ weighed: inout Weighed) {
    let content = FunctionWords.standard.content(of: word)
    if content.asks { weighed.asks = true }
    for text in content.pieces {
      let terms = terms(text)
      if terms.atoms.count == 1, FunctionWords.standard.contains(terms.atoms[0].bytes) {
        if FunctionWords.standard.asks(terms.atoms[0].bytes) { weighed.asks = true }
        continue
      }
      if let stem = terms.stem {
        weighed.wordCount += 1
        if weighed.seen.insert(stem).inserted {
          weighed.pieces.append(NearestQuery.fields(stem: stem))
        }
        continue
      }
      for part in terms.parts where !FunctionWords.standard.contains(part.bytes) {
        if weighed.seen.insert(part.bytes).inserted {
          weighed.pieces.append(NearestQuery.fields(term: part.bytes))
        }
      }
    }
  }
}
