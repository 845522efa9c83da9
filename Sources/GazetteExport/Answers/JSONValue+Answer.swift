public import GazetteAnswers
import GazetteDocument
import GazetteMeasures
import GazetteSearch

extension Envelope {
  /// The answer to a question.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - revision: The revision of the corpus.
  public init(_ answer: Answer, revision: String) {
    self.init(
      schema: "gazette.ask/1", revision: revision,
      items: answer.statements.map { JSONValue($0, in: answer) })
    extras["question"] = JSONValue(answer.question)
    let parts = answer.parts.map { JSONValue($0) }
    extras["answer"] = answer.isAnswered ? parts[0] : .unanswered
    extras["answers"] = .array(parts)
    extras["searched"] = .object([
      "documents": .integer(answer.documentCount), "passages": .integer(answer.passageCount),
      "read": .integer(answer.readCount),
      "terms": .array(answer.question.topics.flatMap(\.words).map(JSONValue.string)),
      "aliases": .array(
        answer.aliases.map { alias in
          .object([
            "concept": .string(alias.concept),
            "labels": .array(alias.labels.map(JSONValue.string)),
          ])
        }),
      "fields": .array(["body", "heading", "title"].map(JSONValue.string)),
    ])
    extras["nearest"] = .array(
      answer.nearest.map { passage in
        .object(["document": JSONValue(passage.document), "passage": JSONValue(passage)])
      })
  }
}

extension JSONValue {
  /// What is said where nothing answers.
  fileprivate static let unanswered = JSONValue.object([
    "kind": .string("none"), "aspect": .null, "field": .null, "state": .null, "value": .null,
    "values": .array([]), "agrees": .bool(true), "cites": .array([]), "nearby": .array([]),
    "total": .integer(0),
  ])

  /// A question that was taken apart.
  fileprivate init(_ question: Question) {
    self = .object([
      "text": .string(question.text),
      "aspects": .array(question.aspects.map { .string($0.rawValue) }),
      "cues": .array(question.cues.map(JSONValue.string)),
      "language": .string(question.isChinese ? "zh" : "en"),
      "topics": .array(
        question.topics.map { topic in
          .object([
            "text": .string(topic.text),
            "concepts": .array(topic.concepts.map(JSONValue.string)),
            "words": .array(topic.words.map(JSONValue.string)),
          ])
        }),
    ])
  }

  /// What answers one of the things that were asked for.
  fileprivate init(_ part: AnswerPart) {
    let values = part.statements.flatMap { statement in
      statement.values.map { (value: $0, id: statement.sentence.id) }
    }
    let kind: String =
      part.statements.isEmpty ? "none" : part.aspect.field == nil ? part.aspect.rawValue : "field"
    self = .object([
      "kind": .string(kind), "aspect": .string(part.aspect.rawValue),
      "field": JSONValue(part.aspect.field?.rawValue), "state": JSONValue(part.state?.rawValue),
      "value": JSONValue(values.first?.value.text), "agrees": .bool(part.agrees),
      "values": .array(
        values.map { value, id in
          .object([
            "text": .string(value.text), "normalised": JSONValue(value.normalised),
            "role": JSONValue(value.role?.rawValue),
            "measure": JSONValue(value.measure?.description), "cite": .string(id.description),
          ])
        }),
      "cites": .array(part.statements.map { .string($0.sentence.id.description) }),
      "nearby": .array(
        part.nearby.map { near in
          .object([
            "id": .string(near.sentence.id.description), "text": .string(near.sentence.text),
            "citation": .string(near.passage.citation(of: near.sentence).full),
          ])
        }),
      "total": .integer(part.total),
    ])
  }

  /// A sentence of an answer with its document, what it answers, and the list that it leads in.
  fileprivate init(_ statement: AnswerStatement, in answer: Answer) {
    let answers = answer.parts.filter { part in
      part.statements.contains { $0.sentence.id == statement.sentence.id }
    }
    self = .object([
      "document": JSONValue(statement.passage.document),
      "sentence": JSONValue(statement.sentence, of: statement.passage),
      "citation": .string(statement.passage.citation(of: statement.sentence).full),
      "answers": .array(answers.map { .string($0.aspect.rawValue) }),
      "coverage": .number(statement.coverage),
      "items": .array(statement.items.map { JSONValue($0) }),
      "measures": .array(statement.measures.map { .string($0.id.description) }),
      "alike": .array(
        statement.alike.map {
          .object(["document": .string($0.document.name), "path": .string($0.path.description)])
        }),
    ])
  }
}
