/// Cuts a text the plain way.
extension TokenStream {
  /// Appends the tokens of a text.
  mutating func appendPlain(_ utf8: UnsafeBufferPointer<UInt8>) {
    let start = terms.count
    let room = PlainTokenizer.termCapacity(utf8.count)
    terms.append(contentsOf: repeatElement(0, count: room))
    let end = unsafe terms.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return start }
      var tokenizer = unsafe PlainTokenizer(utf8, terms: base, termEnd: start)
      tokenizer.tokenize(&tokens, position: &positionCount)
      return tokenizer.termEnd
    }
    terms.removeLast(start + room - end)
  }
}
