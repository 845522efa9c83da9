extension IndexEntry {
  /// Something that the words of a text mention under whatever name, such as a concept of a thesaurus.
  ///
  /// It stands at the position of the first token at or after its place, together with that token, and so takes part in phrases,
  /// nearness and sentences of its field; `Term(mention:in:)` finds it. It adds nothing to the length of the field, and no
  /// prefix, pattern, range or likeness finds it.
  public struct Mention: Sendable, Hashable {
    /// The bytes by which it is found.
    public let name: [UInt8]
    /// Where it begins: a byte offset from the first byte of the text.
    public let start: Int

    /// Creates a mention.
    public init(name: [UInt8], start: Int) {
      self.name = name
      self.start = start
    }
  }
}

extension Term {
  /// The term that finds what the texts of a field mention.
  ///
  /// - Parameters:
  ///   - name: The name of `IndexEntry.Mention`.
  ///   - field: The text field in whose words it is mentioned.
  public init(mention name: some Collection<UInt8>, in field: FieldID) {
    self.init(field: field, bytes: [MentionMarks.byte] + name)
  }
}
