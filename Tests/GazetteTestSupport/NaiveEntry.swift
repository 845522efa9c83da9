import GazetteAnalysis
package import GazetteIndex

/// One entry as the brute-force index keeps it: for every field the positions of every term.
package struct NaiveEntry: Sendable {
  /// The positions of each term of each field; keywords have none.
  package private(set) var positions: [Term: [Int]] = [:]
  /// The number of positions of each field that has them.
  package private(set) var lengths: [FieldID: Int] = [:]
  /// The positions at which sentences of each field begin; not that of the first.
  package private(set) var sentenceStarts: [FieldID: Set<Int>] = [:]
  /// The values of the columns.
  package let columns: [Int64?]

  /// Analyses an entry.
  package init(_ entry: IndexEntry, schema: Schema) {
    columns = schema.columns.indices.map { $0 < entry.columns.count ? entry.columns[$0] : nil }
    for text in entry.texts {
      guard schema.fields[Int(text.field.rawValue)].kind == .text else {
        positions[Term(field: text.field, bytes: Array(text.utf8))] = []
        continue
      }
      var stream = TokenStream()
      text.utf8.withUnsafeBufferPointer { Analyzer.standard.analyze($0, into: &stream) }
      let stems = schema.stems(of: text.field)
      let first = lengths[text.field] ?? 0
      for token in stream.tokens {
        guard let field = token.kind == .stem ? stems : text.field else { continue }
        let end = Int(token.termStart + token.termLength)
        let term = Term(field: field, bytes: Array(stream.terms[Int(token.termStart)..<end]))
        positions[term, default: []].append(first + Int(token.position))
      }
      for start in text.sentenceStarts {
        if let token = stream.tokens.first(where: { Int($0.start) >= start }) {
          sentenceStarts[text.field, default: []].insert(first + Int(token.position))
        }
      }
      var last = Int.min
      for mention in text.mentions where mention.start >= last {
        last = mention.start
        guard let token = stream.tokens.first(where: { Int($0.start) >= last }) else { continue }
        let term = Term(mention: mention.name, in: text.field)
        let position = first + Int(token.position)
        if positions[term]?.contains(position) != true {
          positions[term, default: []].append(position)
        }
      }
      lengths[text.field] = first + Int(stream.positionCount)
      if let stems { lengths[stems] = lengths[text.field] }
    }
  }

  /// The number of the sentence that a position of a field lies in.
  package func sentence(_ field: FieldID, _ position: Int) -> Int {
    (sentenceStarts[field] ?? []).count { $0 > 0 && $0 <= position }
  }

  /// The length of a field as an index keeps it in one byte: below 40 as it is, above in steps.
  package func keptLength(_ field: FieldID) -> Int {
    let length = lengths[field] ?? 0
    guard length >= 40 else { return length }
    var step = 1
    while (length - 24) / step >= 16 { step *= 2 }
    return (length - 24) / step * step + 24
  }
}
