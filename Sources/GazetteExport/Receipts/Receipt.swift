/// What an answer was given from, small enough to hand to somebody else, who checks it without the answer's author.
public struct Receipt: Sendable, Hashable {
  /// The shape and its version.
  public static let schema = "gazette.receipt/1"
  /// A file with more bytes is no receipt.
  public static let maximumSize = 16 << 20

  /// The subcommand that answered: `search`, `cite`.
  public var command: String
  /// The query as typed.
  public var query: String
  /// How it was read; `nil` where nothing was searched for.
  public var parsed: String?
  /// The options that decide what is found.
  public var options: [String: JSONValue]
  /// The revision of the corpus.
  public var revision: String
  /// The version of the program.
  public var version: String
  /// The version of the reader that made the passages.
  public var reader: Int
  /// The fingerprint of the thesaurus, 8 hexadecimal digits; `nil` for none.
  public var thesaurus: String?
  /// The passages in the order of the answer.
  public var passages: [ReceiptPassage]

  /// Creates a receipt.
  public init(
    command: String, query: String, parsed: String?, options: [String: JSONValue],
    revision: String, version: String, reader: Int, thesaurus: String?,
    passages: [ReceiptPassage]
  ) {
    self.command = command
    self.query = query
    self.parsed = parsed
    self.options = options
    self.revision = revision
    self.version = version
    self.reader = reader
    self.thesaurus = thesaurus
    self.passages = passages
  }

  /// The receipt as JSON, with its checksum.
  ///
  /// - Throws: `ReceiptError` when an option holds a number with a fraction.
  public func json() throws(ReceiptError) -> JSONValue {
    var object: [String: JSONValue] = [
      "schema": .string(Receipt.schema), "command": .string(command), "query": .string(query),
      "parsed": JSONValue(parsed), "options": .object(options), "revision": .string(revision),
      "version": .string(version), "reader": .integer(reader),
      "thesaurus": JSONValue(thesaurus), "passages": .array(passages.map(\.json)),
    ]
    object["checksum"] = .string(try Receipt.checksum(of: object))
    return .object(object)
  }

  /// The receipt as a file: canonical JSON and a line feed.
  ///
  /// - Throws: `ReceiptError` as above.
  public func text() throws(ReceiptError) -> String {
    guard let text = try json().canonicalText else { throw .malformed(field: "options") }
    return text + "\n"
  }
}
