/// A stretch of a source text held by its words, what stands around them, and its place: enough to find it again after the
/// source changed, and to see that it is not the same any more.
///
/// The position and quote selectors of the Web Annotation Data Model (W3C, 2017) together, and the digest of the text in
/// which the position counts. It is resolved by `SelectorResolver`.
public struct Selector: Sendable, Hashable {
  /// So many scalars of context stand on each side, fewer only at the ends of the text.
  public static let contextScalars = 32

  /// Where the words stood.
  public let span: TextSpan
  /// The words, exactly as they stood.
  public let exact: String
  /// Up to 32 scalars of the source text before them.
  public let prefix: String
  /// Up to 32 scalars of the source text after them.
  public let suffix: String
  /// The SHA-256 of the source text as UTF-8.
  public let textSHA256: Digest
  /// How often the words stood in the text, one behind the other; `nil` when nobody counted.
  ///
  /// Words that were there once and are there once need no surroundings to be known again.
  public let occurrences: Int?
  /// How often they stood there between just these surroundings; `nil` when nobody counted.
  ///
  /// Where it is more than once, no later text can tell which of the copies is meant.
  public let copies: Int?

  /// Creates a selector from its parts, which the caller knows to fit each other.
  public init(
    span: TextSpan, exact: String, prefix: String, suffix: String, textSHA256: Digest,
    occurrences: Int? = nil, copies: Int? = nil
  ) {
    self.span = span
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
    self.textSHA256 = textSHA256
    self.occurrences = occurrences
    self.copies = copies
  }

  /// Selects a stretch of a document; costs a walk over its text.
  ///
  /// - Parameters:
  ///   - span: A stretch that lies within the document's text and begins and ends between scalars.
  ///   - document: The document.
  public init(_ span: TextSpan, in document: PolicyDocument) {
    self.init(span, in: document.text, textSHA256: document.textSHA256)
  }

  /// Selects a stretch of a source text; costs a walk over it.
  ///
  /// - Parameters:
  ///   - span: A stretch that lies within the text and begins and ends between scalars.
  ///   - text: The text.
  ///   - textSHA256: Its digest.
  public init(_ span: TextSpan, in text: SourceText, textSHA256: Digest) {
    let (start, end) = (span.start.byte, span.end.byte)
    let bare = Selector(
      span: span, exact: text.string(in: span),
      prefix: text.string(in: text.place(before: start, by: Selector.contextScalars)..<start),
      suffix: text.string(in: end..<text.place(behind: end, by: Selector.contextScalars)),
      textSHA256: textSHA256)
    self = bare.counted(in: text)
  }

  /// The same selector with its words counted in the text that it is of; costs two walks over the text.
  ///
  /// - Parameter text: The text.
  /// - Returns: The selector.
  public func counted(in text: SourceText) -> Selector {
    Selector(
      span: span, exact: exact, prefix: prefix, suffix: suffix, textSHA256: textSHA256,
      occurrences: text.count(of: Array(exact.utf8)),
      copies: text.count(of: Array((prefix + exact + suffix).utf8)))
  }

  /// Whether position and words fit each other: as many bytes and scalars as the words have, and no more context than
  /// there can be.
  public var isConsistent: Bool {
    span.bytes.count == exact.utf8.count && span.scalars.count == exact.unicodeScalars.count
      && span.start.byte >= prefix.utf8.count && span.start.scalar >= prefix.unicodeScalars.count
      && prefix.unicodeScalars.count <= Selector.contextScalars
      && suffix.unicodeScalars.count <= Selector.contextScalars
      && (prefix.unicodeScalars.count == Selector.contextScalars
        || prefix.unicodeScalars.count == span.start.scalar)
  }

  /// The machine address of the words, computed from them.
  public var machineID: MachineID {
    let bytes = Array(exact.utf8)
    return MachineID(
      textDigest: textSHA256.prefix, bytes: span.bytes,
      digest: ContentHash.prefix(of: bytes.span, in: 0..<bytes.count))
  }
}
