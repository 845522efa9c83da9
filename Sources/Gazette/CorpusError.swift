/// Why a corpus, or a part of it, could not be read.
public enum CorpusError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such file or folder.
  case missing(path: String)
  /// The system refused an operation.
  case io(operation: String, path: String, errno: Int32)
  /// The file changed each time while it was being read.
  case changedWhileRead(path: String)
  /// The file is larger than the limit.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// A name that is not UTF-8, which no id could carry.
  case undecodableName(path: String)
  /// Two of the folders given have the same name, so documents of both would share ids.
  case sameRootName(first: String, second: String)
  /// The work was interrupted; nothing was committed.
  case interrupted

  /// A short name for reports.
  public var code: String {
    switch self {
    case .missing: "missing"
    case .io: "io"
    case .changedWhileRead: "changed-while-read"
    case .tooLarge: "too-large"
    case .undecodableName: "undecodable-name"
    case .sameRootName: "same-root-name"
    case .interrupted: "interrupted"
    }
  }

  /// The key of the sentence that says it in a table of messages, and what is filled in.
  ///
  /// - Parameter say: The sentence of a key, `nil` when the table has none: for the system's own words.
  /// - Returns: The key and the values.
  public func message(_ say: (String) -> String?) -> (key: String, values: [String])? {
    switch self {
    case .missing(let path): ("corpus.missing", [path])
    case .io(let operation, let path, let errno):
      (
        "corpus.io-" + operation.split(separator: " ").joined(separator: "-"),
        [path, SystemError.key(errno).flatMap(say) ?? SystemError.words(errno)]
      )
    case .changedWhileRead(let path): ("corpus.changed-while-read", [path])
    case .tooLarge(let path, let bytes, let limit):
      ("corpus.too-large", [path, String(bytes), String(limit)])
    case .undecodableName(let path): ("corpus.undecodable-name", [path])
    case .sameRootName(let first, let second): ("corpus.same-root-name", [first, second])
    case .interrupted: ("corpus.interrupted", [])
    }
  }

  /// One line: what happened, where, and what to do.
  public var description: String {
    switch self {
    case .missing(let path): "there is no file or folder \(path)"
    case .io(let operation, let path, let errno):
      "could not \(operation) \(path): \(SystemError.words(errno))"
    case .changedWhileRead(let path): "\(path) kept changing while it was read; index it again"
    case .tooLarge(let path, let bytes, let limit):
      "\(path) has \(bytes) bytes, over the limit of \(limit); raise it with --max-size"
    case .undecodableName(let path): "the name \(path) is not UTF-8; rename the file"
    case .sameRootName(let first, let second):
      "\(first) and \(second) have the same name; index the folder that holds both"
    case .interrupted: "interrupted; nothing was changed"
    }
  }
}
