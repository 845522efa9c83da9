public import GazetteDocument

/// What changed between two documents: headings and passages that are gone, new, or in other words.
///
/// Headings and passages are aligned as whole texts, white space aside; what is left between two that stayed is paired by
/// the words that both have, and each pair is aligned word by word. Costs about the product of what changed in one place.
public struct DocumentDifference: Sendable {
  /// One side of a change: a heading or a passage with its addresses.
  public struct Side: Sendable, Hashable {
    /// The human address; that of the section for a heading.
    public let path: SectionPath
    /// The machine address.
    public let id: MachineID
    /// Where it stands in its source text.
    public let span: TextSpan
    /// Its words, exactly as they stand.
    public let text: String
    /// Whether it is a heading.
    public let isHeading: Bool
    /// How it is named in print.
    public let citation: Citation
  }

  /// What can have become of a heading or a passage.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Only the new document has it.
    case inserted
    /// Only the old document has it.
    case deleted
    /// Both have it, in other words.
    case changed
  }

  /// A stretch of words of a change.
  public typealias Piece = WordDifference.Piece

  /// One heading or passage that did not stay as it was.
  public struct Change: Sendable, Hashable {
    /// What became of it.
    public let kind: Kind
    /// It in the old document; `nil` for what was inserted.
    public let old: Side?
    /// It in the new document; `nil` for what was deleted.
    public let new: Side?
    /// Its words piece by piece: without those inserted the old text, without those deleted the new one.
    public let pieces: [Piece]
  }

  /// The changes in the order of the text.
  public let changes: [Change]
  /// How many headings and passages stayed as they were.
  public let sameCount: Int

  /// Compares two documents.
  public init(from old: PolicyDocument, to new: PolicyDocument) {
    let (one, other) = (DocumentUnits(old), DocumentUnits(new))
    var keys: [String: UInt32] = [:]
    let alignment = SequenceAlignment(one.keys(&keys), other.keys(&keys))
    var changes: [Change] = []
    var (left, right) = (0, 0)
    let ends = alignment.matches.map { ($0.left, $0.right) } + [(one.count, other.count)]
    for (leftEnd, rightEnd) in ends {
      for pair in UnitPairing(one, Array(left..<leftEnd), other, Array(right..<rightEnd)).pairs {
        changes.append(
          DocumentDifference.change(
            pair.left.map { one.side(at: $0) }, pair.right.map { other.side(at: $0) }))
      }
      (left, right) = (leftEnd + 1, rightEnd + 1)
    }
    self.changes = changes
    sameCount = alignment.matches.count
  }

  static func change(_ old: Side?, _ new: Side?) -> Change {
    guard let old, let new else {
      let kind = old == nil ? Kind.inserted : .deleted
      let text = (old ?? new)?.text ?? ""
      return Change(
        kind: kind, old: old, new: new,
        pieces: [Piece(kind: old == nil ? .inserted : .deleted, text: text)])
    }
    return Change(
      kind: .changed, old: old, new: new, pieces: WordDifference.pieces(old.text, new.text))
  }
}
