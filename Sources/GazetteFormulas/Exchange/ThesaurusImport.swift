public import GazetteConcepts

/// A thesaurus that was read from RDF, and what of the file it does not hold.
public struct ThesaurusImport: Sendable, Hashable {
  /// Something of the file that the thesaurus has no place for, or that was changed.
  public struct Notice: Sendable, Hashable {
    /// What became of it.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Statements with a property that a thesaurus does not have.
      case unknownProperty = "unknown-property"
      /// A wider concept after the first: `broader` is a tree.
      case furtherBroader = "further-broader"
      /// A concept whose name was made into an id, as it was none.
      case renamed
      /// A concept without any label.
      case unlabelled
      /// A word for a kind of concept that there is not.
      case unknownKind = "unknown-kind"
    }

    /// What became of it.
    public let kind: Kind
    /// The concept that it is about, by its id; `nil` for what is counted over the whole file.
    public let concept: String?
    /// The IRI or the word.
    public let value: String
    /// How often.
    public let count: Int
    /// The line, from 1.
    public let line: Int
  }

  /// The concepts, in the order of the file.
  public let thesaurus: Thesaurus
  /// What was left out or changed, by line.
  public let notices: [Notice]
}
