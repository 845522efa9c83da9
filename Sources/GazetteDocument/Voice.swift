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

  /// What is rarely known, apart from the kind, so that the many voices of which nothing is known are small.
  @usableFromInline final class Details: Sendable {
    fileprivate let values: Values

    fileprivate init(_ values: Values) { self.values = values }
  }

  fileprivate struct Values: Sendable, Hashable {
    var speaker: String?
    var post: String?
    var date: CalendarDate?
    var occasion: String?
    var evidence: TextSpan?
  }

  /// The kind of voice.
  public var kind: Kind
  @usableFromInline var details: Details?

  /// The name of the speaker.
  public var speaker: String? {
    get { details?.values.speaker }
    set { values.speaker = newValue }
  }
  /// The speaker's post.
  public var post: String? {
    get { details?.values.post }
    set { values.post = newValue }
  }
  /// When it was said.
  public var date: CalendarDate? {
    get { details?.values.date }
    set { values.date = newValue }
  }
  /// On what occasion it was said.
  public var occasion: String? {
    get { details?.values.occasion }
    set { values.occasion = newValue }
  }
  /// Where the source text says who speaks.
  public var evidence: TextSpan? {
    get { details?.values.evidence }
    set { values.evidence = newValue }
  }

  /// Creates a voice of which only the kind is known.
  @inlinable public init(kind: Kind) {
    self.kind = kind
  }

  private var values: Values {
    get { details?.values ?? Values() }
    set { details = newValue == Values() ? nil : Details(newValue) }
  }

  /// Compares kind and details by their values.
  public static func == (left: Voice, right: Voice) -> Bool {
    left.kind == right.kind && left.values == right.values
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(values)
  }
}
