import GazetteIndex
import GazetteTestSupport

/// Random entries, groups and queries over a small vocabulary, so that they meet.
struct RandomContent {
  var generator: SeededGenerator
  private let words: [String]
  /// Whether groups have hundreds of entries, so that posting lists have several blocks.
  let isLarge: Bool

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    isLarge = generator.once(in: 25)
    let all = ["a", "an", "and", "road", "roads", "bridge", "x9", "国", "国务", "务院", "the", "Of"]
    words = Array(all.shuffled(using: &generator).prefix(3 + generator.below(all.count - 2)))
  }

  private mutating func word() -> String {
    // The first words are the frequent ones.
    words[min(generator.below(words.count), generator.below(words.count))]
  }

  private mutating func text(_ most: Int) -> String {
    (0..<generator.below(most + 1)).map { _ in word() }.joined(separator: " ")
  }

  mutating func entry(longest: Int) -> IndexEntry {
    let length = generator.once(in: 20) ? longest * 10 : longest
    return Sample.entry(
      text(length), title: generator.once(in: 3) ? text(4) : nil,
      tags: (0..<generator.below(3)).map { _ in word() },
      year: generator.once(in: 4) ? nil : Int64(1990 + generator.below(20)),
      rank: generator.once(in: 50)
        ? [Int64.min, .max, 0][generator.below(3)] : Int64(generator.below(5)))
  }

  mutating func group(key: String?, stored: [UInt8], longest: Int) -> EntryGroup {
    let most = isLarge ? 400 : generator.once(in: 8) ? 40 : 4
    let count = generator.below(most)
    return EntryGroup(
      key: key, stored: stored, entries: (0..<count).map { _ in entry(longest: longest) })
  }

  mutating func key() -> String { "k\(generator.below(12))" }

  private mutating func bytes() -> [UInt8] {
    Array((generator.once(in: 15) ? "absent" : word().lowercased()).utf8)
  }

  private mutating func field() -> FieldID {
    let choices = [Sample.body, Sample.body, Sample.body, Sample.title, Sample.tag, Sample.stems]
    return choices[generator.below(choices.count)]
  }

  /// A query of terms only, as people ask most.
  private mutating func flatQuery() -> Query {
    let count = 1 + generator.below(generator.once(in: 10) ? 30 : 5)
    let parts = (0..<count).map { _ in
      let term = Query.term(Term(field: field(), bytes: bytes()))
      return generator.once(in: 4) ? .boosted(term, Float(generator.below(8)) / 3) : term
    }
    let query = generator.once(in: 2) ? Query.all(parts) : .any(parts)
    return generator.once(in: 5) ? .boosted(query, Float(generator.below(8)) / 3) : query
  }

  mutating func query(depth: Int = 4) -> Query {
    if depth == 4, generator.once(in: 3) { return flatQuery() }
    let leaf = depth == 0 || generator.once(in: 3)
    switch leaf ? generator.below(12) : 12 + generator.below(8) {
    case 0: return .everything
    case 1: return .nothing
    case 2, 3, 4, 5, 6: return .term(Term(field: field(), bytes: bytes()))
    case 7, 8, 9: return phrase()
    case 10:
      let bytes = bytes()
      return .prefix(Term(field: field(), bytes: Array(bytes.prefix(generator.below(3)))))
    case 11:
      let low = Int64(1988 + generator.below(20))
      return generator.once(in: 4)
        ? .range(Sample.rank, Int64.min...Int64(generator.below(4)))
        : .range(Sample.year, low...(low + Int64(generator.below(10))))
    case 12, 13: return .all(parts(depth))
    case 14: return .any(parts(depth), minimum: 1)
    case 15: return .any(parts(depth), minimum: generator.below(4))
    case 16: return .excluding(query(depth: depth - 1), query(depth: depth - 1))
    case 17: return .preferring(query(depth: depth - 1), query(depth: depth - 1))
    case 18: return .boosted(query(depth: depth - 1), Float(generator.below(8)) / 3)
    default: return .constant(query(depth: depth - 1), Float(generator.below(5)) - 1.5)
    }
  }

  private mutating func parts(_ depth: Int) -> [Query] {
    let count = generator.once(in: 12) ? 20 : generator.below(4)
    return (0..<count).map { _ in query(depth: count == 20 ? 0 : depth - 1) }
  }

  private mutating func phrase() -> Query {
    var offset = 0
    var terms: [PhraseTerm] = []
    for _ in 0..<generator.below(5) {
      terms.append(PhraseTerm(bytes: bytes(), offset: offset))
      offset += generator.once(in: 6) ? generator.below(4) - 1 : 1
    }
    return .phrase(field: field(), terms: terms)
  }
}
