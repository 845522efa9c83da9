import GazetteAnalysis

extension TermTable {
  /// Adds where the sentences of a text begin and what it mentions.
  ///
  /// - Parameters:
  ///   - text: The text of a field.
  ///   - tokens: Its tokens in order of position.
  ///   - docID: The entry.
  ///   - first: The position of the field at which the text begins.
  mutating func addMarks(
    of text: IndexEntry.FieldText, tokens: [Token], docID: UInt32, from first: Int
  ) {
    if !text.sentenceStarts.isEmpty {
      for position in SentenceMarks.positions(of: text.sentenceStarts, in: tokens, from: first) {
        addMark(SentenceMarks.term(of: text.field), docID: docID, position: position)
      }
    }
    if !text.mentions.isEmpty {
      for (name, position) in MentionMarks.positions(of: text.mentions, in: tokens, from: first) {
        addMark(Term(mention: name, in: text.field), docID: docID, position: position)
      }
    }
  }

  private mutating func addMark(_ term: Term, docID: UInt32, position: UInt32) {
    unsafe term.bytes.withUnsafeBufferPointer { bytes in
      let key = unsafe TermKey(
        field: term.field.rawValue, bytes: bytes, readable: bytes.count)
      add(key, docID: docID, position: position)
    }
  }
}
