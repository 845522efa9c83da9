import GazetteIndex
import GazetteQuery
import GazetteConsole
import GazetteQuery
import GazetteSearch

/// How a query was taken, as people read it on a terminal.
struct QueryListing {
  let console: Console

  /// The tree, the terms, the renderings that were added, and the words of the nearest passages.
  func text(of explanation: QueryExplanation) -> String {
    var lines = [console.say("explain.query", explanation.syntax.description)]
    var open = [(explanation.syntax, 1)]
    while let (syntax, depth) = open.popLast() {
      let node = syntax.node
      let words = [console.say("explain.node." + node.name), node.text].compactMap { $0 }
      lines.append(String(repeating: "   ", count: depth) + words.joined(separator: " "))
      open += node.parts.reversed().map { ($0, depth + 1) }
    }
    for piece in explanation.pieces {
      var terms = piece.atoms.map { String(decoding: $0.bytes, as: UTF8.self) }
        .joined(separator: " | ")
      if let stem = piece.stem {
        let stem = String(decoding: stem, as: UTF8.self)
        terms += console.say("explain.stem", stem)
      }
      lines.append(console.say("explain.piece", piece.text, terms))
    }
    let separator = console.isChinese ? "、" : ", "
    for alias in explanation.aliases {
      lines.append(
        console.say(
          "explain.alias", alias.concept, alias.typed.joined(separator: separator),
          alias.labels.joined(separator: separator)))
    }
    if !explanation.relatedWords.isEmpty {
      lines.append(
        console.say("explain.related", explanation.relatedWords.joined(separator: separator)))
    }
    return lines.map { console.faint(TerminalText.visible($0)) + "\n" }.joined()
  }
}
