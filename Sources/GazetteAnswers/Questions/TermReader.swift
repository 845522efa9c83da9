import GazetteAnalysis

/// Cuts texts into the words by which a sentence is held against a question.
struct TermReader {
  /// An atom of a text: a word, a number, or a Han character.
  struct Atom {
    /// Its folded bytes.
    let bytes: [UInt8]
    /// Where it stands in the text, in bytes.
    let range: Range<Int>
    /// Whether it is a Han character.
    let isHan: Bool
  }

  private var stream = TokenStream()

  /// The atoms of a text in their order.
  mutating func atoms(of text: some Sequence<UInt8>) -> [Atom] {
    tokens(of: text)
    return stream.tokens.filter { [.word, .number, .han].contains($0.kind) }.map {
      Atom(
        bytes: Array(stream.term(of: $0)), range: Int($0.start)..<Int($0.end),
        isHan: $0.kind == .han)
    }
  }

  /// All that a text can match with: words, stems, numbers, Han characters one by one and two by two.
  mutating func forms(of text: some Sequence<UInt8>) -> Set<[UInt8]> {
    tokens(of: text)
    return Set(stream.tokens.map { Array(stream.term(of: $0)) })
  }

  /// The words of a text as terms: of a run of Han the pairs of neighbours, of a single character itself.
  mutating func terms(of text: String) -> [TopicTerm] {
    let utf8 = Array(text.utf8)
    tokens(of: utf8)
    var found: [TopicTerm] = []
    let tokens = stream.tokens
    var stems: [Int32: [UInt8]] = [:]
    var paired: Set<Int32> = []
    for token in tokens {
      if token.kind == .stem { stems[token.position] = Array(stream.term(of: token)) }
      if token.kind == .bigram { paired.formUnion([token.position, token.position + 1]) }
    }
    func word(_ token: Token) -> String {
      String(decoding: utf8[Int(token.start)..<Int(token.end)], as: UTF8.self)
    }
    for token in tokens {
      switch token.kind {
      case .word, .number:
        let forms = [Array(stream.term(of: token)), stems[token.position]].compactMap { $0 }
        found.append(TopicTerm(forms: Set(forms), word: word(token), isHan: false))
      case .bigram:
        found.append(
          TopicTerm(forms: [Array(stream.term(of: token))], word: word(token), isHan: true))
      case .han:
        guard !paired.contains(token.position) else { continue }
        found.append(
          TopicTerm(forms: [Array(stream.term(of: token))], word: word(token), isHan: true))
      case .compound, .stem: break
      }
    }
    return found
  }

  private mutating func tokens(of text: some Sequence<UInt8>) {
    stream.removeAll()
    Analyzer.standard.analyze(Array(text)[...], into: &stream)
  }
}
