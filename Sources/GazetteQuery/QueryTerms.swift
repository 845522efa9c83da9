import GazetteAnalysis
import GazetteIndex

/// The terms of a word or phrase, as the analyzer cuts it.
struct QueryTerms {
  /// The most atoms of one phrase; what stands behind them is not looked for.
  static let atomLimit = 8_192

  /// The atoms with their places from the first.
  private(set) var atoms: [PhraseTerm] = []
  /// What a phrase looks for: every other bigram of a Han run, and the other atoms.
  private(set) var phrase: [PhraseTerm] = []
  /// What a partial match counts: every bigram of a Han run, and the other atoms.
  private(set) var parts: [PhraseTerm] = []
  /// The stem of the only atom.
  private(set) var stem: [UInt8]?
  /// The compound that spans all atoms, such as `g20`.
  private(set) var compound: [UInt8]?
  /// Whether a part of the text was left out.
  private(set) var isCut = false

  init(_ text: String, analyzer: Analyzer, stream: inout TokenStream) {
    stream.removeAll()
    analyzer.analyze(Array(text.utf8)[...], into: &stream)
    isCut = stream.positionCount > Self.atomLimit
    var han: [PhraseTerm] = []
    var bigrams: [PhraseTerm] = []
    for token in stream.tokens where token.position < Self.atomLimit {
      let term = PhraseTerm(bytes: Array(stream.term(of: token)), offset: Int(token.position))
      switch token.kind {
      case .bigram: bigrams.append(term)
      case .stem: if stream.positionCount == 1 { stem = term.bytes }
      case .compound: if token.width == stream.positionCount { compound = term.bytes }
      case .han, .word, .number:
        // A Han run ends where no bigram reaches the atom.
        if bigrams.last.map({ $0.offset + 1 }) != term.offset {
          close(&han, &bigrams)
        }
        atoms.append(term)
        if token.kind == .han {
          han.append(term)
        } else {
          phrase.append(term)
          parts.append(term)
        }
      }
    }
    // A bigram that reaches over the limit has no second atom here.
    if bigrams.count >= han.count, !bigrams.isEmpty { bigrams.removeLast() }
    close(&han, &bigrams)
  }

  /// Takes the Han run before.
  private mutating func close(_ han: inout [PhraseTerm], _ bigrams: inout [PhraseTerm]) {
    if bigrams.isEmpty {
      phrase += han
      parts += han
    } else {
      phrase += stride(from: 0, to: bigrams.count, by: 2).map { bigrams[$0] }
      // An odd run ends in the bigram that overlaps the one before.
      if bigrams.count.isMultiple(of: 2), let last = bigrams.last { phrase.append(last) }
      parts += bigrams
    }
    han.removeAll(keepingCapacity: true)
    bigrams.removeAll(keepingCapacity: true)
  }
}
