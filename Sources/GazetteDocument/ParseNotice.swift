/// Something that a reader of a report should know of a file that was read whole all the same.
public struct ParseNotice: Sendable, Hashable {
  /// What a notice can be about.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Bytes that mean nothing in the file's encoding were replaced by U+FFFD.
    case undecodableBytes = "undecodable-bytes"
    /// The file declares one encoding and is written in another.
    case wrongEncodingDeclared = "wrong-encoding-declared"
    /// Nothing but the bytes themselves tells the encoding, and they leave room for doubt: single bytes beyond ASCII.
    case guessedEncoding = "guessed-encoding"
    /// The file holds no text.
    case empty
    /// The front matter could not be read; it was taken for text.
    case frontMatter = "front-matter"
    /// A name in the file beside the document, `NAME.meta.yaml`, that no field is kept for.
    case sidecar
    /// A part that the document takes from another file, which is not there or may not be opened.
    case missingPart = "missing-part"
    /// A place in markup that the parser mended.
    case markup
  }

  /// What the notice is about.
  public var kind: Kind
  /// The first byte of the file that it is about, counted from 0.
  public var fileOffset: Int?
  /// How many places it is about.
  public var count: Int
  /// More about it, in English: the encoding, the parser's message.
  public var detail: String

  /// Creates a notice.
  public init(kind: Kind, fileOffset: Int? = nil, count: Int = 1, detail: String = "") {
    self.kind = kind
    self.fileOffset = fileOffset
    self.count = count
    self.detail = detail
  }
}
