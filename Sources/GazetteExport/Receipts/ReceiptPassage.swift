public import GazetteDocument

/// One passage of a receipt: where it stood and what it said.
public struct ReceiptPassage: Sendable, Hashable {
  /// The document's name in the corpus.
  public let document: String
  /// The file that it was read from.
  public let file: String
  /// The SHA-256 of the file's bytes.
  public let sha256: Digest
  /// The words with their place, surroundings and the digest of the text.
  public let selector: Selector
  /// The machine address as the receipt says it.
  public let id: MachineID
  /// The human address.
  public let path: SectionPath

  /// Creates a passage from its parts.
  public init(
    document: String, file: String, sha256: Digest, selector: Selector, id: MachineID,
    path: SectionPath
  ) {
    self.document = document
    self.file = file
    self.sha256 = sha256
    self.selector = selector
    self.id = id
    self.path = path
  }

  /// Whether place, words, digest and id fit each other; no source is needed to see it.
  public var isConsistent: Bool {
    selector.isConsistent && !selector.exact.isEmpty && id == selector.machineID
  }

  /// The passage as JSON.
  var json: JSONValue {
    guard case .object(var object) = JSONValue(selector) else { return .null }
    object["document"] = .string(document)
    object["file"] = .string(file)
    object["sha256"] = .string(sha256.description)
    object["id"] = .string(id.description)
    object["path"] = .string(path.description)
    return .object(object)
  }
}
