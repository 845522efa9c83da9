private import CGazetteData

/// Words that say nothing about what a question is about: `the`, `which`, 的, 哪些.
///
/// They are left out only where the words of a question are weighed against each other; a word that is required stays so.
package struct FunctionWords: Sendable {
  /// The words, and whether each asks.
  private var words: [[UInt8]: Bool] = [:]
  /// What stands as it is although a function word begins or ends in it.
  private var kept: Set<[UInt8]> = []
  /// The length of the longest Chinese entry in scalars.
  private var longest = 1

  /// The table that was compiled into the program, read once.
  package static let standard = FunctionWords()

  private init() {
    let table = unsafe gazette_table_function_words()
    let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.count)
    var lines = unsafe TableLines(bytes)
    var section: UInt8?
    while lines.next() {
      if let initial = lines.sectionInitial() {
        section = initial
        continue
      }
      var word: [UInt8] = []
      var count = 0
      while let scalar = lines.scalar() {
        word += Array(String(Unicode.Scalar(scalar) ?? " ").utf8)
        count += 1
      }
      if section != UInt8(ascii: "e") { longest = max(longest, count) }
      if section == UInt8(ascii: "k") {
        kept.insert(word)
      } else {
        words[word] = lines.skipTab() && lines.scalar() == 0x3F
      }
    }
  }

  /// Whether a folded word is one.
  package func contains(_ word: some Collection<UInt8>) -> Bool { words[Array(word)] != nil }

  /// Whether a folded word is one that asks.
  package func asks(_ word: some Collection<UInt8>) -> Bool { words[Array(word)] ?? false }

  /// Cuts a text at the Chinese function words in it.
  ///
  /// - Parameter text: A word as typed, such as a run of Han.
  /// - Returns: What is left, in order, and whether one of the words that were left out asks.
  package func content(of text: String) -> (pieces: [String], asks: Bool) {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { $0.value >= 0x3400 }) else { return ([text], false) }
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var asks = false
    var place = 0
    while place < scalars.count {
      let (length, isKept) = longestEntry(in: scalars, at: place, &asks)
      if length == 0 || isKept {
        let taken = max(1, length)
        piece.append(contentsOf: scalars[place..<place + taken])
        place += taken
        continue
      }
      if !piece.isEmpty { pieces.append(String(piece)) }
      piece = .init()
      place += length
    }
    if !piece.isEmpty { pieces.append(String(piece)) }
    return (pieces, asks)
  }

  /// How many scalars the longest entry at a place has, and whether it is one that stands as it is; 0 when there is none.
  private func longestEntry(
    in scalars: [Unicode.Scalar], at place: Int, _ asks: inout Bool
  ) -> (length: Int, isKept: Bool) {
    guard scalars[place].value >= 0x3400 else { return (0, false) }
    for length in stride(from: min(longest, scalars.count - place), to: 0, by: -1) {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[place..<place + length])
      let word = Array(String(view).utf8)
      if kept.contains(word) { return (length, true) }
      if let asking = words[word] {
        asks = asks || asking
        return (length, false)
      }
    }
    return (0, false)
  }
}
