import GazetteAnalysis
import Synchronization

/// Groups of entries that one task prepares for an `IndexWriter`, while other tasks prepare other parts.
///
/// Analysis and sorting, most of the work of indexing, happen in the task that fills and seals the part. What outgrows the
/// part's memory goes to files in the folder of the index, which nobody sees before the part is appended and the writer
/// commits.
public final class IndexPart: Sendable {
  /// What a sealed part consists of.
  enum Piece {
    /// Entries whose postings are to be encoded with those of other parts.
    case entries(SegmentBuffer)
    /// A segment of its own, whose file only has to be published.
    case segment(AtomicFile, keys: [[UInt8]], deletedGroups: [Int])
  }

  private struct State {
    var buffer: SegmentBuffer
    var pieces: [Piece] = []
    var isSealed = false
  }

  /// The fields and columns.
  public let schema: Schema
  private let state: Mutex<State>
  private let makeBuffer: @Sendable () -> SegmentBuffer
  private let makesSegments: Bool

  /// Creates an empty part; `makeBuffer` is asked for an empty buffer when another one is full.
  init(
    schema: Schema, makesSegments: Bool, makeBuffer: @escaping @Sendable () -> SegmentBuffer
  ) {
    self.schema = schema
    self.makesSegments = makesSegments
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
      if state.buffer.hasNoRoom(for: group) { try endPiece(&state) }
      try state.buffer.add(group)
      if state.buffer.isFull { try endPiece(&state) }
    }
  }

  private func endPiece(_ state: inout sending State) throws(IndexError) {
    let buffer = state.buffer
    guard !buffer.isEmpty else { return }
    if makesSegments {
      let file = try buffer.finish()
      state.pieces.append(
        .segment(file, keys: buffer.keys, deletedGroups: buffer.deletedGroups))
    } else {
      try buffer.seal()
      state.pieces.append(.entries(buffer))
    }
    state.buffer = makeBuffer()
  }

  /// How many bytes of memory the part takes, about.
  public var byteCount: Int {
    state.withLock { state in
      state.pieces.reduce(state.buffer.byteCount) { sum, piece in
        switch piece {
        case .entries(let buffer): sum + buffer.byteCount
        case .segment(_, let keys, let deletedGroups):
          keys.reduce(sum) { $0 + $1.count + 48 } + deletedGroups.count * 8
        }
      }
    }
  }

  /// Writes the part's files, so that `IndexWriter.append` need not.
  public func seal() throws(IndexError) {
    try state.withLock { (state) throws(IndexError) in
      try endPiece(&state)
      state.isSealed = true
    }
  }

  /// Seals the part and takes what is in it.
  func take() throws(IndexError) -> [Piece] {
    try seal()
    return state.withLock { state in
      nonisolated(unsafe) let pieces = state.pieces
      state.pieces = []
      return unsafe pieces
    }
  }
}
