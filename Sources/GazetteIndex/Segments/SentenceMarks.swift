import GazetteAnalysis

/// Where the sentences of a text begin, kept as the positions of a term of its field that no text can have: the byte FF,
/// which UTF-8 lacks.
///
/// The first sentence of a text begins at position 0 and is not marked, so texts of one sentence cost nothing.
enum SentenceMarks {
  /// The only byte of the term.
  static let byte: UInt8 = 0xFF

  /// The term of a field.
  static func term(of field: FieldID) -> Term { Term(field: field, bytes: [byte]) }

  /// The positions of the first tokens at or after some byte offsets, rising and without repetition.
  ///
  /// - Parameters:
  ///   - starts: The offsets at which sentences begin, rising; one that lies before an earlier one is left out.
  ///   - tokens: The tokens of the text in order of position.
  ///   - first: The position of the field at which the text begins; not marked when it is 0.
  /// - Returns: The positions.
  static func positions(
    of starts: [Int], in tokens: [Token], from first: Int
  ) -> [UInt32] {
    var positions: [UInt32] = []
    var token = 0
    for start in starts {
      while token < tokens.count, Int(tokens[token].start) < start { token += 1 }
      guard token < tokens.count else { break }
      let position = UInt32(truncatingIfNeeded: first + Int(tokens[token].position))
      if position > positions.last ?? 0 { positions.append(position) }
    }
    return positions
  }
}
