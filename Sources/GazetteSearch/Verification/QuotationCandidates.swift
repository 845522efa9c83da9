import GazetteAnalysis
import GazetteDocument
import GazetteIndex
import GazetteQuery
import GazetteQuotations

/// Finds the passages of an index that may hold a quotation.
struct QuotationCandidates {
  /// A passage of a document.
  struct Candidate: Hashable {
    let group: GroupID
    let passage: Int
  }

  private let searcher: Searcher
  private var stream = TokenStream()
  /// What came nearest to the text that was asked for last.
  private var lastNear: (text: String, found: [Candidate])?

  /// So many passages are looked at that hold the words.
  private static let mostHolding = 24
  /// So many that have most of the rare ones.
  private static let mostNear = 8
  /// So many that have the words of a short one that is cut within its first and last word.
  private static let mostCut = 64
  /// A longer piece is found by the words between its ends.
  private static let leastInner = 5
  /// A quotation of more words is found by those between its ends.
  private static let fewWords = 7
  /// So many of the rarest terms of a quotation are looked for.
  private static let mostTerms = 12
  /// A phrase of so many bytes tells a passage as well as a longer one.
  private static let longestPhrase = 360

  init(_ searcher: Searcher) { self.searcher = searcher }

  /// The passages that hold the words of a quotation one after the other, or a piece of it; handed over until somebody has
  /// what he looks for.
  ///
  /// - Parameters:
  ///   - quoted: The quotation.
  ///   - isFound: Looks at some passages, none of them twice, and says whether that is enough.
  /// - Throws: `IndexError` when the index is damaged, and what the closure throws.
  mutating func holding(
    _ quoted: QuotedWords, until isFound: ([Candidate]) throws -> Bool
  ) throws {
    var seen: Set<Candidate> = []
    for phrase in phrases(of: quoted) {
      let found = try candidates(
        ParsedQuery.query(of: QuerySyntax(.phrase(phrase)), naming: [:]), Self.mostHolding)
      if try isFound(found.filter { seen.insert($0).inserted }) { return }
    }
    if let query = cutAtEnds(quoted) {
      _ = try isFound(try candidates(query, Self.mostCut).filter { seen.insert($0).inserted })
    }
  }

  /// The query for a short quotation that begins and ends within words: all that is whole, and words that end and begin so.
  ///
  /// Costs a look at the index's words; a longer quotation is found by its inner words alone.
  private mutating func cutAtEnds(_ quoted: QuotedWords) -> Query? {
    guard quoted.fragments.count == 1 else { return nil }
    stream.removeAll()
    Analyzer.standard.analyze(quoted.fragments[0].utf8[...], into: &stream)
    let atoms = stream.tokens.filter { $0.kind == .word || $0.kind == .number || $0.kind == .han }
    guard let first = atoms.first, let last = atoms.last, atoms.count <= Self.fewWords else {
      return nil
    }
    let body = PolicyField.body.id
    func wildcard(_ token: Token, open: Bool, close: Bool) -> Query {
      var pattern: [UInt8] = open ? [0x2A] : []
      for byte in stream.term(of: token) {
        if byte == 0x2A || byte == 0x3F || byte == 0x5C { pattern.append(0x5C) }
        pattern.append(byte)
      }
      if close { pattern.append(0x2A) }
      return .wildcard(Term(field: body, bytes: pattern))
    }
    let isCut = (first: first.kind != .han, last: last.kind != .han)
    guard isCut.first || isCut.last else { return nil }
    if atoms.count == 1 { return wildcard(first, open: true, close: true) }
    var parts = [Query]()
    if isCut.first { parts.append(wildcard(first, open: true, close: false)) }
    if isCut.last { parts.append(wildcard(last, open: false, close: true)) }
    for (place, token) in atoms.enumerated()
    where (place > 0 || !isCut.first) && (place < atoms.count - 1 || !isCut.last) {
      parts.append(.term(Term(field: body, bytes: Array(stream.term(of: token)))))
    }
    return .all(parts)
  }

  /// What is asked for, the most telling first: the whole, its longest sentences, and each without the words at its ends.
  private func phrases(of quoted: QuotedWords) -> [String] {
    let parts = quoted.fragments.map { String(decoding: $0.utf8, as: UTF8.self) }
    let pieces = parts.flatMap { part in
      let pieces = SplitQuotation.pieces(of: part)
      return pieces.isEmpty ? [part] : pieces
    }.sorted { $0.utf8.count > $1.utf8.count }
    // The words at the ends may be cut.
    let wholes = parts.count == 1 ? [parts[0], Self.inner(parts[0])] : []
    var phrases: [String] = []
    for text in wholes + pieces.prefix(2).flatMap({ [$0, Self.inner($0)] }) {
      guard let phrase = text.map(Self.cut), !phrases.contains(phrase) else { continue }
      phrases.append(phrase)
    }
    return phrases
  }

  /// The beginning of a long text, up to a character.
  private static func cut(_ text: String) -> String {
    guard text.utf8.count > longestPhrase else { return text }
    var utf8 = Array(text.utf8.prefix(longestPhrase))
    while let last = utf8.last, last & 0xC0 == 0x80 { utf8.removeLast() }
    if let last = utf8.last, last >= 0xC0 { utf8.removeLast() }
    // Nor inside a word.
    while let last = utf8.last, last < 0x80, last != 0x20 { utf8.removeLast() }
    return utf8.isEmpty ? text : String(decoding: utf8, as: UTF8.self)
  }

  /// A text without its first and last word.
  private static func inner(_ text: String) -> String? {
    let words = ComparedText(Array(text.utf8)).words
    guard words.count > leastInner else { return nil }
    let range = words[1].bytes.lowerBound..<words[words.count - 2].bytes.upperBound
    return String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  /// The passages that have most of the rare words of a quotation, the best first.
  mutating func near(_ text: String) throws(IndexError) -> [Candidate] {
    if let lastNear, lastNear.text == text { return lastNear.found }
    let terms = try rarest(of: text).filter { $0.frequency > 0 }.prefix(Self.mostTerms)
    guard !terms.isEmpty else { return [] }
    let found = try candidates(.any(terms.map { .term($0.term) }), Self.mostNear)
    lastNear = (text, found)
    return found
  }

  /// The terms of a text that say something, each with the number of passages that have it, the rarest first.
  mutating func rarest(of text: String) throws(IndexError) -> [(term: Term, frequency: Int)] {
    stream.removeAll()
    Analyzer.standard.analyze(Array(text.utf8)[...], into: &stream)
    let body = PolicyField.body.id
    let stems = Schema.policy.stems(of: body) ?? body
    var seen: Set<Term> = []
    var found: [(term: Term, frequency: Int)] = []
    var isFunction = false
    for token in stream.tokens {
      let bytes = stream.term(of: token)
      let term: Term
      switch token.kind {
      case .word:
        isFunction = FunctionWords.standard.contains(bytes)
        continue
      case .stem where !isFunction: term = Term(field: stems, bytes: Array(bytes))
      case .bigram, .number: term = Term(field: body, bytes: Array(bytes))
      default: continue
      }
      guard seen.insert(term).inserted else { continue }
      found.append((term, try searcher.documentFrequency(of: term)))
    }
    return found.sorted {
      ($0.frequency, $0.term.bytes.count) < ($1.frequency, $1.term.bytes.count)
    }
  }

  private func candidates(_ query: Query, _ limit: Int) throws(IndexError) -> [Candidate] {
    try searcher.best(query, limit: limit).map { (hit) throws(IndexError) in
      let place = try searcher.group(of: hit)
      return Candidate(group: place.group, passage: place.ordinal)
    }
  }
}
