import Dispatch
import Synchronization

/// Ranges of the entries of a segment that are searched side by side.
///
/// Short searches stay in one range: to wake another thread costs more than it saves.
struct SearchRanges {
  private let ranges: [Range<Int>]

  /// Divides a segment.
  init(entryCount: Int, postingCount: Int, by division: SearchDivision) {
    var count = 1
    if division.threadCount > 1, postingCount >= division.leastPostings {
      // More ranges than threads, so that none waits long for another.
      count = max(1, min(division.threadCount * 2, entryCount / max(64, division.leastEntries)))
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
  }

  /// Searches every range.
  ///
  /// - Parameters:
  ///   - capacity: How many hits are wanted of all ranges together.
  ///   - search: Finds the best hits of a range, and how many match; hits below the shared floor may be left out.
  /// - Returns: The hits of all ranges, and how many match.
  /// - Throws: What a range throws.
  func run(
    capacity: Int,
    _ search:
      @Sendable (Range<Int>, SharedFloor) throws(IndexError) -> (hits: [Hit], count: Int)
  ) throws(IndexError) -> (hits: [Hit], count: Int) {
    let found = Mutex(Found())
    let floor = SharedFloor()
    withoutActuallyEscaping(search) { search in
      DispatchQueue.concurrentPerform(iterations: ranges.count) { number in
        guard found.withLock({ $0.failure == nil }) else { return }
        do throws(IndexError) {
          let (hits, count) = try search(ranges[number], floor)
          found.withLock { found in
            found.hits += hits
            found.count += count
            guard capacity > 0, found.hits.count >= capacity else { return }
            found.hits.sort { $0.score > $1.score }
            floor.raise(to: found.hits[capacity - 1].score)
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
