import Dispatch
import GazetteIndex
import Synchronization

/// Fills parts of an index in several threads and appends them in order.
///
/// A part that is ready before its turn waits, and a thread that is too far ahead waits with it, so that no more parts are
/// in memory than there are threads.
final class PartSequence: Sendable {
  private struct Shared {
    var next = 0
    var failure: (any Error)?
  }

  private let count: Int
  private let threadCount: Int
  private let shared = Mutex(Shared())
  /// Signalled when a part has been appended.
  private let turns: [DispatchSemaphore]

  init(count: Int, threadCount: Int) {
    self.count = count
    self.threadCount = min(max(1, threadCount), max(1, count))
    turns = (0..<count).map { _ in DispatchSemaphore(value: 0) }
    turns.first?.signal()
  }

  /// Fills each part by its number, once; throws the first failure, and then fills no more.
  func run(
    into writer: IndexWriter, fill: @Sendable (Int, IndexPart) throws -> Void
  ) throws {
    guard count > 0 else { return }
    // The writer is used by one thread at a time: whoever holds the turn. Making a part changes nothing of it.
    nonisolated(unsafe) let writer = writer
    DispatchQueue.concurrentPerform(iterations: threadCount) { _ in
      while let number = self.take() {
        let part = writer.makePart()
        var failure: (any Error)?
        do {
          try fill(number, part)
          try part.seal()
        } catch {
          failure = error
        }
        self.turns[number].wait()
        if failure == nil, self.shared.withLock({ $0.failure == nil }) {
          do { try writer.append(part) } catch { failure = error }
        }
        if let failure { self.shared.withLock { $0.failure = $0.failure ?? failure } }
        if number + 1 < self.turns.count { self.turns[number + 1].signal() }
      }
    }
    if let failure = shared.withLock({ $0.failure }) { throw failure }
  }

  private func take() -> Int? {
    shared.withLock { shared in
      guard shared.next < count, shared.failure == nil else { return nil }
      defer { shared.next += 1 }
      return shared.next
    }
  }
}
