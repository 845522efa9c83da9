extension SourceText {
  /// The first places at which some bytes begin, overlapping places too; costs a walk over the range.
  ///
  /// - Parameters:
  ///   - words: The bytes; nothing stands anywhere.
  ///   - range: Where to look; the whole text when `nil`.
  ///   - limit: The most places.
  /// - Returns: Byte offsets, rising.
  package func places(of words: [UInt8], in range: Range<Int>? = nil, limit: Int) -> [Int] {
    let range = range ?? 0..<utf8.count
    guard !words.isEmpty, words.count <= range.count else { return [] }
    var found: [Int] = []
    var start = range.lowerBound
    while found.count < limit, start < range.upperBound,
      let place = utf8.span.place(ofWord: words, in: start..<range.upperBound)
    {
      found.append(place)
      start = place + 1
    }
    return found
  }

  /// How often some bytes stand in the text, one behind the other; costs a walk over the text.
  package func count(of words: [UInt8]) -> Int {
    var (start, count) = (0, 0)
    while !words.isEmpty, start < utf8.count,
      let place = utf8.span.place(ofWord: words, in: start..<utf8.count)
    {
      count += 1
      start = place + words.count
    }
    return count
  }

  /// The place so many scalars before another, or the start of the text.
  package func place(before byte: Int, by scalars: Int) -> Int {
    var place = byte
    for _ in 0..<scalars where place > 0 {
      place -= 1
      while place > 0, utf8[place].isContinuation { place -= 1 }
    }
    return place
  }

  /// The place so many scalars behind another, or the end of the text.
  package func place(behind byte: Int, by scalars: Int) -> Int {
    var place = byte
    for _ in 0..<scalars where place < utf8.count {
      place += 1
      while place < utf8.count, utf8[place].isContinuation { place += 1 }
    }
    return place
  }

  /// The SHA-256 of the text as UTF-8; costs a walk over it.
  package var sha256: Digest { ContentHash.digest(of: utf8.span) }
}
