internal import GazetteDocument

/// What a reader took out of a file: the source text, its blocks, and what the form itself says of the document.
struct ExtractedText {
  /// The source text as valid UTF-8.
  var utf8: [UInt8]
  /// The map of the source text; `nil` when none was made yet.
  var map: TextMap?
  /// The blocks in the order of the text.
  var blocks: [Block] = []
  /// What the form sets apart as another's words, blocks and stretches within a line: the `blockquote` and `q` of a page,
  /// paragraphs of Word's styles for quotations.
  var quotations: [Range<Int>] = []
  /// What front matter says, state `entered`.
  var entered: [MetadataField: String] = [:]
  /// What the form declares of the document beside its text, such as the `meta` elements of a page: it counts where the text
  /// says nothing.
  var declared: [MetadataField: String] = [:]
  /// The place of the block that holds the title by the form (`title`, one `h1`, one `#`).
  var titleBlock: Int?
  /// Over how many blocks the title is broken.
  var titleLength = 1
  /// The title in the file's properties, where programs leave what an earlier text was called: the last to be asked.
  var propertyTitle: String?
  /// What a reader of the report should know.
  var notices: [ParseNotice] = []
}
