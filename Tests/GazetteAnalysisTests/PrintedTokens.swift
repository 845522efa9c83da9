import GazetteAnalysis

/// The tokens of a text, printed position by position: `0 g +g20 ~g|1 20`.
func printedTokens(_ text: String) -> String {
  var stream = TokenStream()
  Analyzer.standard.analyze(Array(text.utf8)[...], into: &stream)
  var lines: [String] = []
  for token in stream.tokens {
    let term = String(decoding: stream.term(of: token), as: UTF8.self)
    switch token.kind {
    case .word, .number, .han: lines.append("\(token.position) \(term)")
    case .bigram: lines[lines.count - 1] += " \(term)"
    case .compound: lines[lines.count - 1] += " +\(term)"
    case .stem: lines[lines.count - 1] += " ~\(term)"
    }
  }
  return lines.joined(separator: "|")
}

/// The terms of a text with their kinds and positions: what two texts must share to match each other.
func termTable(_ text: String) -> [String] {
  var stream = TokenStream()
  Analyzer.standard.analyze(Array(text.utf8)[...], into: &stream)
  return stream.tokens.map {
    "\($0.position) \($0.kind) \($0.width) \(String(decoding: stream.term(of: $0), as: UTF8.self))"
  }
}
