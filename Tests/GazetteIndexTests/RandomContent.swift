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
    let body = text(length)
    let sentences = (0..<generator.below(4)).map { _ in generator.below(body.utf8.count + 2) }
    let mentions = (0..<(generator.once(in: 2) ? 0 : generator.below(5))).map { _ in
      IndexEntry.Mention(name: mention(), start: generator.below(body.utf8.count + 2))
    }
    return Sample.entry(
      body, title: generator.once(in: 3) ? text(4) : nil,
      tags: (0..<generator.below(3)).map { _ in word() },
      year: generator.once(in: 4) ? nil : Int64(1990 + generator.below(20)),
      rank: generator.once(in: 50)
        ? [Int64.min, .max, 0][generator.below(3)]
        : generator.once(in: 9) ? nil : Int64(generator.below(3)), sentences: sentences.sorted(),
      mentions: generator.once(in: 9) ? mentions : mentions.sorted { $0.start < $1.start })
  }

  mutating func group(key: String?, stored: [UInt8], longest: Int) -> EntryGroup {
    let most = isLarge ? 400 : generator.once(in: 8) ? 40 : 4
    let count = generator.below(most)
    return EntryGroup(
      key: key, stored: stored, entries: (0..<count).map { _ in entry(longest: longest) })
  }

  mutating func key() -> String { "k\(generator.below(12))" }

  private mutating func mention() -> [UInt8] {
    [UInt8(ascii: "m"), 0x30 + UInt8(generator.below(3))]
  }

  private mutating func bytes() -> [UInt8] {
    if generator.once(in: 8) { return Term(mention: mention(), in: Sample.body).bytes }
    return Array((generator.once(in: 15) ? "absent" : word().lowercased()).utf8)
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
    if generator.once(in: 3) { return leaf ? pattern() : block(depth) }
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
    case 15:
      let parts = parts(depth)
      return .any(parts, minimum: generator.below(max(4, parts.count)))
    case 16: return .excluding(query(depth: depth - 1), query(depth: depth - 1))
    case 17:
      guard generator.once(in: 2) else {
        return .preferring(query(depth: depth - 1), query(depth: depth - 1))
      }
      return .preferring(anyTerm(), anyTerm())
    case 18: return .boosted(query(depth: depth - 1), Float(generator.below(8)) / 3)
    default: return .constant(query(depth: depth - 1), Float(generator.below(5)) - 1.5)
    }
  }

  /// What is searched without a walk over every match.
  private mutating func anyTerm() -> Query {
    .any((0..<(1 + generator.below(4))).map { _ in .term(Term(field: field(), bytes: bytes())) })
  }

  /// A unit by which groups are scored.
  mutating func groupUnit() -> [GroupScoring.Part] {
    (0..<(1 + generator.below(4))).map { _ in
      let query: Query =
        generator.once(in: 3)
        ? .phrase(field: field(), terms: phraseTerms(1 + generator.below(3)))
        : .term(Term(field: field(), bytes: bytes()))
      let weight = Float(1 + generator.below(8)) / 4
      return GroupScoring.Part(query, weight: weight, isRepeated: generator.once(in: 3))
    }
  }

  private mutating func parts(_ depth: Int) -> [Query] {
    let count = generator.once(in: 12) ? 20 : generator.below(4)
    return (0..<count).map { _ in query(depth: count == 20 ? 0 : depth - 1) }
  }

  private mutating func phrase() -> Query {
    let terms = phraseTerms(generator.below(5))
    switch generator.below(4) {
    case 0: return .sloppyPhrase(field: field(), terms: terms, slop: generator.below(5))
    case 1:
      let count = generator.once(in: 6) ? generator.below(4) : 2
      let phrases = (0..<count).map { _ in phraseTerms(generator.once(in: 4) ? 2 : 1) }
      return .near(field: field(), phrases: phrases, distance: generator.below(9))
    default: return .phrase(field: field(), terms: terms)
    }
  }

  private mutating func phraseTerms(_ count: Int) -> [PhraseTerm] {
    var offset = 0
    var terms: [PhraseTerm] = []
    for _ in 0..<count {
      terms.append(PhraseTerm(bytes: bytes(), offset: offset))
      offset += generator.once(in: 6) ? generator.below(4) - 1 : 1
    }
    return terms
  }

  /// A query over several terms of the dictionary, or over one in several fields.
  private mutating func pattern() -> Query {
    switch generator.below(5) {
    case 0, 1:
      var scalars = Array(String(decoding: bytes(), as: UTF8.self).unicodeScalars)
      for _ in 0..<(1 + generator.below(2)) {
        let place = generator.below(scalars.count + 1)
        let sign: Unicode.Scalar = generator.once(in: 8) ? "\\" : generator.once(in: 2) ? "*" : "?"
        if generator.once(in: 2), place < scalars.count {
          scalars[place] = sign
        } else {
          scalars.insert(sign, at: place)
        }
      }
      let pattern = String(String.UnicodeScalarView(scalars))
      return .wildcard(Term(field: field(), pattern))
    case 2:
      return .termRange(
        field(), from: generator.once(in: 3) ? nil : Array(bytes().prefix(2)),
        through: generator.once(in: 3) ? nil : bytes())
    case 3:
      return .fuzzy(
        Term(field: field(), bytes: bytes()), edits: 1 + generator.below(2),
        prefix: generator.below(3))
    default:
      return .fields(
        (0..<generator.below(5)).map { _ in
          WeightedTerm(
            Term(field: field(), bytes: bytes()), weight: Float(generator.below(7)) / 3)
        })
    }
  }

  private mutating func block(_ depth: Int) -> Query {
    switch generator.below(4) {
    case 0: return .within(.entry, parts(depth))
    case 1: return .within(.group, parts(depth))
    case 2: return .within(.run(Sample.rank), parts(depth))
    default:
      return .within(
        .sentence(generator.once(in: 8) ? Sample.title : Sample.body),
        (0..<generator.below(4)).map { _ in sentencePart(2) })
    }
  }

  /// A query that may be asked of a sentence.
  private mutating func sentencePart(_ depth: Int) -> Query {
    switch generator.below(depth > 0 ? 9 : 4) {
    case 0, 1: return .term(Term(field: field(), bytes: bytes()))
    case 2: return .phrase(field: field(), terms: phraseTerms(generator.below(4)))
    case 3: return pattern()
    case 4: return .all((0..<generator.below(3)).map { _ in sentencePart(depth - 1) })
    case 5: return .preferring(sentencePart(depth - 1), query(depth: 0))
    case 6: return .constant(.boosted(sentencePart(depth - 1), 2), 0.5)
    default:
      return .any(
        (0..<generator.below(4)).map { _ in sentencePart(depth - 1) },
        minimum: generator.below(3))
    }
  }
}
