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

  /// Looks a place up in its document; costs a hash of the passage or heading and a walk up the outline.
  ///
  /// - Parameters:
  ///   - range: The bytes of the source text where the thing stands, within the part.
  ///   - part: The passage, or the heading.
  ///   - document: The document.
  init(_ range: Range<Int>, in part: TextPart, of document: PolicyDocument) {
    let utf8 = document.text.utf8
    let found = FormulaPlace.span(of: part, in: document, else: range)
    func position(_ byte: Int) -> TextPosition {
      let count = utf8[found.start.byte..<byte].count { $0 & 0xC0 != 0x80 }
      return TextPosition(byte: byte, scalar: found.start.scalar + count)
    }
    let section: Int
    var (path, number, flags): (SectionPath, String?, Set<PassageFlag>)
    switch part {
    case .passage(let passage):
      section = document.passages[passage].section
      path = document.path(ofPassage: passage)
      number = document.passages[passage].number
      flags = document.passages[passage].flags
    case .heading(let own):
      section = own
      path = SectionPath(section: document.ordinals(ofSection: own))
      (number, flags) = (nil, [])
    }
    citation = Citation(
      document: DocumentSummary(document), path: path,
      number: number ?? document.sections[section].number,
      headings: document.headings(ofSection: section),
      instrument: document.instrument(ofSection: section),
      id: MachineID(
        textDigest: document.textSHA256.prefix, bytes: found.bytes,
        digest: document.digest(of: found)),
      voice: FormulaPlace.voice(at: range, in: part, of: document), flags: flags,
      page: document.format == .pdf ? utf8[..<found.start.byte].count { $0 == 0x0C } + 1 : nil)
    text = document.text.string(in: found)
    span = TextSpan(start: position(range.lowerBound), end: position(range.upperBound))
    words = document.text.string(in: range)
    let sentence = FormulaPlace.sentence(at: range, in: part, of: document)
    self.sentence = sentence.map { document.text.string(in: document.sentences[$0].span) } ?? text
  }

  /// Where a part stands; a heading that stands nowhere has no mentions to ask for.
  private static func span(
    of part: TextPart, in document: PolicyDocument, else range: Range<Int>
  ) -> TextSpan {
    switch part {
    case .passage(let passage): document.passages[passage].span
    case .heading(let section):
      document.titleSpan(ofSection: section)
        ?? TextSpan(
          start: TextPosition(byte: range.lowerBound, scalar: 0),
          end: TextPosition(byte: range.upperBound, scalar: 0))
    }
  }

  private static func sentence(
    at range: Range<Int>, in part: TextPart, of document: PolicyDocument
  ) -> Int? {
    guard case .passage(let passage) = part else { return nil }
    return document.passages[passage].sentences.first {
      document.sentences[$0].span.bytes.contains(range.lowerBound)
    }
  }

  /// Who says what stands at some bytes of a part; a heading speaks as what stands directly below it.
  static func voice(
    at range: Range<Int>, in part: TextPart, of document: PolicyDocument
  ) -> Voice {
    switch part {
    case .passage(let passage):
      sentence(at: range, in: part, of: document)
        .map { document.voice(ofSentence: $0, in: passage) } ?? document.passages[passage].voice
    case .heading(let section):
      document.passages.first { $0.section >= section }?.voice ?? Voice(kind: .unknown)
    }
  }
}
