package import GazetteAnalysis
import Synchronization

/// Groups of entries that one task prepares for an `IndexWriter`, while other tasks prepare other parts.
///
/// Analysis and sorting, nearly all of the work of indexing, happen in the task that fills and seals the part.
public final class IndexPart: Sendable {
  /// A segment ready to be written.
  struct Sealed: Sendable {
    let image: [UInt8]
    let keys: [[UInt8]]
    let deletedGroups: [Int]
  }

  private enum State {
    case open(SegmentBuffer)
    case sealed(Sealed)
    case empty
  }

  /// The fields and columns.
  public let schema: Schema
  private let state: Mutex<State>

  /// Creates an empty part for an index with a schema.
  public convenience init(schema: Schema) { self.init(schema: schema, analyzer: .standard) }

  /// Creates an empty part for an index with a schema and an analyzer.
  package init(schema: Schema, analyzer: Analyzer) {
    self.schema = schema
    state = Mutex(.open(SegmentBuffer(schema: schema, analyzer: analyzer)))
  }

  /// Adds a group, in place of an earlier one of the part with its key.
  ///
  /// The part must not be sealed.
  public func add(_ group: EntryGroup) throws(IndexError) {
    try state.withLock { (state) throws(IndexError) in
      guard case .open(let buffer) = state else {
        preconditionFailure("the part is sealed")
      }
      try buffer.check(group)
      buffer.add(group)
    }
  }

  /// How many bytes of memory the part takes, about: when to seal it and begin another.
  public var byteCount: Int {
    state.withLock { state in
      switch state {
      case .open(let buffer): buffer.byteCount
      case .sealed(let sealed): sealed.image.count
      case .empty: 0
      }
    }
  }

  /// Sorts and encodes the part, so that `IndexWriter.append` need not.
  public func seal() throws(IndexError) {
    try state.withLock { (state) throws(IndexError) in
      guard case .open(let buffer) = state else { return }
      if buffer.isEmpty {
        state = .empty
        return
      }
      let sealed = Sealed(
        image: try buffer.write(to: nil), keys: buffer.keys, deletedGroups: buffer.deletedGroups)
      state = .sealed(sealed)
    }
  }

  /// Seals the part and takes what is in it; `nil` when it is empty.
  func take() throws(IndexError) -> Sealed? {
    try seal()
    return state.withLock { state in
      guard case .sealed(let sealed) = state else { return nil }
      state = .empty
      return sealed
    }
  }
}
