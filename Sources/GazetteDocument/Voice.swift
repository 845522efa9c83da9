/// Who speaks in a passage; a citation never drops it.
public struct Voice: Sendable, Hashable {
  /// The kinds of voice that are told apart.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The text of a policy document.
    case policy
    /// A leader's speech, or reported words of one.
    case leaderSpeech = "leader-speech"
    /// An expert's remark, never a requirement.
    case expert
    /// A reporter's or author's own words.
    case narration
    /// Words under a picture.
    case caption
    /// A line that names where the copy comes from.
    case sourceLine = "source-line"
    /// Nothing tells.
    case unknown
  }

  /// The kind of voice.
  public var kind: Kind
  /// The name of the speaker.
  public var speaker: String?
  /// The speaker's post.
  public var post: String?
  /// When it was said.
  public var date: CalendarDate?
  /// On what occasion it was said.
  public var occasion: String?
  /// Where the source text says who speaks.
  public var evidence: TextSpan?

  /// Creates a voice of which only the kind is known.
  public init(kind: Kind) {
    self.kind = kind
  }
}
