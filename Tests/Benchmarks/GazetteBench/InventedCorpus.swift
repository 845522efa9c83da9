/// Passages of invented words, the same for the same seed: what instruction counts are measured on.
///
/// Words follow the law of Zipf and Mandelbrot, runs of passages share words of their own as documents do, and frequent words
/// are short.
struct InventedCorpus {
  private var generator: SplitMix
  private var topic: [Int] = []
  private static let vocabulary = 200_000.0

  init(seed: UInt64) { generator = SplitMix(state: seed) }

  /// The word with a place in the order of frequency, from 0 on.
  static func word(_ rank: Int) -> String {
    let consonants = Array("bcdfghjklmnprstvz".utf8)
    let vowels = Array("aeiou".utf8)
    var bytes: [UInt8] = []
    var rest = rank
    repeat {
      bytes += [consonants[rest % consonants.count], vowels[rest / consonants.count % 5]]
      rest = rest / (consonants.count * 5) - 1
    } while rest >= 0
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A place in the order of frequency: that of place r comes with a probability in proportion to 1 / (r + 2.7).
  private mutating func rank() -> Int {
    let shift = 2.7
    // The power by multiplication: 1,024 steps are as fine as is needed, and the same everywhere.
    let steps = Int(generator.fraction * 1024)
    return min(
      Int(Self.vocabulary),
      Int(
        shift * Self.power((Self.vocabulary + shift) / shift, steps) * (1 + generator.fraction / 90)
      )
        - Int(shift))
  }

  /// The 1,024th root of a number, to a power, by repeated square roots.
  private static func power(_ base: Double, _ steps: Int) -> Double {
    var result = 1.0
    var root = base
    for bit in (0..<10).reversed() {
      root = root.squareRoot()
      if steps >> bit & 1 == 1 { result *= root }
    }
    return result
  }

  /// The next passage as a line of a corpus.
  mutating func passage(_ number: Int) -> String {
    if number % 20 == 0 {
      topic = (0..<30).map { _ in 40 + Int(generator.next() % 20_000) }
    }
    let length = 20 << Int(generator.next() % 5)
    var text = ""
    for place in 0..<(length + Int(generator.next() % UInt64(length))) {
      let isTopical = generator.next() % 7 == 0
      let rank = isTopical ? topic[Int(generator.next() % 30)] : rank()
      text += (place == 0 ? "" : " ") + Self.word(rank)
    }
    return "\(number)\t\t\(text)"
  }

  /// Queries of a type, of words from the most frequent to rare ones.
  static func queries(_ type: String) -> [String] {
    let ranks = [0, 2, 5, 11, 25, 60, 150, 400, 1_000, 3_000, 9_000]
    let pairs =
      zip(ranks, ranks.dropFirst()).map { [$0, $1] }
      + zip(ranks, ranks.reversed()).map { [$0, $1] }
    func words(_ ranks: [Int]) -> [String] { ranks.map(word) }
    switch type {
    case "term": return words(ranks)
    case "and": return pairs.map { words($0).map { "+" + $0 }.joined(separator: " ") }
    case "or": return pairs.map { words($0).joined(separator: " ") }
    case "phrase":
      return pairs.map { "\"" + words($0).joined(separator: " ") + "\"" }
    default: return []
    }
  }
}
