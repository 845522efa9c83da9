import GazetteAnalysis
import GazetteDocument
import GazetteQuotations

/// What of a measure is compared with others: the words of its act and its objects, its concepts, its figures.
struct MeasureTerms {
  /// Stands for each word of action and objects: rising, each once.
  let words: [UInt64]
  /// Those of the action alone.
  let acts: [UInt64]
  /// Ids of concepts, each once.
  let concepts: [String]
  /// Numbers and dates, the same in every language.
  let figures: Set<PassageFact>
  /// Whether its words are Chinese.
  let isChinese: Bool
  /// What sort of act it is.
  let group: VerbGroup?

  /// Takes a measure apart.
  ///
  /// - Parameters:
  ///   - record: The measure.
  ///   - stream: Room for its tokens, used again and again.
  init(_ record: MeasureRecord, _ stream: inout TokenStream) {
    let words = record.words
    isChinese = words.text.utf8.contains { $0 >= 0xE3 }
    group = record.measure.action.value
    concepts = record.concepts
    let text = ([words.action].compactMap { $0 } + words.objects).joined(separator: "\n")
    self.words = MeasureTerms.keys(of: text.isEmpty ? words.text : text, &stream)
    acts = words.action.map { MeasureTerms.keys(of: $0, &stream) } ?? []
    figures = PassageFact.facts(in: words.text, isChinese: isChinese).filter(\.isFigure)
  }

  /// The words of a text as numbers: stems, numbers, and pairs of neighbouring Han characters.
  private static func keys(of text: String, _ stream: inout TokenStream) -> [UInt64] {
    stream.removeAll()
    let utf8 = Array(text.utf8)
    Analyzer.standard.analyze(utf8[...], into: &stream)
    var keys: Set<UInt64> = []
    var last: (start: Int, key: UInt64)?
    for token in stream.tokens {
      switch token.kind {
      case .word, .number, .bigram:
        if let last { keys.insert(last.key) }
        last = (Int(token.start), key(stream.term(of: token)))
        if FunctionWords.standard.contains(stream.term(of: token)) { last = nil }
      case .stem:
        // It stands behind the word that it is of.
        if let word = last, word.start == Int(token.start) {
          last = (word.start, key(stream.term(of: token)))
        }
      case .han, .compound: break
      }
    }
    if let last { keys.insert(last.key) }
    return keys.sorted()
  }

  private static func key(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
