/// The best hits so far: a heap with the least of them on top.
struct TopHits {
  private let capacity: Int
  private var heap: [Hit] = []

  /// Creates an empty collection of at most some hits.
  init(capacity: Int) { self.capacity = max(0, capacity) }

  /// Offers a hit; hits must be offered by rising segment and entry, so that one that equals the least comes too late.
  @inline(__always)
  mutating func offer(score: Float, segment: Int, docID: UInt32) {
    if heap.count < capacity {
      push(Hit(score: score, segment: segment, docID: docID))
    } else if let least = heap.first, score > least.score {
      replaceTop(with: Hit(score: score, segment: segment, docID: docID))
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
