import GazetteDocument
import GazetteYAML

extension Score {
  /// Compares the damaged places: each is to be mended or in a flagged passage, and nothing else is.
  static func damage(of document: PolicyDocument, _ annotation: Annotation) -> Score {
    let text = document.text.utf8
    var score = Score()
    var wanted: [Range<Int>] = []
    var from = 0
    for node in annotation.root["damage"]?.elements ?? [] {
      let quote = node["quote"]?.string ?? ""
      // Behind the end of the entry before it; where one place shows two kinds, at that place.
      guard
        let range = place(of: quote, in: text, from: from)
          ?? place(of: quote, in: text, from: wanted.last?.lowerBound ?? 0)
          ?? place(of: quote, in: text, from: 0)
      else {
        score.faults.append("\(document.id): the text lacks “\(quote)”")
        score.missed += 1
        continue
      }
      from = range.upperBound
      wanted.append(range)
      let isMended = document.repairs.contains { $0.span.bytes.overlaps(near(range)) }
      let isFlagged = document.passages.contains {
        !$0.flags.isEmpty && $0.span.bytes.overlaps(range)
      }
      // What lies in no passage was told to be furniture.
      let isLeftOut = !document.passages.contains { $0.span.bytes.overlaps(range) }
      if isMended || isFlagged || isLeftOut {
        score.right += 1
      } else {
        score.missed += 1
        score.faults.append("\(document.id): \(node["rule"]?.string ?? "") “\(quote)” not found")
      }
    }
    for repair in document.repairs
    where !wanted.contains(where: { near($0).overlaps(repair.span.bytes) }) {
      score.wrong += 1
      score.faults.append(
        "\(document.id): \(repair.rule) “\(document.text.string(in: repair.span))” is sound")
    }
    for passage in document.passages
    where !passage.flags.isEmpty && !wanted.contains(where: { $0.overlaps(passage.span.bytes) }) {
      score.wrong += 1
      score.faults.append(
        "\(document.id): \(passage.flags) “\(document.text.string(in: passage.span).prefix(60))”")
    }
    return score
  }

  /// A place and one character around it: what is put in or taken away may be told beside it.
  private static func near(_ range: Range<Int>) -> Range<Int> {
    max(0, range.lowerBound - 3)..<range.upperBound + 3
  }

  /// Where words stand in a text, white space not counting.
  private static func place(of quote: String, in text: [UInt8], from: Int) -> Range<Int>? {
    let wanted = Array(quote.utf8).filter { $0 > 0x20 }
    guard let first = wanted.first else { return nil }
    for start in text.indices.dropFirst(from) where text[start] == first {
      var (at, matched) = (start, 0)
      while at < text.count, matched < wanted.count {
        if text[at] > 0x20 {
          guard text[at] == wanted[matched] else { break }
          matched += 1
        }
        at += 1
      }
      if matched == wanted.count { return start..<at }
    }
    return nil
  }
}
