import Gazette
import GazetteTestSupport
import Testing

/// Every passage and sentence of the sample corpus is found again, through edits that leave it alone.
@Suite struct SelectorCorpusTests {
  /// A source text with something put in at a place.
  private func edited(_ text: SourceText, at place: Int, with words: String) -> SourceText {
    SourceText(
      text.string(in: 0..<place) + words + text.string(in: place..<text.utf8.count))
  }

  @Test("what is put in anywhere never leads to another place, and mostly to the right one")
  func insertions() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var generator = SeededGenerator(seed: seed)
    var (found, asked, chinese) = (0, 0, 0)
    for document in try Corpus(at: ProjectFolder.corpus).documents {
      let own = SelectorResolver(document)
      let byte = generator.below(document.text.utf8.count + 1)
      let place = document.text.place(behind: max(0, byte - 1), by: 1)
      let words = "\n零〇 Put in by a test. 〇零\n"
      let text = edited(document.text, at: place, with: words)
      let later = SelectorResolver(text, sha256: text.sha256)
      let spans = document.passages.map(\.span) + document.sentences.map(\.span)
      for span in spans where !span.isEmpty {
        let selector = Selector(span, in: document)
        #expect(own.resolve(selector).state == .same, "\(document.id) \(span)")
        #expect(selector.machineID.digest == document.digest(of: span))
        // What was put in beside or within the words is an edit of them.
        guard place <= span.start.byte || place >= span.end.byte else { continue }
        let shift = place <= span.start.byte ? words.utf8.count : 0
        let resolution = later.resolve(selector)
        asked += 1
        if resolution.isFound {
          found += 1
          if document.language.isChinese { chinese += 1 }
          #expect(
            resolution.span?.start.byte == span.start.byte + shift,
            "seed \(seed): \(document.id) \(span) \(resolution.state)")
        } else {
          #expect(
            resolution.proposals.contains { $0.span.start.byte == span.start.byte + shift }
              || (selector.occurrences ?? 0) > 4 || resolution.state == .orphaned,
            "seed \(seed): \(document.id) \(span)")
        }
      }
    }
    #expect(found * 100 >= asked * 97, "seed \(seed): \(found) of \(asked)")
    #expect(chinese > 1_000 && asked - chinese > 1_000)
  }
}
