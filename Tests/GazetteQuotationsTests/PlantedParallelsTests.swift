import GazetteDocument
import GazetteQuotations
import GazetteTestSupport
import Testing

/// Random documents in which parallels were planted: these are found, and nothing else.
@Suite struct PlantedParallelsTests {
  private enum Tongue: CaseIterable { case english, chinese }

  /// A corpus of random passages and the places of what was planted.
  private struct Planted {
    var documents: [[String]] = []
    var places: Set<[PassagePlace]> = []
  }

  private static func word(_ random: inout SeededGenerator, _ tongue: Tongue) -> String {
    switch tongue {
    case .english:
      // Words of a kind that no stemmer changes, the first of them frequent.
      let number = random.once(in: 3) ? random.below(12) : random.below(4_000)
      let letters: [Character: Character] = ["0": "b", "1": "d", "2": "g", "3": "m", "4": "r"]
      return "k" + String(String(number, radix: 5).compactMap { letters[$0] }) + "o"
    case .chinese:
      let value = random.once(in: 3) ? random.below(20) : random.below(3_000)
      return UnicodeScalar(0x5000 + UInt32(value)).map { String(Character($0)) } ?? "水"
    }
  }

  private static func passage(
    _ random: inout SeededGenerator, _ tongue: Tongue, _ count: Int
  ) -> [String] {
    (0..<count).map { _ in word(&random, tongue) }
  }

  private static func text(_ words: [String], _ tongue: Tongue) -> String {
    tongue == .english ? words.joined(separator: " ") + "." : words.joined() + "。"
  }

  /// Changes about one word in so many: leaves it out, or puts another one in its place.
  private static func reword(
    _ words: [String], _ random: inout SeededGenerator, _ tongue: Tongue, oneIn count: Int
  ) -> [String] {
    words.flatMap { old -> [String] in
      guard random.once(in: count) else { return [old] }
      return random.once(in: 2) ? [] : [word(&random, tongue)]
    }
  }

  private static func corpus(_ random: inout SeededGenerator, _ tongue: Tongue) -> Planted {
    var planted = Planted()
    let (documents, passages) = (12, 10)
    var words = (0..<documents).map { _ in
      (0..<passages).map { _ in passage(&random, tongue, 12 + random.below(18)) }
    }
    for number in 0..<10 {
      let left = PassagePlace(document: number % 6, passage: number)
      let right = PassagePlace(document: 6 + number % 6, passage: (number * 7) % passages)
      // Of Han characters a change touches two pairs.
      words[left.document][left.passage] = passage(&random, tongue, tongue == .english ? 24 : 36)
      words[right.document][right.passage] = reword(
        words[left.document][left.passage], &random, tongue, oneIn: tongue == .english ? 10 : 14)
      planted.places.insert([left, right])
    }
    planted.documents = words.map { $0.map { text($0, tongue) } }
    return planted
  }

  private static func found(_ documents: [[String]]) -> [PassagePair] {
    var finder = ParallelPassages()
    for (number, passages) in documents.enumerated() {
      finder.add(OnePassageDocument.document(named: "\(number)", passages: passages))
    }
    return finder.pairs()
  }

  @Test("within a language", arguments: 1...20)
  func monolingual(_ seed: Int) {
    for tongue in Tongue.allCases {
      var random = SeededGenerator(seed: UInt64(seed))
      let planted = Self.corpus(&random, tongue)
      let places = Set(Self.found(planted.documents).map { [$0.left, $0.right] })
      let missing = planted.places.subtracting(places)
      let wrong = places.subtracting(planted.places)
      #expect(missing.isEmpty && wrong.isEmpty, "seed \(seed), \(tongue): \(missing) \(wrong)")
    }
  }

  @Test("the order of the documents does not matter", arguments: 1...6)
  func order(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let documents =
      Self.corpus(&random, .english).documents + Self.corpus(&random, .chinese).documents
    func key(_ pair: PassagePair, isReversed: Bool) -> String {
      let last = documents.count - 1
      let places = isReversed ? (pair.right, pair.left) : (pair.left, pair.right)
      let numbers = [places.0, places.1].map { isReversed ? last - $0.document : $0.document }
      return "\(pair.kind) \(numbers[0]).\(places.0.passage) \(numbers[1]).\(places.1.passage)"
    }
    let one = Set(Self.found(documents).map { key($0, isReversed: false) })
    let other = Set(Self.found(documents.reversed()).map { key($0, isReversed: true) })
    #expect(one == other, "seed \(seed)")
    #expect(!one.isEmpty)
  }

  @Test("across languages, by figures alone", arguments: 1...20)
  func translations(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var documents: [[String]] = []
    var planted: Set<[PassagePlace]> = []
    for number in 0..<6 {
      var (chinese, english): ([String], [String]) = ([], [])
      for passage in 0..<8 {
        let (days, money, year) = (
          2 + random.below(300), 10 + random.below(9_000), 2_015 + random.below(12)
        )
        let share = 1 + random.below(99)
        chinese.append(
          Self.text(Self.passage(&random, .chinese, 8), .chinese)
            + "自\(year)年起\(days)日内办结，补助\(money)元，比例\(share)%。")
        english.append(
          Self.text(Self.passage(&random, .english, 6), .english)
            + " From \(year) within \(days) days; \(money) yuan are paid, \(share) percent of it.")
        planted.insert([
          PassagePlace(document: 2 * number, passage: passage),
          PassagePlace(document: 2 * number + 1, passage: passage),
        ])
      }
      documents += [chinese, english]
    }
    let found = Self.found(documents)
    #expect(found.allSatisfy { $0.kind == .translation }, "seed \(seed)")
    #expect(Set(found.map { [$0.left, $0.right] }) == planted, "seed \(seed)")
  }
}
