/// One state of a corpus in an index, written `r12-3cf3add3`.
public struct CorpusRevision: Sendable, Hashable, CustomStringConvertible {
  /// How many commits the index had had.
  public let generation: UInt64
  /// What compares across machines: over the documents, the thesaurus, the reader and the analyzer.
  public let fingerprint: UInt32

  /// Creates a revision from its parts.
  public init(generation: UInt64, fingerprint: UInt32) {
    self.generation = generation
    self.fingerprint = fingerprint
  }

  /// The revision as text.
  public var description: String {
    CorpusState.revision(generation: generation, fingerprint: fingerprint)
  }

  /// The revision among some that a text names; `nil` when it names none.
  ///
  /// Takes `r12`, `r12-3cf3add3`, and `3cf3add3` alone, in either letter case. Of a revision of another machine only the part behind
  /// the dash is known here: then the last one with it counts, and all with it hold the same documents.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - known: The revisions, oldest first.
  /// - Returns: The revision.
  static func named(_ text: String, among known: [CorpusRevision]) -> CorpusRevision? {
    var rest = Substring(text.lowercased())
    var generation: UInt64?
    if rest.first == "r" {
      rest = rest.dropFirst()
      let digits = rest.prefix { ("0"..."9").contains($0) }
      guard let number = UInt64(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      generation = number
      guard !rest.isEmpty else { return known.first { $0.generation == number } }
      guard rest.first == "-" else { return nil }
      rest = rest.dropFirst()
    }
    guard rest.utf8.count == 8, rest.first != "+", rest.first != "-",
      let fingerprint = UInt32(rest, radix: 16)
    else { return nil }
    return known.last { $0.fingerprint == fingerprint && $0.generation == generation }
      ?? known.last { $0.fingerprint == fingerprint }
  }
}
