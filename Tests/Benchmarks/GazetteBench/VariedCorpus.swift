#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A corpus of any size that grows out of a given one: its passages, then copies of them in which words are replaced.
///
/// A word that is replaced becomes one of about its frequency, now and then a new one: document frequencies grow with the
/// number of passages, and so does the vocabulary, as in texts that nobody copied. The same seed gives the same corpus.
struct VariedCorpus {
  /// The words of all passages by their numbers, and where each passage ends.
  private var tokens: [UInt32] = []
  private var ends: [Int] = []
  private var words: [[UInt8]] = []
  /// The numbers of the words by falling frequency, and the place of each word in that order.
  private var byRank: [UInt32] = []
  private var ranks: [Int] = []

  /// The most frequent words stay as they are: they make the grammar.
  private static let kept = 50

  /// Reads a corpus; `nil` when there is none.
  init?(path: String) {
    guard var reader = CorpusReader(path: path, range: 0..<CorpusReader.size(of: path)) else {
      return nil
    }
    defer { reader.close() }
    var numbers: [[UInt8]: UInt32] = [:]
    var counts: [Int] = []
    while let batch = reader.next() {
      for text in batch.texts {
        for slice in batch.bytes[text].split(whereSeparator: { !Self.isWord($0) }) {
          let word = slice.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
          let number = numbers[word] ?? UInt32(words.count)
          if Int(number) == words.count {
            numbers[word] = number
            words.append(word)
            counts.append(0)
          }
          counts[Int(number)] += 1
          tokens.append(number)
        }
        ends.append(tokens.count)
      }
    }
    byRank = words.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }.map { UInt32($0) }
    ranks = Array(repeating: 0, count: words.count)
    for (rank, word) in byRank.enumerated() { ranks[Int(word)] = rank }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  /// Prints lines of a corpus.
  func print(_ count: Int, seed: UInt64) {
    var generator = SplitMix(state: seed)
    var lines: [UInt8] = []
    for number in 0..<count {
      let passage = number % ends.count
      let isCopy = number >= ends.count
      lines += "\(number)\t\t".utf8
      for token in tokens[(passage == 0 ? 0 : ends[passage - 1])..<ends[passage]] {
        lines += isCopy ? varied(token, &generator) : words[Int(token)]
        lines.append(0x20)
      }
      lines.append(0x0A)
      if lines.count > 1 << 20 || number == count - 1 {
        Self.put(lines)
        lines.removeAll(keepingCapacity: true)
      }
    }
  }

  private static func put(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { exit(1) }
      rest = rest.dropFirst(count)
    }
  }

  private func varied(_ token: UInt32, _ generator: inout SplitMix) -> [UInt8] {
    let rank = ranks[Int(token)]
    let draw = generator.next()
    guard rank >= Self.kept, draw % 10 < 3 else { return words[Int(token)] }
    if draw >> 32 % 30 == 0 { return Array("x\(generator.next() % 3_000_000)".utf8) }
    let width = UInt64(rank / 3 * 2)
    let other = rank - rank / 3 + Int(generator.next() % max(1, width))
    return words[Int(byRank[min(other, byRank.count - 1)])]
  }
}
