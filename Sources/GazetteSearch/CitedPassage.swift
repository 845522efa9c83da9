public import GazetteDocument

/// A passage with its words, its addresses and its document: all that is needed to quote it.
public struct CitedPassage: Sendable, Hashable {
  /// The document that holds it.
  public let document: DocumentSummary
  /// Where it stands and what is known of it.
  public let passage: Passage
  /// Its place among the document's passages, from 0.
  public let index: Int
  /// Its machine address.
  public let id: MachineID
  /// Its human address.
  public let path: SectionPath
  /// The headings around it, outermost first, numbers included.
  public let headings: [String]
  /// The title of the instrument inside the document that holds it; `nil` for the document's own text.
  public let instrument: String?
  /// The source's own number: of the passage, else of its section; `nil` when it prints none.
  public let number: String?
  /// Its words, exactly as they stand in the source text.
  public let text: String
  /// Its sentences, in order; together they cover it but for white space.
  public let sentences: [CitedSentence]
  /// The mended places within it, in the order of the text.
  public let repairs: [Repair]
  /// Up to 32 scalars of the source text before it.
  public let prefix: String
  /// Up to 32 scalars of the source text after it.
  public let suffix: String
  /// The page on which it begins, from 1; `nil` for forms without pages.
  public let page: Int?

  /// How it is named in print.
  public var citation: Citation {
    Citation(
      document: document, path: path, number: number, headings: headings,
      instrument: instrument, id: id, voice: passage.voice, flags: passage.flags, page: page)
  }

  /// How one of its sentences is named in print.
  public func citation(of sentence: CitedSentence) -> Citation {
    Citation(
      document: document, path: sentence.path, number: number, headings: headings,
      instrument: instrument, id: sentence.id, voice: voice(of: sentence),
      flags: flags(of: sentence),
      page: page.map { $0 + pageBreaks(before: sentence) })
  }

  /// Who speaks in one of its sentences.
  public func voice(of sentence: CitedSentence) -> Voice {
    sentence.sentence.voice ?? passage.voice
  }

  /// How many pages of the passage end before one of its sentences.
  private func pageBreaks(before sentence: CitedSentence) -> Int {
    let offset = sentence.sentence.span.start.byte - passage.span.start.byte
    return text.utf8.prefix(max(0, offset)).count { $0 == 0x0C }
  }

  /// Creates a cited passage.
  package init(
    document: DocumentSummary, passage: Passage, index: Int, id: MachineID, path: SectionPath,
    headings: [String], instrument: String? = nil, number: String?, text: String,
    sentences: [CitedSentence],
    repairs: [Repair], prefix: String, suffix: String, page: Int? = nil
  ) {
    self.document = document
    self.passage = passage
    self.index = index
    self.id = id
    self.path = path
    self.headings = headings
    self.instrument = instrument
    self.number = number
    self.text = text
    self.sentences = sentences
    self.repairs = repairs
    self.prefix = prefix
    self.suffix = suffix
    self.page = page
  }
}
