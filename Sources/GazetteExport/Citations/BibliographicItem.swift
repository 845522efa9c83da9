public import GazetteDocument
public import GazetteSearch

/// What bibliographies ask of a cited passage, taken from what its document states and from nothing else.
public struct BibliographicItem: Sendable, Hashable {
  /// The words that are cited.
  public let excerpt: CitedExcerpt
  /// The revision of the corpus that answered.
  public let revision: String
  /// The day on which the source was looked at; `nil` where nobody asked for it.
  public let accessed: CalendarDate?
  /// What bibliographies call the paper.
  public let type: CitationType

  /// Creates an item.
  public init(_ excerpt: CitedExcerpt, revision: String, accessed: CalendarDate?) {
    self.excerpt = excerpt
    self.revision = revision
    self.accessed = accessed
    type = CitationType(of: excerpt)
  }

  /// Whether the words around the source's own are Chinese: by the language of the item.
  public var isChinese: Bool { excerpt.document.language.isChinese }

  /// The title of the instrument that holds the words, else of the document.
  public var title: String { excerpt.passage.instrument ?? excerpt.document.displayTitle }

  /// The title of the document around an instrument of its own; `nil` for the document's own text.
  public var containerTitle: String? {
    let whole = excerpt.document.displayTitle
    return title == whole ? nil : whole
  }

  /// Who answers for the words: the speaker of a speech, else the bodies that issued the document.
  public var authors: [String] {
    if excerpt.voice.kind == .leaderSpeech || excerpt.voice.kind == .expert,
      let speaker = excerpt.voice.speaker
    {
      return [speaker]
    }
    return issuers
  }

  /// The bodies that issued the document, in their order.
  public var issuers: [String] {
    guard let issuer = excerpt.document.metadata.issuer.value else { return [] }
    // An English name may hold commas and blanks of its own.
    let signs = isChinese ? "、；;，, \u{3000}" : ";"
    return issuer.split { signs.contains($0) }.map { name in
      name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  /// The date of what was said, else of the document.
  public var date: CalendarDate? {
    excerpt.voice.kind == .leaderSpeech
      ? excerpt.voice.date ?? excerpt.document.metadata.date : excerpt.document.metadata.date
  }

  /// The document number in its canonical spelling.
  public var number: String? { excerpt.document.metadata.number.value?.description }

  /// The source's own number of the place; `nil` when it prints none.
  public var locator: String? { excerpt.legalNumber ?? excerpt.passage.number }

  /// The address of the source, and in browsers of the very words; `nil` where the source states none.
  public var deepLink: String? {
    excerpt.sourceURL.map { TextFragment.link(to: excerpt.selector, at: $0) }
  }

  /// Both addresses and the revision, on one line.
  public var anchor: String { "\(excerpt.citation.short) (\(excerpt.id)), \(revision)" }

  /// What else has to be said of the words: voice, warnings, whether they are policy, and the anchor.
  public var note: String {
    let separator = isChinese ? "，" : ", "
    return excerpt.citation.full(inChinese: isChinese) + separator + revision
      + (isChinese ? "；" : "; ") + excerpt.quotability.line(inChinese: isChinese)
  }

  /// A name of ASCII letters, digits and hyphens that is the same for the same words everywhere.
  public var key: String {
    let name = excerpt.document.id.name.utf8.split { $0 == UInt8(ascii: "/") }.last ?? []
    var key = ""
    for byte in name {
      if byte.isLetter || byte.isDigit {
        key.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !key.hasSuffix("-"), !key.isEmpty {
        key += "-"
      }
    }
    let id = excerpt.id.description.split(separator: ":")
    return (key.isEmpty ? "gazette-" : key.hasSuffix("-") ? key : key + "-")
      + id.dropFirst().joined(separator: "-")
  }

  /// A text on one line.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: { $0.isNewline || $0.isWhitespace }).joined(separator: " ")
  }
}
