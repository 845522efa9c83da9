/// The best hits so far: a heap with the least of them on top.
struct TopHits {
  /// The most hits to keep.
  let capacity: Int
  private var heap: [Hit] = []
  private var shared: SharedFloor?
  /// The score from which on a hit can be among the best.
  private var minimum: Float
  /// No sum below this comes to such a score, however it is rounded: what bounds are held against.
  private(set) var lowest: Double

  /// Creates an empty collection of at most some hits.
  ///
  /// - Parameters:
  ///   - capacity: The most hits to keep.
  ///   - floor: A score that as many hits are known to reach; those below it may be left out.
  init(capacity: Int, floor: Float = -.infinity) {
    self.capacity = max(0, capacity)
    minimum = capacity > 0 ? floor : .infinity
    heap.reserveCapacity(min(self.capacity, 16))
    lowest = Self.lowest(of: minimum)
  }

  /// The same without the hits, for those that come after them.
  var emptied: TopHits { TopHits(capacity: capacity, floor: minimum) }

  /// Shares from now on with other searches from which score on a hit can be among the best.
  mutating func share(_ floor: SharedFloor) {
    shared = floor
    takeShared()
  }

  /// Takes over what other searches have found out.
  mutating func takeShared() {
    guard let floor = shared?.score, floor > 0, floor > minimum else { return }
    minimum = floor
    lowest = Self.lowest(of: minimum)
  }

  private static func lowest(of minimum: Float) -> Double {
    minimum.isFinite ? Double(minimum) - Double(minimum.ulp) : Double(minimum)
  }

  /// Offers a hit; hits must be offered by rising segment and entry, so that one that equals the least comes too late.
  @inline(__always)
  mutating func offer(score: Float, segment: Int, docID: UInt32) {
    guard score >= minimum else { return }
    if heap.count < capacity {
      push(Hit(score: score, segment: segment, docID: docID))
    } else {
      replaceTop(with: Hit(score: score, segment: segment, docID: docID))
    }
    guard heap.count == capacity, heap[0].score >= minimum else { return }
    shared?.raise(to: heap[0].score)
    minimum = heap[0].score.nextUp
    lowest = Self.lowest(of: minimum)
  }

  /// Offers a hit unless its entry is deleted.
  @inline(__always)
  mutating func offer(_ score: Double, segment: Int, docID: UInt32, live: LiveDocuments) {
    let score = Float(score)
    if score >= minimum, !live.isDeleted(entry: Int(docID)) {
      offer(score: score, segment: segment, docID: docID)
    }
  }

  /// The hits from best to least.
  var sorted: [Hit] { heap.sorted { Self.isBetter($0, $1) } }

  private static func isBetter(_ left: Hit, _ right: Hit) -> Bool {
    if left.score != right.score { return left.score > right.score }
    return (left.segment, left.docID) < (right.segment, right.docID)
  }

  private mutating func push(_ hit: Hit) {
    var child = heap.count
    heap.append(hit)
    while child > 0 {
      let parent = (child - 1) / 2
      guard Self.isBetter(heap[parent], heap[child]) else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func replaceTop(with hit: Hit) {
    heap[0] = hit
    var parent = 0
    while true {
      var child = parent * 2 + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, Self.isBetter(heap[child], heap[child + 1]) { child += 1 }
      guard Self.isBetter(heap[parent], heap[child]) else { break }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
