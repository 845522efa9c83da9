/// Why a source file could not be read, and where.
public enum ParseError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes are no document of any kind that is read: an image, a program, an archive.
  case notADocument(ParseFinding)
  /// The file is of a kind that is recognised but not read; the sentence says how to convert it.
  case unsupported(ParseFinding)
  /// The file has more bytes than the limit.
  case tooLarge(bytes: Int, limit: Int)
  /// The file's bytes contradict its form at an offset in the decoded text, or break a limit that guards the parser.
  case malformed(ParseFinding, offset: Int?)
  /// The file is read and holds pictures of text only; the sentence says how to get text.
  case noText(ParseFinding)
  /// The parser gave up before the end: what it returned would not be the whole document.
  case incomplete(ParseFinding, offset: Int?)

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

  /// What exactly is wrong, as a sentence that the table of messages has in every language.
  public var finding: ParseFinding {
    switch self {
    case .notADocument(let finding), .unsupported(let finding), .noText(let finding): finding
    case .malformed(let finding, _), .incomplete(let finding, _): finding
    case .tooLarge(let bytes, let limit): ParseFinding(.size, bytes, limit)
    }
  }

  /// The byte of the decoded text, or of an archive, at which it shows; `nil` when no single place does.
  public var offset: Int? {
    switch self {
    case .malformed(_, let offset), .incomplete(_, let offset): offset
    default: nil
    }
  }

  /// One line: what happened, where, and what to do.
  public var description: String {
    let place = offset.map { " at byte \($0)" } ?? ""
    switch self {
    case .notADocument: return "no document: \(finding)"
    case .incomplete: return "not read to the end: \(finding)\(place)"
    default: return "\(finding)\(place)"
    }
  }
}
