import GazetteDocument
import GazetteSearch
import GazetteTestSupport
import Testing

@Suite struct DocumentDifferenceTests {
  /// A document of one passage a line; a line that begins with # is a heading.
  private func document(_ lines: [String]) -> PolicyDocument {
    let text = lines.joined(separator: "\n") + "\n"
    var document = PolicyDocument(
      id: .init("d"), file: "d.txt", sha256: Digest(bytes: Array(0..<32)),
      textSHA256: ContentHash.digest(of: Array(text.utf8).span), format: .text, encoding: "UTF-8",
      language: .english, text: SourceText(text))
    var start = TextPosition.zero
    for line in lines {
      let end = TextPosition(
        byte: start.byte + line.utf8.count, scalar: start.scalar + line.unicodeScalars.count)
      let span = TextSpan(start: start, end: end)
      if line.hasPrefix("#") {
        document.sections.append(
          Section(
            parent: 0, ordinal: document.sections.count, depth: 1, heading: line,
            headingSpan: span))
      } else if !line.isEmpty {
        document.sentences.append(Sentence(span: span))
        let section = document.sections.count - 1
        document.passages.append(
          Passage(
            span: span, section: section,
            ordinal: document.passages.count { $0.section == section } + 1, number: nil,
            sentences: document.sentences.count - 1..<document.sentences.count, language: .english,
            voice: Voice(kind: .unknown), flags: []))
      }
      start = TextPosition(byte: end.byte + 1, scalar: end.scalar + 1)
    }
    return document
  }

  private func shown(_ change: DocumentDifference.Change) -> String {
    change.pieces.map { piece in
      switch piece.kind {
      case .same: piece.text
      case .deleted: "[-\(piece.text)-]"
      case .inserted: "{+\(piece.text)+}"
      }
    }.joined()
  }

  private func changes(_ old: [String], _ new: [String]) -> [String] {
    DocumentDifference(from: document(old), to: document(new)).changes.map {
      "\($0.kind.rawValue): \(shown($0))"
    }
  }

  @Test("words that changed are marked within their passage; Chinese character by character")
  func words() {
    #expect(
      changes(["Parks open at eight in the morning."], ["Parks open at nine in the morning."])
        == ["changed: Parks open at [-eight-]{+nine+} in the morning."])
    #expect(
      changes(["公园应当在五月前开放。"], ["公园必须在六月前开放。"])
        == ["changed: 公园[-应当-]{+必须+}在[-五-]{+六+}月前开放。"])
  }

  @Test("passages and headings that are gone or new stand in the order of the text")
  func order() {
    #expect(
      changes(
        ["# One", "Alpha stands here.", "Beta goes away soon.", "# Two", "Gamma stays."],
        ["# One", "Alpha stands here.", "# Three", "Gamma stays.", "A wholly other thing."])
        == [
          "deleted: [-Beta goes away soon.-]", "changed: # [-Two-]{+Three+}",
          "inserted: {+A wholly other thing.+}",
        ])
  }

  @Test("white space alone is no change, and equal documents have none")
  func same() {
    let difference = DocumentDifference(
      from: document(["Alpha  stands here.", "# One", "Beta."]),
      to: document(["Alpha stands here.", "", "# One", "Beta."]))
    #expect(difference.changes.isEmpty && difference.sameCount == 3)
  }

  @Test("each side has the addresses of its own document, and its words exactly")
  func sides() throws {
    let old = document(["Zero.", "# One", "Parks open at eight."])
    let new = document(["# One", "Parks open at nine."])
    let difference = DocumentDifference(from: old, to: new)
    let change = try #require(difference.changes.last)
    #expect(change.old?.path.description == "s1.p1" && change.new?.path.description == "s1.p1")
    #expect(change.old?.text == "Parks open at eight." && change.new?.text == "Parks open at nine.")
    #expect(change.old?.id == old.machineID(ofPassage: 1))
    #expect(change.new?.span == new.passages[0].span)
    #expect(change.old?.citation.headings == ["# One"])
  }

  @Test("the pieces give back both texts, whatever they are", .tags(.property))
  func pieces() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let words = ["公园", "开放", "Parks", " ", "open", "，", "12", "🚰", "e\u{301}", "。"]
    for round in 0..<100 * TestScale.factor {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 1...12, using: &generator)).map { _ in
          (0..<Int.random(in: 1...9, using: &generator))
            .map { _ in words.randomElement(using: &generator) ?? "" }.joined()
        }
      }
      let difference = DocumentDifference(from: document(texts[0]), to: document(texts[1]))
      for change in difference.changes {
        let old = change.pieces.filter { $0.kind != .inserted }.map(\.text).joined()
        let new = change.pieces.filter { $0.kind != .deleted }.map(\.text).joined()
        #expect(old == change.old?.text ?? "", "seed \(seed), round \(round)")
        #expect(new == change.new?.text ?? "", "seed \(seed), round \(round)")
      }
    }
  }
}
