/// Builds a trie over sorted strings as a double array: each state has a base, and the state after a byte stands at the base
/// plus that byte, when its parent says so.
///
/// After Aoe 1989, "An efficient digital search algorithm by using a double-array structure"; states are placed breadth
/// first at the first base that is free for all of their bytes.
struct DoubleArray {
  /// A state: what is added to a byte, the state before, the string that ends here.
  struct State {
    var base: Int32 = 0
    var parent: Int32 = -1
    var label: Int32 = -1
  }

  private(set) var states = [State](repeating: State(), count: 512)
  private let labels: [[UInt8]]
  private let order: [Int]
  /// No state before this one is free.
  private var firstFree = 1

  private struct Node {
    /// The strings that go through the state, in `order`.
    var range: Range<Int>
    var depth: Int
    var state: Int
  }

  /// Builds the trie of the strings that an order names, which is theirs by bytes.
  init(_ labels: [[UInt8]], order: [Int]) {
    self.labels = labels
    self.order = order
    // The root is taken and nobody's child.
    states[0].parent = -2
    var queue = [Node(range: 0..<order.count, depth: 0, state: 0)]
    var next = 0
    while next < queue.count {
      place(queue[next], &queue)
      next += 1
    }
    let end = states.lastIndex { $0.parent != -1 } ?? 0
    states.removeSubrange((end + 1)...)
  }

  private mutating func place(_ node: Node, _ queue: inout [Node]) {
    var from = node.range.lowerBound
    while from < node.range.upperBound, labels[order[from]].count == node.depth {
      // Of equal strings the first counts.
      if states[node.state].label < 0 { states[node.state].label = Int32(order[from]) }
      from += 1
    }
    var children: [(byte: Int, range: Range<Int>)] = []
    while from < node.range.upperBound {
      let byte = labels[order[from]][node.depth]
      var end = from + 1
      while end < node.range.upperBound, labels[order[end]][node.depth] == byte { end += 1 }
      children.append((Int(byte), from..<end))
      from = end
    }
    guard let first = children.first else { return }
    let base = freeBase(for: children.map(\.byte), first: first.byte)
    states[node.state].base = Int32(base)
    for child in children {
      let state = base + child.byte
      states[state].parent = Int32(node.state)
      queue.append(Node(range: child.range, depth: node.depth + 1, state: state))
    }
    while firstFree < states.count, states[firstFree].parent != -1 { firstFree += 1 }
  }

  /// The least base, not negative, at which the states for some bytes are free.
  private mutating func freeBase(for bytes: [Int], first: Int) -> Int {
    var base = max(0, firstFree - first)
    var tries = 0
    while true {
      while base + 256 >= states.count {
        states.append(contentsOf: repeatElement(State(), count: states.count))
      }
      // State 0 is the root and no byte's.
      if bytes.allSatisfy({ base + $0 > 0 && states[base + $0].parent == -1 }) { return base }
      base += 1
      tries += 1
      // Where much is taken, what is left is given up: the search stays short.
      if tries == 4_096 { firstFree = max(firstFree, base + first) }
    }
  }
}
