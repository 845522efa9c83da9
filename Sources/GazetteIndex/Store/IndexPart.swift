import GazetteAnalysis
import Synchronization

/// Groups of entries that one task prepares for an `IndexWriter`, while other tasks prepare other parts.
///
/// Analysis, sorting and encoding, nearly all of the work of indexing, happen in the task that fills and seals the part.
/// What outgrows the part's memory goes to files in the folder of the index, which nobody sees before the part is appended
/// and the writer commits.
public final class IndexPart: Sendable {
  /// A segment whose file only has to be published.
  struct Sealed: Sendable {
    nonisolated(unsafe) let file: AtomicFile
    let keys: [[UInt8]]
    let deletedGroups: [Int]
  }

  private struct State {
    var buffer: SegmentBuffer
    var sealed: [Sealed] = []
    var isSealed = false
  }

  /// The fields and columns.
  public let schema: Schema
  private let state: Mutex<State>
  private let makeBuffer: @Sendable () -> SegmentBuffer

  /// Creates an empty part; `makeBuffer` is asked for an empty buffer for each segment.
  init(schema: Schema, makeBuffer: @escaping @Sendable () -> SegmentBuffer) {
    self.schema = schema
    self.makeBuffer = makeBuffer
    state = Mutex(State(buffer: makeBuffer()))
  }

  /// Adds a group, in place of an earlier one of the part with its key.
  ///
  /// The part must not be sealed.
  public func add(_ group: EntryGroup) throws(IndexError) {
    try state.withLock { (state) throws(IndexError) in
      precondition(!state.isSealed, "the part is sealed")
      try state.buffer.check(group)
      if state.buffer.hasNoRoom(for: group) { try finishSegment(&state) }
      try state.buffer.add(group)
      if state.buffer.isFull { try finishSegment(&state) }
    }
  }

  private func finishSegment(_ state: inout sending State) throws(IndexError) {
    guard !state.buffer.isEmpty else { return }
    let file = try state.buffer.finish()
    state.sealed.append(
      Sealed(file: file, keys: state.buffer.keys, deletedGroups: state.buffer.deletedGroups))
    state.buffer = makeBuffer()
  }

  /// How many bytes of memory the part takes, about.
  public var byteCount: Int {
    state.withLock { state in
      state.sealed.reduce(state.buffer.byteCount) { sum, sealed in
        sealed.keys.reduce(sum) { $0 + $1.count + 48 } + sealed.deletedGroups.count * 8
      }
    }
  }

  /// Writes the part's files, so that `IndexWriter.append` need not.
  public func seal() throws(IndexError) {
    try state.withLock { (state) throws(IndexError) in
      try finishSegment(&state)
      state.isSealed = true
    }
  }

  /// Seals the part and takes what is in it.
  func take() throws(IndexError) -> [Sealed] {
    try seal()
    return state.withLock { state in
      defer { state.sealed = [] }
      return state.sealed
    }
  }
}
