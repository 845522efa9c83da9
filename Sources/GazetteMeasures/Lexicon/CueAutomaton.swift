/// Finds the words of a lexicon at a place of a text: a trie over bytes whose edges lie in one hash table.
///
/// ASCII letters match in either case. A step costs one look at the table, which for some thousand words stays in the
/// second cache.
struct CueAutomaton: Sendable {
  /// Node and byte of an edge, and the node that it leads to; a free place has the key 0.
  private var keys: [UInt32] = []
  private var targets: [Int32] = []
  private var mask: UInt32 = 0
  /// The word that ends in a node; -1 for none.
  private var words: [Int32] = [-1]
  /// The node behind the first byte; 0 for none.
  private var roots = [Int32](repeating: 0, count: 256)

  /// Builds the automaton of some words; the place of a word in the array is its number.
  init(_ entries: [[UInt8]]) {
    var edges: [UInt32: Int32] = [:]
    for (number, bytes) in entries.enumerated() where !bytes.isEmpty {
      var node: Int32 = 0
      for byte in bytes {
        let key = UInt32(node) << 8 | UInt32(byte)
        if node == 0, roots[Int(byte)] != 0 {
          node = roots[Int(byte)]
        } else if node != 0, let next = edges[key] {
          node = next
        } else {
          words.append(-1)
          let next = Int32(words.count - 1)
          if node == 0 { roots[Int(byte)] = next } else { edges[key] = next }
          node = next
        }
      }
      if words[Int(node)] < 0 { words[Int(node)] = Int32(number) }
    }
    var size: UInt32 = 16
    while Int(size) < edges.count * 3 { size <<= 1 }
    mask = size - 1
    keys = [UInt32](repeating: 0, count: Int(size))
    targets = [Int32](repeating: 0, count: Int(size))
    for (key, target) in edges.sorted(by: { $0.key < $1.key }) {
      var slot = CueAutomaton.hash(key) & mask
      while keys[Int(slot)] != 0 { slot = (slot + 1) & mask }
      keys[Int(slot)] = key
      targets[Int(slot)] = target
    }
  }

  @inline(__always)
  private static func hash(_ key: UInt32) -> UInt32 {
    let mixed = key &* 0x9E37_79B1
    return mixed ^ mixed &>> 15
  }

  /// Appends the numbers and ends of all words that begin at a place, shortest first.
  @inline(__always)
  func words(
    in text: Span<UInt8>, at start: Int, end: Int, _ found: (_ word: Int, _ end: Int) -> Void
  ) {
    var position = start
    var node: Int32 = 0
    while position < end {
      var byte = text[position]
      if byte &- 0x41 < 26 { byte |= 0x20 }
      let next = node == 0 ? roots[Int(byte)] : follow(node, byte)
      if next == 0 { return }
      node = next
      position += 1
      let word = words[Int(node)]
      if word >= 0 { found(Int(word), position) }
    }
  }

  @inline(__always)
  private func follow(_ node: Int32, _ byte: UInt8) -> Int32 {
    let key = UInt32(bitPattern: node) << 8 | UInt32(byte)
    var slot = CueAutomaton.hash(key) & mask
    while true {
      let found = keys[Int(slot)]
      if found == key { return targets[Int(slot)] }
      if found == 0 { return 0 }
      slot = (slot &+ 1) & mask
    }
  }
}
