public import GazetteDocument

/// A sentence with its words and its address.
public struct CitedSentence: Sendable, Hashable {
  /// Where it stands.
  public let sentence: Sentence
  /// Its words, exactly as they stand in the source text.
  public let text: String
  /// Its human address.
  public let path: SectionPath
  /// Its machine address.
  public let id: MachineID

  /// Creates a cited sentence.
  package init(sentence: Sentence, text: String, path: SectionPath, id: MachineID) {
    self.sentence = sentence
    self.text = text
    self.path = path
    self.id = id
  }
}
