/// One entry to index: the texts of its fields and the values of its columns.
public struct IndexEntry: Sendable {
  /// A text for a field, as UTF-8 that may share its storage with other texts.
  public struct FieldText: Sendable {
    /// The field; of the kind `text` or `keyword`.
    public let field: FieldID
    /// The text.
    ///
    /// A keyword field takes it as one term; several texts for one keyword field are several terms.
    public let utf8: ArraySlice<UInt8>
    /// Where the sentences of a text field begin: byte offsets from the first byte of the text, rising.
    ///
    /// Empty for a text whose sentences nobody asks for; it counts as one. What stands before the first one belongs to it
    /// or to the text that the field had before.
    public let sentenceStarts: [Int]
    /// What a text field's words mention, rising by place; one that lies before an earlier one is left out.
    public let mentions: [Mention]

    /// Creates a field's text.
    public init(
      field: FieldID, utf8: ArraySlice<UInt8>, sentenceStarts: [Int] = [], mentions: [Mention] = []
    ) {
      self.field = field
      self.utf8 = utf8
      self.sentenceStarts = sentenceStarts
      self.mentions = mentions
    }
  }

  /// The texts; at most one for each text field.
  public var texts: [FieldText]
  /// The value of each column in the order of the schema; `nil` for none.
  public var columns: [Int64?]

  /// Creates an entry.
  public init(texts: [FieldText], columns: [Int64?] = []) {
    self.texts = texts
    self.columns = columns
  }
}
