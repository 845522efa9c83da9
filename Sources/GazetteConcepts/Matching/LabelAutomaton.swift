package import GazetteAnalysis

/// Finds all of many labels in a folded text: a trie in a double array (Aoe 1989), walked from the places at which a label may
/// begin.
///
/// A label begins at the first letter of a word or at a scalar that is written without blanks, and ends likewise. Which
/// places are worth a walk, a bit for the first bytes tells, so that nearly all of a text is passed over; a walk takes at most the
/// length of the longest label, whatever the text. Memory: about fourteen bytes for each byte of the labels that no
/// other label shares.
package struct LabelAutomaton: Sendable {
  /// A state of the trie.
  private struct State {
    /// What is added to a byte to get the next state; 0 where nothing follows.
    var base: Int32 = 0
    /// The state before; -1 where free.
    var parent: Int32 = -1
    /// The label that ends here; -1 for none.
    var label: Int32 = -1
  }

  private var states: [State]
  /// One bit for the hash of the first three bytes of labels that begin with ASCII.
  private var wordHeads: [UInt64]
  /// One bit for the hash of the first six bytes of the others.
  private var solidHeads: [UInt64]
  /// One bit for the hash of the first three bytes of others that are shorter.
  private var shortHeads: [UInt64]
  private var hasShortHeads = false
  /// How many labels there are.
  package let labelCount: Int

  private static let headBits: UInt64 = 17
  /// Labels with fewer folded bytes are ignored: a single letter is in every text.
  package static let shortest = 2
  /// Labels with more folded bytes are ignored.
  package static let longest = 1 << 12

  /// How many bytes of memory it takes.
  package var byteCount: Int {
    states.count * MemoryLayout<State>.stride
      + (wordHeads.count + solidHeads.count + shortHeads.count) * 8
  }

  /// Builds the automaton of some labels; the place of a label in the array is its number.
  ///
  /// Of two that are equal the first is found. Time grows with the sum of their lengths.
  package init(_ labels: [[UInt8]]) {
    labelCount = labels.count
    let words = 1 << Int(Self.headBits - 6)
    wordHeads = Array(repeating: 0, count: words)
    solidHeads = Array(repeating: 0, count: words)
    shortHeads = Array(repeating: 0, count: words)
    var order = labels.indices.filter { (Self.shortest...Self.longest).contains(labels[$0].count) }
    order.sort { left, right in
      labels[left] == labels[right]
        ? left < right : labels[left].lexicographicallyPrecedes(labels[right])
    }
    states = DoubleArray(labels, order: order).states.map {
      State(base: $0.base, parent: $0.parent, label: $0.label)
    }
    for label in order { addHead(of: labels[label]) }
  }

  private mutating func addHead(of label: [UInt8]) {
    func word(_ count: Int) -> UInt64 {
      (0..<min(count, label.count)).reduce(0) { $0 | UInt64(label[$1]) << UInt64($1 * 8) }
    }
    if label[0] < 0x80 {
      if label.count > 2 {
        Self.set(&wordHeads, word(3))
      } else {
        // Whatever follows a label of two bytes.
        for next in 0..<256 { Self.set(&wordHeads, word(2) | UInt64(next) << 16) }
      }
    } else if label.count >= 6 {
      Self.set(&solidHeads, word(6))
    } else {
      hasShortHeads = true
      Self.set(&shortHeads, word(3))
    }
  }

  @inline(__always)
  private static func place(of head: UInt64) -> UInt64 {
    (head &* 0x9E37_79B9_7F4A_7C15) >> (64 - headBits)
  }

  private static func set(_ bits: inout [UInt64], _ head: UInt64) {
    let place = place(of: head)
    bits[Int(place >> 6)] |= 1 << (place & 63)
  }

  /// The states as numbers, three each: what is added to a byte, the state before (-1 where free), the label that ends
  /// there (-1 for none); state 0 is the root.
  package var stateNumbers: [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(states.count * 3)
    for state in states { numbers += [state.base, state.parent, state.label] }
    return numbers
  }

  /// Appends every label that a text holds, by rising start and then by rising end; labels inside others too.
  package func matches(in text: LabelText, into matches: inout [LabelMatch]) {
    unsafe text.utf8.withUnsafeBufferPointer {
      unsafe self.matches(in: $0, count: text.count, into: &matches)
    }
  }

  /// Appends every label in the first `count` of some folded bytes, behind which `LabelText.padding` more may be read.
  package func matches(
    in bytes: UnsafeBufferPointer<UInt8>, count: Int, into matches: inout [LabelMatch]
  ) {
    precondition(
      bytes.count >= count + LabelText.padding, "eight bytes are readable behind the text")
    guard states.count > 1, count > 0 else { return }
    let raw = UnsafeRawBufferPointer(bytes)
    unsafe states.withUnsafeBufferPointer { states in
      unsafe wordHeads.withUnsafeBufferPointer { wordHeads in
        unsafe solidHeads.withUnsafeBufferPointer { solidHeads in
          var at = 0
          while at < count {
            let head = unsafe UInt64(
              littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            let byte = UInt8(truncatingIfNeeded: head)
            if byte < 0x80 {
              if Self.isWord(byte) {
                let place = Self.place(of: head & 0xFF_FFFF)
                if unsafe wordHeads[Int(place >> 6)] >> (place & 63) & 1 == 1 {
                  unsafe walk(states, bytes, from: at, to: count, into: &matches)
                }
                at += 1
                while at < count, unsafe Self.isWord(bytes[at]) { at += 1 }
              } else {
                at += 1
              }
            } else {
              let place = Self.place(of: head & 0xFFFF_FFFF_FFFF)
              if unsafe solidHeads[Int(place >> 6)] >> (place & 63) & 1 == 1
                || (hasShortHeads && isShortHead(head))
              {
                unsafe walk(states, bytes, from: at, to: count, into: &matches)
              }
              at += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            }
          }
        }
      }
    }
  }

  private func isShortHead(_ head: UInt64) -> Bool {
    let place = Self.place(of: head & 0xFF_FFFF)
    return shortHeads[Int(place >> 6)] >> (place & 63) & 1 == 1
  }

  /// Whether a folded byte is of a word, not of a scalar that is written without blanks.
  @inline(__always)
  package static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Adds the labels that begin at a place.
  private func walk(
    _ states: UnsafeBufferPointer<State>, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    to count: Int, into matches: inout [LabelMatch]
  ) {
    var state = 0
    var at = start
    while at < count {
      let byte = unsafe bytes[at]
      let next = unsafe Int(states[state].base) + Int(byte)
      guard next < states.count, unsafe states[next].parent == Int32(state) else { return }
      state = next
      at += 1
      let label = unsafe states[state].label
      guard label >= 0 else { continue }
      // A word that goes on is another word.
      if Self.isWord(byte), at < count, unsafe Self.isWord(bytes[at]) { continue }
      matches.append(LabelMatch(label: label, start: Int32(start), end: Int32(at)))
    }
  }
}
