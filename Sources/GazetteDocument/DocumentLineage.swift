/// How a document of an index stands to the others: the versions of its work, and what ended it.
public struct DocumentLineage: Sendable, Hashable {
  /// What ended a document, as far as the index knows.
  public struct Ending: Sendable, Hashable {
    /// `repeals` or `supersedes`.
    public let kind: DocumentRelation.Kind
    /// The document that says so.
    public let document: PolicyDocument.ID
    /// Where it says so, in its own source text.
    public let evidence: TextSpan
    /// The day from which it says so, as far as it is known: from when it applies, else when it was written.
    public let asOf: CalendarDate?

    /// Creates an ending.
    public init(
      kind: DocumentRelation.Kind, document: PolicyDocument.ID, evidence: TextSpan,
      asOf: CalendarDate?
    ) {
      self.kind = kind
      self.document = document
      self.evidence = evidence
      self.asOf = asOf
    }
  }

  /// What a document can be among the versions of its work.
  public enum Place: String, Sendable, Hashable, CaseIterable {
    /// No other version is in the index.
    case only
    /// No version is newer.
    case newest
    /// A newer version is there.
    case superseded
  }

  /// The document.
  public let document: PolicyDocument.ID
  /// The versions of its work in its language, the document among them, oldest first; it alone when there are no others.
  public let versions: [PolicyDocument.ID]
  /// Its place among them.
  public let place: Place
  /// What ended it, by another document of the index.
  public let ending: Ending?
  /// Of a translation, the number of the paper that it translates, where another document of the index has it; `nil` for
  /// others.
  public let original: String?

  /// Creates a lineage.
  public init(
    document: PolicyDocument.ID, versions: [PolicyDocument.ID], place: Place, ending: Ending?,
    original: String? = nil
  ) {
    self.document = document
    self.versions = versions
    self.place = place
    self.ending = ending
    self.original = original
  }

  /// The newest version, which may be the document itself.
  public var newest: PolicyDocument.ID { versions.last ?? document }
}
