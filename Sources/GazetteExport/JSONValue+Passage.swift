import GazetteConcepts
import GazetteDocument
public import GazetteSearch

extension JSONValue {
  /// A passage with its words, addresses and sentences.
  public init(_ passage: CitedPassage) {
    var object = JSONValue.place(
      id: passage.id, path: passage.path, span: passage.passage.span, text: passage.text)
    object["number"] = JSONValue(passage.number)
    object["heading"] = .array(passage.headings.map(JSONValue.string))
    object["prefix"] = .string(passage.prefix)
    object["suffix"] = .string(passage.suffix)
    object["language"] = .string(passage.passage.language.tag)
    object["voice"] = JSONValue(passage.passage.voice)
    object["flags"] = .array(passage.passage.flags.map(\.rawValue).sorted().map(JSONValue.string))
    object["readingText"] = .string(passage.readingText)
    object["repairs"] = .array(passage.repairs.map { JSONValue($0, in: passage) })
    object["sentences"] = .array(passage.sentences.map { JSONValue($0, of: passage) })
    object["citation"] = .string(passage.citation.full)
    object["page"] = passage.page.map(JSONValue.integer) ?? .null
    self = .object(object)
  }

  /// A sentence of a passage, with the keys that a passage has.
  public init(_ sentence: CitedSentence, of passage: CitedPassage) {
    var object = JSONValue.place(
      id: sentence.id, path: sentence.path, span: sentence.sentence.span, text: sentence.text)
    object["number"] = JSONValue(passage.number)
    object["heading"] = .array(passage.headings.map(JSONValue.string))
    object["language"] = .string(passage.passage.language.tag)
    object["voice"] = JSONValue(passage.voice(of: sentence))
    object["flags"] = .array(
      passage.flags(of: sentence).map(\.rawValue).sorted().map(JSONValue.string))
    object["readingText"] = .string(passage.readingText(of: sentence))
    object["repairs"] = .array(
      passage.repairs(in: sentence).map { JSONValue($0, in: passage) })
    let (prefix, suffix) = passage.context(of: sentence)
    object["prefix"] = .string(prefix)
    object["suffix"] = .string(suffix)
    self = .object(object)
  }

  /// A damaged place of a passage.
  private init(_ repair: Repair, in passage: CitedPassage) {
    let start = repair.span.start.byte - passage.passage.span.start.byte
    self.init(
      repair,
      text: String(
        decoding: passage.text.utf8.dropFirst(start).prefix(repair.span.bytes.count),
        as: UTF8.self))
  }

  /// What passages and sentences say of their place.
  private static func place(
    id: MachineID, path: SectionPath, span: TextSpan, text: String
  ) -> [String: JSONValue] {
    [
      "id": .string(id.description), "path": .string(path.description), "text": .string(text),
      "start": JSONValue(span.start), "end": JSONValue(span.end),
    ]
  }

  /// One way in which a passage matches.
  public init(_ match: Match) {
    self = .object([
      "term": .string(match.term), "how": .string(match.kind.rawValue),
      "concept": JSONValue(match.concept), "as": JSONValue(match.status?.rawValue),
      "field": .string(match.field),
      "start": match.span.map { JSONValue($0.start) } ?? .null,
      "end": match.span.map { JSONValue($0.end) } ?? .null,
    ])
  }

  /// A hit of a search: document, passage, the sentences around the matches, and how it matched.
  public init(_ hit: PolicyHit) {
    let snippet = hit.snippet
    self = .object([
      "rank": .integer(hit.rank), "score": .number(Double(hit.score)),
      "document": JSONValue(hit.passage.document), "passage": JSONValue(hit.passage),
      "sentences": .array(snippet.lines.map { JSONValue($0.sentence, of: hit.passage) }),
      "matchedAs": .array(hit.matches.map { JSONValue($0) }),
      "literal": .bool(hit.isLiteral), "missing": .array(hit.missing.map(JSONValue.string)),
      "alike": .array(
        hit.alike.map {
          .object([
            "id": .string($0.id.description), "document": .string($0.document.id.name),
            "path": .string($0.path.description),
          ])
        }),
      "matchingPassages": hit.matchingPassages.map(JSONValue.integer) ?? .null,
    ])
  }
}
