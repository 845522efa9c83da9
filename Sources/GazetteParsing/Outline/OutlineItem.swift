internal import GazetteDocument

/// One block of the document's own text, as the outline sees it.
struct OutlineItem {
  /// What the block is in the outline.
  enum Role {
    /// Text under the heading before it.
    case passage
    /// A heading whatever follows.
    case heading
    /// A heading if its whole series turns out to be one: `1.有固定的住所。` may be an item as well.
    case weakHeading
  }

  private var headingBytes = ByteRange(0..<0)
  private var wordsBytes = ByteRange(0..<0)
  private var numberBytes = ByteRange(0..<0)

  /// The block, as an index into the reader's blocks.
  var block: Int
  var role = Role.passage
  /// The rank of a heading against others.
  var level = OutlineLevel.unnumbered
  /// The heading with its number in the source text; the line's first words when text runs on behind it.
  var heading: Range<Int> {
    get { headingBytes.range }
    set { headingBytes = ByteRange(newValue) }
  }
  /// The words of the heading without the number.
  var words: Range<Int> {
    get { wordsBytes.range }
    set { wordsBytes = ByteRange(newValue) }
  }
  /// The printed number; empty when there is none.
  var number: Range<Int> {
    get { numberBytes.range }
    set { numberBytes = ByteRange(newValue) }
  }
  /// The value of the number.
  var value = 0
  /// The way in which the number is printed.
  var style: NumberMark.Style?
  /// Whether the block is the first passage under its own heading: `第三条 国家…`, `（一）建立台账。各县…`.
  var isRunIn = false
  /// Whether the first words could head the line if its series shows that they do: longer than heads mostly are.
  var isLongHead = false
  /// Whether the heading is the title of an instrument inside the document.
  var isInstrument = false
  /// A block that was joined to this one: the title behind 附件1.
  var joinedBlock: Int?
  /// Where the text begins when a heading took the first words of the block: `(1)` in `Article 3 (1) The …`; else 0.
  var textStart = 0

  init(block: Int) { self.block = block }

  /// Whether the number is printed in a way; asked for every block of a text.
  func has(_ wanted: NumberMark.Style) -> Bool { style?.place == wanted.place }
}
