/// Why a source file could not be read, and where.
public enum ParseError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes are no document of any kind that is read: an image, a program, an archive.
  case notADocument(found: String)
  /// The file is of a kind that is recognised but not read; `advice` says how to convert it.
  case unsupported(format: String, advice: String)
  /// The file has more bytes than the limit.
  case tooLarge(bytes: Int, limit: Int)
  /// The file's bytes contradict its form at an offset in the decoded text, or break a limit that guards the parser.
  case malformed(what: String, offset: Int?)
  /// The file is read and holds pictures of text only; `advice` says how to get text.
  case noText(what: String, advice: String)
  /// The parser gave up before the end: what it returned would not be the whole document.
  case incomplete(what: String, offset: Int?)

  /// A short name for reports: `not-a-document`, `malformed`, ….
  public var code: String {
    switch self {
    case .notADocument: "not-a-document"
    case .unsupported: "unsupported"
    case .tooLarge: "too-large"
    case .malformed: "malformed"
    case .incomplete: "incomplete"
    case .noText: "no-text-layer"
    }
  }

  /// One line: what happened, where, and what to do.
  public var description: String {
    switch self {
    case .notADocument(let found): "no document: \(found)"
    case .unsupported(let format, let advice): "\(format) is not read; \(advice)"
    case .tooLarge(let bytes, let limit):
      "\(bytes) bytes, over the limit of \(limit); raise it with --max-size"
    case .noText(let what, let advice): "\(what); \(advice)"
    case .malformed(let what, let offset): what + ParseError.place(offset)
    case .incomplete(let what, let offset):
      "not read to the end: \(what)" + ParseError.place(offset)
    }
  }

  private static func place(_ offset: Int?) -> String {
    offset.map { " at byte \($0)" } ?? ""
  }
}
