import GazetteAnalysis

/// What texts mention, kept as terms of their field that begin with a byte that no text can have: FE, which UTF-8 lacks.
enum MentionMarks {
  /// The first byte of the terms; what is at least this great begins no word.
  static let byte: UInt8 = 0xFE

  /// The positions of mentions among the tokens of their text, in the order given.
  ///
  /// - Parameters:
  ///   - mentions: The mentions, rising by place.
  ///   - tokens: The tokens of the text in order of position.
  ///   - first: The position of the field at which the text begins.
  /// - Returns: The mentions that stand at a token, each name at most once at one position.
  static func positions(
    of mentions: [IndexEntry.Mention], in tokens: [Token], from first: Int
  ) -> [(name: [UInt8], position: UInt32)] {
    var places: [(name: [UInt8], position: UInt32)] = []
    var token = 0
    var last = Int.min
    for mention in mentions where mention.start >= last {
      last = mention.start
      while token < tokens.count, Int(tokens[token].start) < mention.start { token += 1 }
      guard token < tokens.count else { break }
      let position = UInt32(truncatingIfNeeded: first + Int(tokens[token].position))
      let isKnown = places.reversed().prefix { $0.position == position }
        .contains { $0.name == mention.name }
      if !isKnown { places.append((mention.name, position)) }
    }
    return places
  }
}
