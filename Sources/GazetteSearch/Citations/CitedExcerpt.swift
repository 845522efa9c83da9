public import GazetteDocument

/// What is cited: a passage, or one sentence of it with its own voice.
public struct CitedExcerpt: Sendable, Hashable {
  /// The passage.
  public let passage: CitedPassage
  /// The sentence; `nil` for the whole passage.
  public let sentence: CitedSentence?
  /// The source's own number down to the passage, in short: 第三条第二款, `art. 4(2)`; `nil` when it prints none or nobody asked.
  public let legalNumber: String?

  /// Cites a passage, or one of its sentences.
  public init(_ passage: CitedPassage, sentence: CitedSentence? = nil, legalNumber: String? = nil) {
    self.passage = passage
    self.sentence = sentence
    self.legalNumber = legalNumber
  }

  /// The document.
  public var document: DocumentSummary { passage.document }
  /// The words, exactly as they stand in the source.
  public var text: String { sentence?.text ?? passage.text }
  /// The machine address.
  public var id: MachineID { sentence?.id ?? passage.id }
  /// The human address.
  public var path: SectionPath { sentence?.path ?? passage.path }
  /// Where the words stand.
  public var span: TextSpan { sentence?.sentence.span ?? passage.passage.span }
  /// Who speaks.
  public var voice: Voice { sentence.map { passage.voice(of: $0) } ?? passage.passage.voice }
  /// The warnings that go with the words.
  public var flags: Set<PassageFlag> {
    sentence.map { passage.flags(of: $0) } ?? passage.passage.flags
  }
  /// The words with the damage mended, each mended place in brackets; `nil` when nothing is mended.
  public var markedReading: String? {
    let reading =
      sentence.map {
        ReadingText($0.text.utf8, source: $0.sentence.span, repairs: passage.repairs(in: $0))
      } ?? passage.reading
    return reading.isMended ? reading.marked : nil
  }
  /// How it is named in print.
  public var citation: Citation {
    sentence.map { passage.citation(of: $0) } ?? passage.citation
  }
  /// What finds the words again after the source changed; they are not counted.
  public var selector: Selector {
    sentence.map { passage.selector(of: $0) } ?? passage.selector
  }
  /// Whether the words may be quoted as policy.
  public var quotability: PolicyQuotability {
    PolicyQuotability(voice: voice, flags: flags, document: document)
  }

  /// The address on the web that the document states as its source; `nil` for none.
  public var sourceURL: String? {
    guard let source = document.metadata.source.value else { return nil }
    let bytes = Array(source.utf8)
    for scheme in ["https://", "http://"] {
      let wanted = Array(scheme.utf8)
      guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else {
        continue
      }
      // An address is written in ASCII without white space and quotation marks.
      let address = bytes[start...].prefix {
        $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0)
      }
      var end = address.endIndex
      while end > start, ".,;:)!?'".utf8.contains(bytes[end - 1]) { end -= 1 }
      if end - start > wanted.count { return String(decoding: bytes[start..<end], as: UTF8.self) }
    }
    return nil
  }

  /// The newspaper that the document states as its source; `nil` for none.
  public var newspaper: String? {
    guard var name = document.metadata.source.value?[...] else { return nil }
    if let open = name.firstIndex(of: "《"), let close = name[open...].firstIndex(of: "》") {
      name = name[name.index(after: open)..<close]
    }
    name = name.prefix { !"；;，,（(".contains($0) }
    let words = name.split(separator: " ")
    let isPaper =
      name.hasSuffix("报") || name.hasSuffix("報")
      || words.contains { ["Daily", "Times", "News", "Post"].contains($0) }
    return isPaper ? words.joined(separator: " ") : nil
  }
}
