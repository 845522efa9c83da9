/// What can be wrong with an index, and where.
public enum IndexError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A file does not hold what it must: the place is a byte offset.
  case corrupt(file: String, offset: Int, what: String)
  /// The index was written in a format that this build does not read.
  case incompatible(file: String, found: Int, supported: ClosedRange<Int>)
  /// Another writer is at work.
  case locked(path: String, holder: String)
  /// The index was made for other fields or by another analyzer than those of this build.
  case mismatched(path: String, what: String, found: String, expected: String)
  /// A query names what the index does not have, or holds a factor that is no number.
  case invalidQuery(reason: String)
  /// There is no index.
  case missing(path: String)
  /// The system refused an operation.
  case io(operation: String, path: String, errno: Int32)
  /// A segment or the index would grow over a limit of the format.
  case tooLarge(what: String, limit: Int)

  /// A merge in the background was given up; nobody is told.
  static let cancelledMerge = IndexError.io(operation: "merge", path: "", errno: 0)

  /// A short name for reports and for scripts.
  public var code: String {
    switch self {
    case .corrupt: "corrupt"
    case .incompatible: "incompatible"
    case .locked: "locked"
    case .mismatched: "mismatched"
    case .invalidQuery: "invalid-query"
    case .missing: "no-index"
    case .io: "io"
    case .tooLarge: "limit"
    }
  }

  /// One line: what happened, where, and what to do.
  public var description: String {
    switch self {
    case .corrupt(let file, let offset, let what):
      "\(file) is damaged at byte \(offset): \(what); rebuild it with \"gazette index\""
    case .incompatible(let file, let found, let supported):
      "\(file) has format \(found); this build reads \(supported.lowerBound) to"
        + " \(supported.upperBound); rebuild it with \"gazette index\""
    case .locked(let path, let holder):
      "\(path) is being written by \(holder); wait until that has ended"
    case .mismatched(let path, let what, let found, let expected):
      "\(path) was made with \(what) \(found), not \(expected); rebuild it with \"gazette index\""
    case .invalidQuery(let reason):
      "the query cannot be answered: \(reason)"
    case .missing(let path):
      "there is no index at \(path); make one with \"gazette index\""
    case .io(let operation, let path, let errno):
      "could not \(operation) \(path): \(SystemError(code: errno).words(after: operation))"
    case .tooLarge(let what, let limit):
      "\(what) over the limit of \(limit)"
    }
  }
}
