public import GazetteDocument

/// What is new, changed, gone or moved in a corpus since an earlier revision.
///
/// Documents belong together by their names, and those without a partner by the hash of their source text: then they moved. A
/// document of which neither the text nor what is known of it differs is not looked into, whatever read it.
public struct CorpusChanges: Sendable {
  /// What can have become of a document or a passage.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It was not there.
    case new
    /// It is there, otherwise.
    case changed
    /// It is there no more.
    case gone
    /// It is there in the same words: a document under another name, a passage elsewhere in its document.
    case moved
  }

  /// A document that did not stay as it was.
  public struct Document: Sendable, Hashable {
    /// What became of it.
    public let kind: Kind
    /// It then; `nil` for one that is new.
    public let old: DocumentSummary?
    /// It now; `nil` for one that is gone.
    public let new: DocumentSummary?
    /// What of what is known of it differs: `title`, `status` and so on.
    public let fields: [String]
  }

  /// A heading or passage that did not stay as it was.
  public struct Change: Sendable, Hashable {
    /// What became of it.
    public let kind: Kind
    /// It then, with its addresses and its citation of then; `nil` for what is new.
    public let old: DocumentDifference.Side?
    /// It now; `nil` for what is gone.
    public let new: DocumentDifference.Side?
    /// Its words piece by piece: without those inserted the old text, without those deleted the new one.
    public let pieces: [DocumentDifference.Piece]

    package init(_ kind: Kind, old: DocumentDifference.Side?, new: DocumentDifference.Side?) {
      self.kind = kind
      self.old = old
      self.new = new
      pieces = DocumentDifference.change(old, new).pieces
    }
  }

  /// The revision that is compared with.
  public let since: CorpusRevision
  /// The documents, in the order of their names now, else then.
  public private(set) var documents: [Document] = []
  /// The headings and passages, document by document in the order of the text.
  public private(set) var changes: [Change] = []
  /// How many headings and passages of changed documents stayed as they were.
  public private(set) var sameCount = 0
  /// The two states of each document with the passages that belong together.
  package private(set) var pairs: [ChangedDocument] = []

  init(since: CorpusRevision) { self.since = since }

  /// Takes in a document of which one state at least is there.
  mutating func add(old: PolicyDocument?, new: PolicyDocument?, isMoved: Bool = false) {
    let summaries = (old: old.map { DocumentSummary($0) }, new: new.map { DocumentSummary($0) })
    let units = (old: old.map { DocumentUnits($0) }, new: new.map { DocumentUnits($0) })
    let fields = summaries.old.flatMap { old in
      summaries.new.map { Self.differing(old.metadata, $0.metadata) }
    }
    let kind: Kind = old == nil ? .new : new == nil ? .gone : isMoved ? .moved : .changed
    documents.append(
      Document(kind: kind, old: summaries.old, new: summaries.new, fields: fields ?? []))
    var pair = ChangedDocument(old: old?.id.name, new: new?.id.name)
    if let old = units.old, let new = units.new {
      for found in DocumentComparison(old, new).pairs {
        if let kind = found.kind {
          changes.append(
            Change(
              kind, old: found.old.map { old.side(at: $0) }, new: found.new.map { new.side(at: $0) }
            ))
        } else {
          sameCount += 1
        }
        if let one = found.old.flatMap(old.passage), let other = found.new.flatMap(new.passage) {
          pair.link(one, other, isChanged: found.kind == .changed)
        }
      }
    } else {
      for units in [units.old, units.new].compactMap({ $0 }) {
        changes += (0..<units.count).map { place in
          let side = units.side(at: place)
          return old == nil ? Change(.new, old: nil, new: side) : Change(.gone, old: side, new: nil)
        }
      }
    }
    pairs.append(pair)
  }

  /// The names of the values in which two states differ.
  static func differing(_ old: DocumentMetadata, _ new: DocumentMetadata) -> [String] {
    let values: [(String, Bool)] = [
      ("title", old.title.value == new.title.value),
      ("issuer", old.issuer.value == new.issuer.value),
      ("number", old.number.value == new.number.value),
      ("kind", old.kind.value == new.kind.value),
      ("written", old.written.value == new.written.value),
      ("published", old.published.value == new.published.value),
      ("effective", old.effective.value == new.effective.value),
      ("source", old.source.value == new.source.value),
      ("status", old.status.value == new.status.value && old.statusAsOf == new.statusAsOf),
      ("addressee", old.addressee.value == new.addressee.value),
      ("keywords", old.keywords.value == new.keywords.value),
    ]
    return values.filter { !$0.1 }.map(\.0)
  }
}
