/// Finds the words of a lexicon at a place of a text: a trie whose edges lie in one hash table.
///
/// A step takes one byte of ASCII, of which letters match in either case, or one character of three bytes, as nearly all of
/// Chinese are; the characters of other lengths are taken byte by byte. The first step looks into an array.
struct CueAutomaton: Sendable {
  /// An edge: the node and the unit that it leaves by, and the node that it leads to; a free place has the key 0.
  private struct Edge: Sendable {
    var key: UInt64 = 0
    var target: Int32 = 0
    /// The word that ends in the target; -1 for none.
    var word: Int32 = -1
  }

  private var edges: [Edge] = []
  private var mask = 0
  /// The edges out of the root by their unit.
  private var roots = [Edge](repeating: Edge(), count: CueAutomaton.units)

  /// How many units there are: bytes, and characters of three bytes.
  private static let units = 256 + 0x10000

  /// Builds the automaton of some words; the place of a word in the array is its number.
  init(_ entries: [[UInt8]]) {
    var table: [UInt64: Edge] = [:]
    var count: Int32 = 0
    for (number, bytes) in entries.enumerated() where !bytes.isEmpty {
      var node: Int32 = 0
      var position = 0
      while position < bytes.count {
        let (unit, length) = CueAutomaton.unit(bytes.span, at: position, end: bytes.count)
        position += length
        let key = CueAutomaton.key(node, unit)
        var edge = table[key] ?? Edge(key: key)
        if edge.target == 0 {
          count += 1
          edge.target = count
        }
        if position == bytes.count, edge.word < 0 { edge.word = Int32(number) }
        if node == 0 { roots[unit] = edge }
        table[key] = edge
        node = edge.target
      }
    }
    var size = 16
    while size < table.count * 3 { size <<= 1 }
    mask = size - 1
    edges = [Edge](repeating: Edge(), count: size)
    for (key, edge) in table.sorted(by: { $0.key < $1.key }) {
      var slot = CueAutomaton.hash(key) & mask
      while edges[slot].target != 0 { slot = (slot + 1) & mask }
      edges[slot] = edge
    }
  }

  /// The unit at a place, and its length in bytes.
  @inline(__always)
  private static func unit(_ text: Span<UInt8>, at position: Int, end: Int) -> (Int, Int) {
    let byte = text[position]
    if byte < 0x80 { return (Int(byte &- 0x41 < 26 ? byte | 0x20 : byte), 1) }
    if byte >= 0xE0, byte < 0xF0, position + 2 < end {
      let high = Int(byte & 0x0F) << 12 | Int(text[position + 1] & 0x3F) << 6
      let scalar = high | Int(text[position + 2] & 0x3F)
      return (256 + scalar, 3)
    }
    return (Int(byte), 1)
  }

  @inline(__always)
  private static func key(_ node: Int32, _ unit: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(unit)
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 40)
  }

  /// Gives the numbers and ends of all words that begin at a place, shortest first.
  @inline(__always)
  func words(
    in text: Span<UInt8>, at start: Int, end: Int, _ found: (_ word: Int, _ end: Int) -> Void
  ) {
    guard start < end else { return }
    var (unit, length) = CueAutomaton.unit(text, at: start, end: end)
    var edge = roots[unit]
    var position = start + length
    while edge.target != 0 {
      if edge.word >= 0 { found(Int(edge.word), position) }
      guard position < end else { return }
      (unit, length) = CueAutomaton.unit(text, at: position, end: end)
      edge = follow(CueAutomaton.key(edge.target, unit))
      position += length
    }
  }

  @inline(__always)
  private func follow(_ key: UInt64) -> Edge {
    var slot = CueAutomaton.hash(key) & mask
    while true {
      let edge = edges[slot]
      if edge.key == key || edge.target == 0 { return edge }
      slot = (slot &+ 1) & mask
    }
  }
}
