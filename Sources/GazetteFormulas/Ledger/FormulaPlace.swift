public import GazetteDocument

/// A passage in which something stands, ready to be quoted, and where it stands there.
public struct FormulaPlace: Sendable, Hashable {
  /// How the passage is named in print, with both addresses and the voice.
  public let citation: Citation
  /// The words of the passage, exactly as they stand in the source text.
  public let text: String
  /// Where in the source text the thing itself stands.
  public let span: TextSpan
  /// The words there.
  public let words: String
  /// The sentence that holds them, exactly as it stands.
  public let sentence: String

  /// Looks a place up in its document; costs a hash of the passage and a walk up the outline.
  ///
  /// - Parameters:
  ///   - range: The bytes of the source text where the thing stands, within the passage.
  ///   - passage: The passage, as an index into the document's `passages`.
  ///   - document: The document.
  init(_ range: Range<Int>, inPassage passage: Int, of document: PolicyDocument) {
    let found = document.passages[passage]
    let utf8 = document.text.utf8
    func position(_ byte: Int) -> TextPosition {
      let start = found.span.start
      let count = utf8[start.byte..<byte].count { $0 & 0xC0 != 0x80 }
      return TextPosition(byte: byte, scalar: start.scalar + count)
    }
    let pages = document.format == .pdf
    citation = Citation(
      document: DocumentSummary(document), path: document.path(ofPassage: passage),
      number: found.number ?? document.sections[found.section].number,
      headings: document.headings(ofSection: found.section),
      instrument: document.instrument(ofSection: found.section),
      id: document.machineID(ofPassage: passage),
      voice: FormulaPlace.voice(at: range, inPassage: passage, of: document), flags: found.flags,
      page: pages ? utf8[..<found.span.start.byte].count { $0 == 0x0C } + 1 : nil)
    text = document.text.string(in: found.span)
    span = TextSpan(start: position(range.lowerBound), end: position(range.upperBound))
    words = document.text.string(in: range)
    let sentence = FormulaPlace.sentence(at: range, inPassage: passage, of: document)
    self.sentence = sentence.map { document.text.string(in: document.sentences[$0].span) } ?? text
  }

  private static func sentence(
    at range: Range<Int>, inPassage passage: Int, of document: PolicyDocument
  ) -> Int? {
    document.passages[passage].sentences.first {
      document.sentences[$0].span.bytes.contains(range.lowerBound)
    }
  }

  /// Who says what stands at some bytes of a passage.
  static func voice(
    at range: Range<Int>, inPassage passage: Int, of document: PolicyDocument
  ) -> Voice {
    sentence(at: range, inPassage: passage, of: document)
      .map { document.voice(ofSentence: $0, in: passage) } ?? document.passages[passage].voice
  }
}
