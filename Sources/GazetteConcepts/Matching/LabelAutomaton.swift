package import GazetteAnalysis

/// Finds all of many labels in a folded text: a trie in a double array (Aoe 1989), walked from the places at which a label may
/// begin.
///
/// A label begins at the first letter of a word or at a scalar that is written without blanks, and ends likewise. Which
/// places are worth a walk the eight bytes that stand there tell by one bit, and sixteen by another; then a table of the
/// labels' first eight bytes has the state that they lead to. So nearly all of a text is passed over, however many labels there
/// are. Where one label alone is left, its rest is compared eight bytes at a time. At no place more bytes are looked at than the longest label
/// has. Memory: about fifteen bytes for each byte of the labels that no other label shares.
package struct LabelAutomaton: Sendable {
  /// A state of the trie.
  private struct State {
    /// What is added to a byte to get the next state; 0 where nothing follows.
    var base: Int32 = 0
    /// The state before; -1 where free.
    var parent: Int32 = -1
    /// The label that ends here; -1 for none.
    var label: Int32 = -1
    /// The only label that goes on from here; -1 for several or none.
    var only: Int32 = -1
  }

  private var states: [State]
  private let heads: LabelHeads
  /// The bytes of the labels, one after the other, and zeros behind them; where each begins.
  private var labelBytes: [UInt8] = []
  private var labelStarts: [Int32] = [0]
  /// How many labels there are.
  package let labelCount: Int

  /// Labels with fewer folded bytes are ignored: a single letter is in every text.
  package static let shortest = 2
  /// Labels with more folded bytes are ignored.
  package static let longest = 1 << 12

  /// How many bytes of memory it takes.
  package var byteCount: Int {
    states.count * MemoryLayout<State>.stride + heads.byteCount + labelBytes.count
      + labelStarts.count * 4
  }

  /// Builds the automaton of some labels; the place of a label in the array is its number.
  ///
  /// Of two that are equal the first is found. Time grows with the sum of their lengths.
  package init(_ labels: [[UInt8]]) {
    labelCount = labels.count
    var order = labels.indices.filter { (Self.shortest...Self.longest).contains(labels[$0].count) }
    order.sort { left, right in
      labels[left] == labels[right]
        ? left < right : labels[left].lexicographicallyPrecedes(labels[right])
    }
    var states = DoubleArray(labels, order: order).states.map {
      State(base: $0.base, parent: $0.parent, label: $0.label)
    }
    var heads = LabelHeads(count: order.count)
    for label in order {
      let bytes = labels[label]
      var state = 0
      for (depth, byte) in bytes.enumerated() {
        // The label that goes on from a state: -1 before the first, -2 behind the second.
        states[state].only = states[state].only == -1 ? Int32(label) : -2
        if depth == LabelHeads.size { heads.add(bytes, numbered: Int32(label), leadingTo: state) }
        state = Int(states[state].base) + Int(byte)
      }
      if bytes.count <= LabelHeads.size {
        heads.add(bytes, numbered: Int32(label), leadingTo: state)
      }
    }
    for state in states.indices where states[state].only == -2 { states[state].only = -1 }
    self.states = states
    self.heads = heads
    labelStarts.reserveCapacity(labels.count + 1)
    for label in labels {
      labelBytes += label
      labelStarts.append(Int32(labelBytes.count))
    }
    labelBytes += [UInt8](repeating: 0, count: LabelText.padding)
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
      bytes.count >= count + LabelText.padding, "sixteen bytes are readable behind the text")
    guard states.count > 1, count > 0 else { return }
    unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.batch) { places in
      heads.withGates { gates in
        var at = 0
        while at < count {
          let found = unsafe Self.collect(into: places, from: &at, in: bytes, count, gates)
          let left = unsafe Self.sift(places, found, in: bytes, gates)
          for index in 0..<left {
            unsafe find(bytes, at: places[index], to: count, into: &matches)
          }
        }
      }
    }
  }

  /// So many places are collected before they are looked at: the processor then looks at several at a time.
  private static let batch = 128

  /// Writes down places at which a label may begin, until there is no room or no text; returns how many.
  @inline(__always)
  private static func collect(
    into places: UnsafeMutableBufferPointer<Int>, from at: inout Int,
    in bytes: UnsafeBufferPointer<UInt8>, _ count: Int, _ gates: LabelHeads.Gates
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var found = 0
    while at < count, found < batch {
      let head = unsafe UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let byte = UInt8(truncatingIfNeeded: head)
      let step: Int
      if byte >= 0x80 {
        step = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      } else if isWord(byte) {
        step = wordLength(head)
      } else {
        at += 1
        continue
      }
      // No branch: whether a label begins here nobody foresees.
      unsafe places[found] = at
      found += gates.mayBegin(head)
      at += step
      // Of a word that fills eight bytes the rest is no beginning.
      if step == 8 { while at < count, unsafe isWord(bytes[at]) { at += 1 } }
    }
    return found
  }

  /// Keeps of some places those whose sixteen bytes a label may begin with; returns how many they are.
  ///
  /// Apart from the collecting, whose loop has no register to spare.
  @inline(never)
  private static func sift(
    _ places: UnsafeMutableBufferPointer<Int>, _ found: Int, in bytes: UnsafeBufferPointer<UInt8>,
    _ gates: LabelHeads.Gates
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var kept = 0
    for index in 0..<found {
      let place = unsafe places[index]
      let head = unsafe UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let next = unsafe UInt64(
        littleEndian: raw.loadUnaligned(
          fromByteOffset: place + LabelHeads.size, as: UInt64.self))
      unsafe places[kept] = place
      kept += gates.mayGoOn(head, next)
    }
    return kept
  }

  /// Whether a folded byte is of a word, not of a scalar that is written without blanks.
  @inline(__always)
  package static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// How many of eight folded bytes, the first the lowest, are of the word that they begin with.
  ///
  /// Below the digits stand the marks alone, above ASCII what is no word: the first byte of either ends it.
  @inline(__always)
  private static func wordLength(_ head: UInt64) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    let isLow = ~((head | high) &- 0x3030_3030_3030_3030) & high
    return (isLow | (head & high)).trailingZeroBitCount >> 3
  }

  /// Adds the labels that begin at a place.
  @inline(never)
  private func find(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, to count: Int,
    into matches: inout [LabelMatch]
  ) {
    let head = unsafe UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: start, as: UInt64.self))
    if heads.mayBeginShort(head) {
      unsafe walk(
        bytes, from: start, state: 0, at: start, to: min(count, start + LabelHeads.size),
        of: count, into: &matches)
    }
    guard start + LabelHeads.size < count, let slot = heads.slot(of: head) else { return }
    let place = start + LabelHeads.size
    if slot.only >= 0 {
      unsafe addRest(of: slot.only, bytes, from: start, at: place, to: count, into: &matches)
    } else {
      unsafe walk(
        bytes, from: start, state: Int(slot.state), at: place, to: count, of: count,
        into: &matches)
    }
  }

  /// Adds the labels that end between a place behind their beginning and another.
  private func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, state first: Int, at place: Int,
    to limit: Int, of count: Int, into matches: inout [LabelMatch]
  ) {
    unsafe states.withUnsafeBufferPointer { states in
      var state = first
      var at = place
      while true {
        let only = unsafe states[state].only
        if only >= 0 {
          // From the root only labels as short as a head are looked for.
          if first != 0 || labelStarts[Int(only) + 1] - labelStarts[Int(only)] <= LabelHeads.size {
            unsafe addRest(of: only, bytes, from: start, at: at, to: count, into: &matches)
          }
          return
        }
        guard at < limit else { return }
        let byte = unsafe bytes[at]
        let next = unsafe Int(states[state].base) + Int(byte)
        guard next < states.count, unsafe states[next].parent == Int32(state) else { return }
        state = next
        at += 1
        let label = unsafe states[state].label
        if label >= 0 {
          unsafe add(label, bytes, from: start, to: at, of: count, into: &matches)
        }
      }
    }
  }

  /// Adds a label unless the word goes on: then it is another word.
  @inline(__always)
  private func add(
    _ label: Int32, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int,
    of count: Int, into matches: inout [LabelMatch]
  ) {
    if unsafe Self.isWord(bytes[end - 1]), end < count, unsafe Self.isWord(bytes[end]) { return }
    matches.append(LabelMatch(label: label, start: Int32(start), end: Int32(end)))
  }

  /// Adds a label of which all bytes before a place stand there, if the rest does too.
  @inline(__always)
  private func addRest(
    of label: Int32, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, at place: Int,
    to count: Int, into matches: inout [LabelMatch]
  ) {
    let (first, last) = (Int(labelStarts[Int(label)]), Int(labelStarts[Int(label) + 1]))
    let end = start + last - first
    guard end <= count else { return }
    let isThere = unsafe labelBytes.withUnsafeBytes { label in
      let raw = UnsafeRawBufferPointer(bytes)
      var (own, at) = (first + place - start, place)
      while own < last {
        let difference =
          unsafe label.loadUnaligned(fromByteOffset: own, as: UInt64.self)
          ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        if last - own < 8 {
          return UInt64(littleEndian: difference) << UInt64((8 - last + own) * 8) == 0
        }
        if difference != 0 { return false }
        own += 8
        at += 8
      }
      return true
    }
    if isThere { unsafe add(label, bytes, from: start, to: end, of: count, into: &matches) }
  }
}
