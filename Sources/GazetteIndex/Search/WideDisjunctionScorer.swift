/// The entries that match at least some number of many parts: a heap holds where they stand.
///
/// An entry that must match several parts matches one at least of all but the costliest, fewer of those than it must
/// match: only these are walked over, and the costliest are asked about what they find.
final class WideDisjunctionScorer: Scorer {
  /// From how many parts on a heap is worth its cost.
  static let leastCount = 17

  private let parts: ScorerList
  private let minimum: Int
  /// The costliest parts, one fewer than must match, the cheapest of them first: they stand before the current entry, at
  /// it, or beyond.
  private let asked: [Int]
  private let isAsked: [Bool]
  /// The walked parts that do not stand at the current entry: DocID in the upper half, place in the lower; the least first.
  private var heap: [UInt64] = []
  /// The places of the parts that stand at the current entry, rising.
  private var matching: [Int] = []

  /// Creates a scorer of parts; scores are added in the order given.
  init(_ parts: [Scorer], minimum: Int) {
    self.parts = ScorerList(parts)
    self.minimum = minimum
    // Cost, then place: what is walked over must not hang on the sort.
    let order = parts.indices.sorted { (parts[$0].cost, $0) < (parts[$1].cost, $1) }
    let walked = max(1, parts.count - max(1, minimum) + 1)
    asked = Array(order.dropFirst(walked))
    var isAsked = [Bool](repeating: false, count: parts.count)
    for index in asked { isAsked[index] = true }
    self.isAsked = isAsked
    super.init(cost: order.prefix(walked).reduce(0) { $0 + parts[$1].cost })
    for (index, part) in parts.enumerated() where !isAsked[index] { push(index, part.docID) }
    settle()
  }

  override func next() {
    step()
    settle()
  }

  override func advance(to target: UInt32) {
    guard docID < target else { return }
    for index in matching where !isAsked[index] {
      push(index, parts.advance(index, to: target))
    }
    matching.removeAll(keepingCapacity: true)
    while let top = heap.first, UInt32(top >> 32) < target {
      let index = pop()
      push(index, parts.advance(index, to: target))
    }
    settle()
  }

  private func step() {
    for index in matching where !isAsked[index] {
      push(index, parts.next(index))
    }
    matching.removeAll(keepingCapacity: true)
  }

  private func settle() {
    while let top = heap.first {
      docID = UInt32(top >> 32)
      // Parts at one entry leave the heap by rising place: the order in which scores are added.
      while let top = heap.first, UInt32(top >> 32) == docID { matching.append(pop()) }
      if asked.isEmpty ? matching.count >= minimum : ask() { return }
      step()
    }
    docID = Self.end
  }

  /// Takes in the costliest parts that stand at the current entry; false as soon as too few are left.
  private func ask() -> Bool {
    var left = asked.count
    for index in asked {
      guard matching.count + left >= minimum else { return false }
      left -= 1
      if parts.advance(index, to: docID) == docID { matching.append(index) }
    }
    guard matching.count >= minimum else { return false }
    matching.sort()
    return true
  }

  private func push(_ index: Int, _ docID: UInt32) {
    guard docID != Self.end else { return }
    var child = heap.count
    heap.append(UInt64(docID) << 32 | UInt64(index))
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child] < heap[parent] else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private func pop() -> Int {
    let top = heap[0]
    let last = heap.removeLast()
    guard !heap.isEmpty else { return Int(top & 0xFFFF_FFFF) }
    heap[0] = last
    var parent = 0
    while true {
      var child = parent * 2 + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return Int(top & 0xFFFF_FFFF)
  }

  override func score() -> Double {
    var sum = 0.0
    for index in matching { sum += parts.score(index) }
    return sum
  }
}
