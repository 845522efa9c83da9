import Dispatch
import Synchronization

/// Ranges of the entries of a segment that are searched side by side.
///
/// Short searches stay in one range: to wake another thread costs more than it saves.
struct SearchRanges {
  /// From so many postings on a search is worth another thread.
  private static let leastPostings = 1 << 13
  /// What a range holds at least.
  private static let leastEntries = 1 << 15
  private static let threadCount = min(8, ProcessorCount.active)

  private let ranges: [Range<Int>]

  /// Divides a segment.
  init(entryCount: Int, postingCount: Int) {
    var count = 1
    if Self.threadCount > 1, postingCount >= Self.leastPostings {
      // More ranges than threads, so that none waits long for another.
      count = max(1, min(Self.threadCount * 2, entryCount / Self.leastEntries))
    }
    ranges = (0..<count).map { part in
      // Sets of bits begin at a multiple of 64.
      let start = entryCount * part / count & ~63
      let end = part + 1 == count ? entryCount : entryCount * (part + 1) / count & ~63
      return start..<end
    }
  }

  /// How many ranges there are.
  var count: Int { ranges.count }

  /// What the ranges searched so far have come to.
  private struct Found {
    var hits: [Hit] = []
    var count = 0
    var failure: IndexError?
    var floor = -Float.infinity
  }

  /// Searches every range.
  ///
  /// - Parameters:
  ///   - capacity: How many hits are wanted of all ranges together.
  ///   - search: Finds the best hits of a range, and how many match; hits below the floor may be left out.
  /// - Returns: The hits of all ranges, and how many match.
  /// - Throws: What a range throws.
  func run(
    capacity: Int,
    _ search:
      @Sendable (Range<Int>, _ floor: Float) throws(IndexError) -> (hits: [Hit], count: Int)
  ) throws(IndexError) -> (hits: [Hit], count: Int) {
    let found = Mutex(Found())
    withoutActuallyEscaping(search) { search in
      DispatchQueue.concurrentPerform(iterations: ranges.count) { number in
        let floor = found.withLock { $0.failure == nil ? $0.floor : .infinity }
        do throws(IndexError) {
          let (hits, count) = try search(ranges[number], floor)
          found.withLock { found in
            found.hits += hits
            found.count += count
            guard capacity > 0, found.hits.count >= capacity else { return }
            // As many hits as are wanted reach this score: what scores less comes too late.
            found.hits.sort { $0.score > $1.score }
            found.floor = found.hits[capacity - 1].score
          }
        } catch {
          found.withLock { $0.failure = error }
        }
      }
    }
    let all = found.withLock { $0 }
    if let failure = all.failure { throw failure }
    return (all.hits, all.count)
  }
}
