import Foundation
import Gazette
import GazetteDocument
import GazetteIndex
import GazetteQuery
import GazetteSearch
import GazetteTestSupport
import Testing

/// What is shown of a passage: whole sentences, or of a very long one whole words around what matches.
@Suite struct SnippetPropertyTests {
  @Test(
    "over the whole corpus: the pieces are the sentence, matches are shown, and cuts fall between words"
  )
  func corpus() throws {
    let folder = try ScratchFolder()
    _ = try CorpusIndexing(of: Corpus(at: [ProjectFolder.corpus]), at: folder.path + "/i").run()
    let search = try PolicySearch(at: folder.path + "/i")
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var (lines, cut) = (0, 0)
    for summary in try search.documents() {
      for passage in try search.searcher.passages(of: summary.id) {
        for text in try Self.queries(passage.text, &generator) {
          let snippet = passage.snippet(matching: ParsedQuery(text).query)
          for line in snippet.lines {
            lines += 1
            if line.pieces.contains(where: \.isOmitted) { cut += 1 }
            let place = Comment(rawValue: "seed \(seed): \(passage.id) by \(text)")
            #expect(line.pieces.map(\.text).joined() == line.sentence.text, place)
            #expect(line.pieces.allSatisfy { !$0.isMatch || !$0.isOmitted }, place)
            try Self.check(line, place)
          }
        }
      }
    }
    #expect(lines > 1_500)
    // The corpus itself has sentences that run on over pages.
    print("\(lines) sentences shown, \(cut) of them cut")
  }

  @Test(
    "a sentence that runs on is cut around the match, never in a title, quotation, number or word",
    arguments: [
      ("《关于健全“两不愁三保障”成果巩固长效机制的实施意见》", "饮水安全", "，各村按季检测饮水安全状况，"),
      ("12,345.67", "safe housing", " and every county that builds safe housing reports it "),
    ])
  func long(solid: String, query: String, middle: String) throws {
    let filler = String(
      repeating: solid + (query.first?.isASCII == true ? " words run on, " : "继续推进，"), count: 60)
    for length in 0..<40 {
      let before = String(filler.dropFirst(length))
      let text = before + middle + filler
      let snippet = try Snippet(of: Self.passage(text), matches: Self.matches(query, in: text))
      let line = try #require(snippet.lines.first)
      #expect(line.pieces.map(\.text).joined() == text)
      #expect(line.pieces.contains { $0.isMatch && $0.text == query })
      #expect(line.pieces.contains { $0.isOmitted })
      let shown = line.pieces.filter { !$0.isOmitted }.map(\.text).joined()
      #expect(shown.count < 700)
      try Self.check(line, "dropped \(length)")
    }
  }

  @Test("neighbouring words that match are lit as one")
  func one() throws {
    let text = "Every county keeps the three guarantees in force."
    let matches = try Self.matches("three", in: text) + Self.matches("guarantees", in: text)
    let snippet = try Snippet(of: Self.passage(text), matches: matches)
    #expect(snippet.description == "Every county keeps the **three guarantees** in force.")
  }

  /// A cut lies between words, and not inside of what belongs together.
  private static func check(_ line: Snippet.Line, _ place: Comment) throws {
    var text = ""
    for (piece, next) in zip(line.pieces, line.pieces.dropFirst()) {
      text += piece.text
      guard piece.isOmitted != next.isOmitted, let left = piece.text.last,
        let right = next.text.first
      else { continue }
      let isHan = [left, right].contains {
        $0.unicodeScalars.contains { $0.properties.isIdeographic }
      }
      #expect(
        isHan || !(left.isLetter || left.isNumber) || !(right.isLetter || right.isNumber), place)
      #expect(!(left.isNumber && right.isNumber), place)
      for (opener, closer) in [("《", "》"), ("“", "”"), ("「", "」"), ("〔", "〕")] {
        // Inside a pair there is an opener before with its closer behind.
        let opened = text.count { String($0) == opener } - text.count { String($0) == closer }
        let rest = line.sentence.text.dropFirst(text.count)
        let closes = rest.count { String($0) == closer } - rest.count { String($0) == opener }
        #expect(opened <= 0 || closes <= 0, place)
      }
    }
  }

  /// A word, a phrase and a stretch from the middle of a text.
  private static func queries(
    _ text: String, _ generator: inout SeededGenerator
  ) throws -> [String] {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    guard !words.isEmpty else { return [] }
    let place = generator.below(words.count)
    let word = String(words[place].prefix(6))
    let phrase = words[place...].prefix(3).joined(separator: " ")
    return [word, "\"" + phrase + "\"", "zzyzx"]
  }

  private static func matches(_ words: String, in text: String) throws -> [Match] {
    let range = try #require(text.range(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let scalars = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
    let span = TextSpan(
      start: TextPosition(byte: start, scalar: scalars),
      end: TextPosition(
        byte: start + words.utf8.count, scalar: scalars + words.unicodeScalars.count))
    return [Match(term: words, kind: .phrase, field: "body", span: span)]
  }

  /// The only passage of a document, of one sentence.
  private static func passage(_ text: String) throws -> CitedPassage {
    let folder = TemporaryFolder()
    let writer = try IndexWriter(at: folder.path, schema: .policy)
    try writer.add(EntryGroup(OnePassageDocument.document(named: "a", passages: [text])))
    let state = CorpusState(fingerprint: 7, readerVersion: 1, roots: [], files: [])
    try writer.commit(userData: state.bytes)
    let search = try PolicySearch(at: folder.path)
    return try #require(try search.searcher.passages(of: .init("a")).first)
  }
}
