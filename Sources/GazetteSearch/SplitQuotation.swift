import GazetteDocument
import GazetteIndex
import GazetteQuery

/// A quotation that runs over the ends of passages: asked for sentence by sentence when no passage holds the whole.
///
/// What is pasted out of a document may begin in one item of 一是…；二是… and end in the next, which are passages of their own.
enum SplitQuotation {
  /// Shorter pieces stand everywhere: four Han, or two words.
  private static let shortestPiece = 12
  /// A whole page that was pasted is found by its beginning.
  private static let mostPieces = 64

  /// The query for passages that hold one piece of a quotation, the more of them the better; `nil` when the query is no mere
  /// quotation, or has one piece only.
  static func query(of parsed: ParsedQuery) -> Query? {
    guard case .phrase(let words) = parsed.syntax.kind else { return nil }
    let pieces = pieces(of: words)
    guard pieces.count > 1 else { return nil }
    return .any(
      pieces.prefix(mostPieces).map {
        ParsedQuery.query(of: QuerySyntax(.phrase($0)), naming: [:])
      })
  }

  /// The sentences of a quotation, cut at semicolons and colons too, as passages are.
  static func pieces(of quotation: String) -> [String] {
    let utf8 = Array(quotation.utf8)
    var pieces: [String] = []
    for sentence in SentenceSplitter().sentences(in: quotation) {
      var start = sentence.lowerBound
      var position = start
      while position <= sentence.upperBound {
        let length = position < sentence.upperBound ? markLength(utf8, position) : 1
        guard length > 0 || position == sentence.upperBound else {
          position += 1
          continue
        }
        if position - start >= shortestPiece {
          pieces.append(String(decoding: utf8[start..<position], as: UTF8.self))
        }
        position += length
        start = position
      }
    }
    return pieces
  }

  /// The length of the semicolon or colon at a place; 0 when none is there.
  private static func markLength(_ utf8: [UInt8], _ place: Int) -> Int {
    if utf8[place] == 0x3B || utf8[place] == 0x3A { return 1 }
    let isWide =
      utf8[place] == 0xEF && place + 2 < utf8.count && utf8[place + 1] == 0xBC
      && (utf8[place + 2] == 0x9A || utf8[place + 2] == 0x9B)
    return isWide ? 3 : 0
  }
}
