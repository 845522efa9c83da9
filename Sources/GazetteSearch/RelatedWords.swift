import GazetteAnalysis
import GazetteDocument
import GazetteIndex
import GazetteQuery

/// The words that the passages nearest to a question have in common, which find further passages about the same matter.
///
/// A relevance model of the best passages mixed with the question (RM3: Lavrenko and Croft 2001, Abdul-Jaleel and others
/// 2004). The words only change the order of what the question finds; they find nothing by themselves.
struct RelatedWords {
  /// How many of the nearest passages are read.
  private static let passageCount = 10
  /// How many words are taken from them.
  private static let wordCount = 20
  /// Of so many of the most frequent it is looked up how rare they are.
  private static let candidateCount = 120
  /// What the words weigh in all beside those of the question: 0.4 to 0.6.
  private static let share: Float = 2.0 / 3
  /// A question of fewer words says too little to tell which passages are about it.
  private static let shortestQuestion = 3

  private struct Candidate {
    var probability: Float = 0
    var passages = 0
    var isStem: Bool
    /// The word as it stands in the first passage that has it.
    let word: String
  }

  private let searcher: Searcher
  private var candidates: [[UInt8]: Candidate] = [:]
  private var stream = TokenStream()

  init(_ searcher: Searcher) { self.searcher = searcher }

  /// The words with the query for each, the weightiest first; none when the question says too little.
  static func words(
    for nearest: NearestQuery, in searcher: Searcher
  ) throws(IndexError) -> [(word: String, query: Query)] {
    guard nearest.pieces.count >= shortestQuestion else { return [] }
    let hits = try searcher.best(nearest.query, limit: passageCount)
    guard hits.count > 1 else { return [] }
    var related = RelatedWords(searcher)
    try related.read(hits)
    return try related.words(beside: nearest)
  }

  /// Reads the passages; copies of one count once.
  private mutating func read(_ hits: [Hit]) throws(IndexError) {
    var texts: Set<String> = []
    var passages: [(text: String, score: Float)] = []
    for hit in hits {
      let passage = try searcher.passage(hit)
      guard texts.insert(passage.text).inserted else { continue }
      passages.append(
        ((passage.document.metadata.title.value ?? "") + "\n" + passage.text, Float(hit.score)))
    }
    let total = passages.reduce(0) { $0 + $1.score }
    guard total > 0 else { return }
    for passage in passages { count(passage.text, share: passage.score / total) }
  }

  /// Adds what a passage says to what is known.
  private mutating func count(_ text: String, share: Float) {
    let utf8 = Array(text.utf8)
    stream.removeAll()
    Analyzer.standard.analyze(utf8[...], into: &stream)
    var counts: [[UInt8]: (count: Int, token: Token)] = [:]
    var isFunction = false
    var length = 0
    for token in stream.tokens {
      let term = stream.term(of: token)
      switch token.kind {
      case .word: isFunction = FunctionWords.standard.contains(term) || term.count < 3
      case .han: length += 1
      case .stem where !isFunction, .bigram:
        counts[Array(term), default: (0, token)].count += 1
        if token.kind == .stem { length += 1 }
      default: break
      }
    }
    guard length > 0 else { return }
    for (term, found) in counts {
      let word = utf8[Int(found.token.start)..<Int(found.token.end)]
      candidates[
        term,
        default: Candidate(
          isStem: found.token.kind == .stem, word: String(decoding: word, as: UTF8.self))
      ].probability += share * Float(found.count) / Float(length)
      candidates[term]?.passages += 1
    }
  }

  private func words(
    beside nearest: NearestQuery
  ) throws(IndexError) -> [(word: String, query: Query)] {
    // What only one of the passages says may be its own matter.
    let frequent = candidates.filter { $0.value.passages > 1 }.sorted {
      $0.value.probability != $1.value.probability
        ? $0.value.probability > $1.value.probability
        : $0.key.lexicographicallyPrecedes($1.key)
    }.prefix(Self.candidateCount)
    var weighed: [(candidate: Candidate, fields: [WeightedTerm], weight: Float)] = []
    for (term, candidate) in frequent {
      let content = FunctionWords.standard.content(of: candidate.word)
      guard candidate.isStem || content.pieces == [candidate.word] else { continue }
      let fields =
        candidate.isStem ? NearestQuery.fields(stem: term) : NearestQuery.fields(term: term)
      let found = try searcher.weight(of: fields)
      weighed.append((candidate, fields, candidate.probability * found.weight))
    }
    weighed.sort { $0.weight > $1.weight }
    let taken = weighed.prefix(Self.wordCount)
    let sum = taken.reduce(0) { $0 + $1.weight }
    guard sum > 0 else { return [] }
    var asked: Float = 0
    for piece in nearest.pieces { asked += try searcher.weight(of: piece).weight }
    let factor = Self.share * asked / sum
    return taken.map {
      ($0.candidate.word, .boosted(.fields($0.fields), factor * $0.candidate.probability))
    }
  }
}
