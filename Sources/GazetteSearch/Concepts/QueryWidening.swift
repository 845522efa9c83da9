import GazetteConcepts
import GazetteIndex
import GazetteQuery

/// Adds to the labels that a query's words hold what the passages that mention their concepts by other renderings are found by.
///
/// Words that follow each other are looked at together; what is quoted or belongs to a field is meant word for word. A run of
/// Chinese is cut where a label begins or ends in it.
struct QueryWidening {
  private let thesaurus: StoredThesaurus
  /// The labels that were typed, by the numbers of their concepts.
  private(set) var typed: [Int: Set<Int>] = [:]
  /// The words that are these labels, folded, by the ids of their concepts.
  private(set) var words: [String: [[UInt8]]] = [:]

  init(_ thesaurus: StoredThesaurus) { self.thesaurus = thesaurus }

  /// The tree with the other renderings of every label in it; `nil` when it has none.
  mutating func widened(_ syntax: QuerySyntax) throws(IndexError) -> QuerySyntax? {
    let wide = try part(syntax)
    return typed.isEmpty ? nil : wide
  }

  private mutating func part(_ syntax: QuerySyntax) throws(IndexError) -> QuerySyntax {
    switch syntax.kind {
    case .word: return .all(of: try run([syntax]))
    case .any(let parts):
      var wide: [QuerySyntax] = []
      for part in parts { wide.append(try self.part(part)) }
      return .any(of: wide)
    case .all(let parts):
      var wide: [QuerySyntax] = []
      var words: [QuerySyntax] = []
      for part in parts {
        if case .word = part.kind {
          words.append(part)
          continue
        }
        wide += try run(words)
        words = []
        wide.append(try self.part(part))
      }
      return .all(of: wide + (try run(words)))
    case .boosted(let inner, let factor):
      return QuerySyntax(.boosted(try part(inner), factor), range: syntax.range)
    case .phrase, .prefix, .pattern, .fuzzy, .sloppy, .field, .dates, .near, .not, .within:
      return syntax
    }
  }

  /// Words that follow each other, each label among them with its other renderings.
  private mutating func run(_ words: [QuerySyntax]) throws(IndexError) -> [QuerySyntax] {
    guard !words.isEmpty else { return [] }
    var text = ""
    var ends: [Int] = []
    for case .word(let word) in words.map(\.kind) {
      text += word + " "
      ends.append(text.utf8.count)
    }
    let labels = try thesaurus.labels(in: text)
    guard !labels.isEmpty else { return words }
    let bytes = Array(text.utf8)
    var pieces: [QuerySyntax] = []
    var place = 0
    for label in labels where label.range.lowerBound >= place {
      guard Self.isBorder(label.range.lowerBound, bytes),
        Self.isBorder(label.range.upperBound, bytes)
      else { continue }
      pieces += Self.words(bytes, place..<label.range.lowerBound, words, ends)
      let literal = Self.words(bytes, label.range, words, ends)
      guard !literal.isEmpty else { continue }
      let text = String(decoding: bytes[label.range], as: UTF8.self)
      pieces.append(
        .any(of: [.all(of: literal)] + (try renderings(of: label, typedAs: text))))
      place = label.range.upperBound
    }
    return pieces + Self.words(bytes, place..<bytes.count, words, ends)
  }

  private mutating func renderings(
    of label: StoredThesaurus.Label, typedAs text: String
  ) throws(IndexError) -> [QuerySyntax] {
    var parts: [QuerySyntax] = []
    for owner in label.owners {
      typed[owner.concept, default: []].insert(owner.label)
      let id = try thesaurus.id(at: owner.concept)
      words[id, default: []].append(ConceptMatcher.folded(text))
      let value = QuerySyntax(.word("=" + id))
      let part = QuerySyntax(.field(.concept, value))
      if !parts.contains(part) { parts.append(part) }
    }
    return parts
  }

  /// Whether words may be parted at a place: at a blank, or beside a character that is written without.
  private static func isBorder(_ place: Int, _ bytes: [UInt8]) -> Bool {
    guard place > 0, place < bytes.count else { return true }
    let (before, after) = (bytes[place - 1], bytes[place])
    return before == 0x20 || after == 0x20 || before >= 0x80 || after >= 0x80
  }

  /// The words of a stretch, as they were typed where they stand in it whole.
  private static func words(
    _ bytes: [UInt8], _ range: Range<Int>, _ words: [QuerySyntax], _ ends: [Int]
  ) -> [QuerySyntax] {
    var found: [QuerySyntax] = []
    var start = 0
    for (word, end) in zip(words, ends) {
      let own = start..<end - 1
      let part = own.clamped(to: range)
      start = end
      if part == own, !own.isEmpty {
        found.append(word)
      } else if !part.isEmpty {
        found.append(QuerySyntax(.word(String(decoding: bytes[part], as: UTF8.self))))
      }
    }
    return found
  }
}
