/// What has to be known of a document to find it by a citation and to order it among the versions of its work.
///
/// An index keeps it beside its list of files, so that nothing of the documents themselves is read for it.
public struct DocumentIdentity: Sendable, Hashable {
  /// Another document as it is named by this one.
  public struct Reference: Sendable, Hashable {
    /// `repeals` or `supersedes`.
    public let kind: DocumentRelation.Kind
    /// The canonical number; empty for none.
    public let number: String
    /// The folded title; empty for none.
    public let title: String
    /// Where it is named.
    public let evidence: TextSpan

    /// Creates a reference.
    public init(
      kind: DocumentRelation.Kind, number: String, title: String, evidence: TextSpan
    ) {
      self.kind = kind
      self.number = number
      self.title = title
      self.evidence = evidence
    }
  }

  /// What the date of a version was taken from; dates of different kinds do not order versions.
  public enum Dating: Int, Sendable, Hashable, CaseIterable {
    case none, written, marked, effective, published
  }

  /// The canonical number; empty for none.
  public let number: String
  /// The folded title; empty for none.
  public let title: String
  /// The folded issuer; empty for none.
  public let issuer: String
  /// The language without its script: zh, en.
  public let language: String
  /// Whether a new version of such a paper may have a number of its own: laws, regulations, rules.
  public let isInstrument: Bool
  /// What `date` was taken from.
  public let dating: Dating
  /// The date of the version.
  public let date: CalendarDate?
  /// The day from which the document applies, else that on which it was written.
  public let appliesFrom: CalendarDate?
  /// The documents that it ends.
  public let ends: [Reference]

  /// Creates an identity from its parts.
  package init(
    number: String, title: String, issuer: String, language: String, isInstrument: Bool,
    dating: Dating, date: CalendarDate?, appliesFrom: CalendarDate?, ends: [Reference]
  ) {
    self.number = number
    self.title = title
    self.issuer = issuer
    self.language = language
    self.isInstrument = isInstrument
    self.dating = dating
    self.date = date
    self.appliesFrom = appliesFrom
    self.ends = ends
  }

  /// The identity of a document.
  public init(_ document: PolicyDocument) {
    let metadata = document.metadata
    let whole = metadata.title.value ?? ""
    number = metadata.number.value?.description ?? ""
    title = FamilyName.title(whole)
    issuer = FamilyName.issuer(of: metadata) ?? ""
    language = String(document.language.tag.prefix { $0 != "-" })
    isInstrument = DocumentIdentity.isInstrument(metadata.kind.value ?? "")
    if let written = metadata.written.value {
      (dating, date) = (.written, written)
    } else if let marked = FamilyName.version(of: whole) {
      (dating, date) = (.marked, marked)
    } else if let effective = metadata.effective.value {
      (dating, date) = (.effective, effective)
    } else if let published = metadata.published.value {
      (dating, date) = (.published, published)
    } else {
      (dating, date) = (.none, nil)
    }
    appliesFrom = metadata.effective.value ?? metadata.written.value ?? metadata.published.value
    ends = document.relations.compactMap { relation in
      guard relation.kind == .repeals || relation.kind == .supersedes else { return nil }
      return Reference(
        kind: relation.kind, number: relation.number?.description ?? "",
        title: relation.title.map(FamilyName.title) ?? "", evidence: relation.evidence)
    }
  }

  private static func isInstrument(_ kind: String) -> Bool {
    for noun in ["法", "条例", "规定", "办法", "细则", "规则", "章程", "准则", "守则"]
    where kind.hasSuffix(noun) {
      return true
    }
    return ["law", "act", "regulations", "regulation", "rules", "measures", "provisions", "code"]
      .contains(kind.lowercased())
  }
}
