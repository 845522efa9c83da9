/// What every reader yields: one block of the source text, in the order of the text.
///
/// Blocks never overlap. What lies in no block is layout.
struct Block {
  /// What a block is by the form of its file.
  enum Kind: UInt8 {
    /// A heading of the form; its rank is in `rank`.
    case heading
    /// A paragraph, or one line of plain text.
    case paragraph
    /// An item of a list.
    case item
    /// A row of a data table.
    case row
    /// Lines whose breaks count.
    case verbatim
    /// A part of the page around the document; `furniture` says which.
    case furniture
  }

  private var rangeBytes: ByteRange
  private var numberBytes = ByteRange(0..<0)
  private var storedRank: Int32 = 0

  /// What the block is.
  var kind: Kind
  /// The bytes of the block in the source text, without white space around them.
  var range: Range<Int> {
    get { rangeBytes.range }
    set { rangeBytes = ByteRange(newValue) }
  }
  /// The rank of a heading from 1, the outermost; 0 for other blocks.
  var rank: Int {
    get { Int(storedRank) }
    set { storedRank = Int32(clamping: newValue) }
  }
  /// Why the block is no part of the document; `nil` when it is one.
  var furniture: Furniture?
  /// Whether line breaks inside the block are layout, not ends of sentences.
  var isWrapped = false
  /// Whether the form itself sets the block apart as a heading may be: bold, centred.
  var isEmphasised = false
  /// Whether nearly all of the block lies in links.
  var isLinked = false
  /// Whether blank lines or the form part the block from its neighbours.
  var standsAlone = true
  /// Whether the form says that the block is no heading, whatever it looks like.
  var isText = false
  /// The number in front that the form sets apart as such: the `1.1` of `<h2>1.1</h2><p>…`; empty for none.
  var number: Range<Int> {
    get { numberBytes.range }
    set { numberBytes = ByteRange(newValue) }
  }
  /// The mark that the form prints in front, when it is not in the text: the `3` of an ordered list.
  var listNumber = 0

  init(kind: Kind, range: Range<Int>, furniture: Furniture? = nil) {
    self.kind = kind
    rangeBytes = ByteRange(range)
    self.furniture = furniture
  }
}
