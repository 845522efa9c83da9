import GazetteDocument
public import GazetteSearch

/// What is known of an answer beside its passages, from which a receipt is made.
public struct ReceiptWriting: Sendable {
  /// The version of the program, as `--version` says it.
  public static let version = "0.1.0"

  private let command: String
  private let query: String
  private let parsed: String?
  private let options: [String: JSONValue]

  /// Takes down a question.
  ///
  /// - Parameters:
  ///   - command: The subcommand that answers.
  ///   - query: What was typed.
  ///   - parsed: How it was read; `nil` where nothing was searched for.
  ///   - options: The options that decide what is found.
  public init(command: String, query: String, parsed: String?, options: [String: JSONValue]) {
    self.command = command
    self.query = query
    self.parsed = parsed
    self.options = options
  }

  /// The receipt of an answer; costs reading each document once, to count the words in it.
  ///
  /// - Parameters:
  ///   - excerpts: The passages and sentences of the answer, in their order.
  ///   - search: The index that answered.
  /// - Returns: The receipt.
  /// - Throws: `IndexError` when the index is damaged.
  public func receipt(for excerpts: [CitedExcerpt], of search: PolicySearch) throws -> Receipt {
    let state = try search.state()
    var texts: [String: SourceText] = [:]
    let passages = try excerpts.map { excerpt in
      let name = excerpt.document.id.name
      let text = try texts[name] ?? search.document(named: name).text
      texts[name] = text
      return ReceiptPassage(
        document: name, file: excerpt.document.file, sha256: excerpt.document.sha256,
        selector: excerpt.selector.counted(in: text), id: excerpt.id, path: excerpt.path)
    }
    let fingerprint = String(state.thesaurus.fingerprint, radix: 16)
    return Receipt(
      command: command, query: query, parsed: parsed, options: options,
      revision: search.revision, version: Self.version, reader: state.readerVersion,
      thesaurus: state.thesaurus == .none
        ? nil : String(repeating: "0", count: 8 - fingerprint.count) + fingerprint,
      passages: passages)
  }
}
