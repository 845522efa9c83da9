/// The smallest citable text: a paragraph, a list item or a table row; the unit that is indexed and found.
///
/// Passages of a document never overlap and stand in the order of the text. Together the sentences of a passage cover
/// it but for white space between them.
public struct Passage: Sendable, Hashable {
  /// Where the passage stands in the source text, without the white space around it.
  public var span: TextSpan
  /// The section that holds it, as an index into the document's `sections`.
  public var section: Int
  /// Its place among the passages of its section, from 1: the `p3` of its path.
  public var ordinal: Int
  /// The source's own number for it, as printed (`（三）`, `第二款`, `(a)`); `nil` when it prints none.
  public var number: String?
  /// Its sentences, as a range of the document's `sentences`; never empty.
  public var sentences: Range<Int>
  /// The language of its words.
  public var language: Language
  /// Who speaks.
  public var voice: Voice
  /// Warnings that travel with it.
  public var flags: Set<PassageFlag> {
    get { PassageFlag.set(of: flagBits) }
    set { flagBits = PassageFlag.bits(of: newValue) }
  }

  @usableFromInline var flagBits: UInt8

  /// Creates a passage.
  @inlinable public init(
    span: TextSpan, section: Int, ordinal: Int, number: String? = nil,
    sentences: Range<Int>, language: Language, voice: Voice = Voice(kind: .unknown),
    flags: Set<PassageFlag> = []
  ) {
    self.span = span
    self.section = section
    self.ordinal = ordinal
    self.number = number
    self.sentences = sentences
    self.language = language
    self.voice = voice
    flagBits = flags.isEmpty ? 0 : PassageFlag.bits(of: flags)
  }

  /// Creates a passage of which nothing is known but its words: what a parser makes thousands of.
  ///
  /// Not inlined: a call writes the value once, in place, where inlined code would copy it twice more.
  @inline(never)
  package init(
    unvoiced span: TextSpan, section: Int, ordinal: Int, number: consuming String?,
    sentences: Range<Int>, language: Language
  ) {
    self.span = span
    self.section = section
    self.ordinal = ordinal
    self.number = number
    self.sentences = sentences
    self.language = language
    voice = Voice(kind: .unknown)
    flagBits = 0
  }
}
