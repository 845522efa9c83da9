public import GazetteDocument
public import GazetteSearch

extension JSONValue {
  /// Everything known of a document: outline, passages with their sentences, ledger and notices.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - passages: Its passages, or those of them that are asked for.
  ///   - lineage: How it stands to the other versions of its work.
  ///   - targets: For each of its relations the documents that it means.
  ///   - mentions: The concepts that those passages mention.
  public init(
    _ document: PolicyDocument, passages: [CitedPassage], lineage: DocumentLineage? = nil,
    targets: [[PolicyDocument.ID]] = [], mentions: [CitedMention] = []
  ) {
    var summary = DocumentSummary(document)
    summary.lineage = lineage
    guard case .object(var object) = JSONValue(summary) else {
      self = .null
      return
    }
    object["outline"] = JSONValue.outline(of: document)
    object["passages"] = .array(passages.map { JSONValue($0) })
    object["repairs"] = .array(
      document.repairs.map { JSONValue($0, text: document.text.string(in: $0.span)) })
    object["notices"] = .array(document.notices.map { JSONValue($0) })
    object["concepts"] = .array(mentions.map { JSONValue($0) })
    object["measures"] = .array([])
    object["relations"] = .array(
      document.relations.enumerated().map { index, relation in
        JSONValue(
          relation, in: document.text,
          documents: targets.indices.contains(index) ? targets[index] : [])
      })
    self = .object(object)
  }

  /// What a reader of a report should know of a file.
  public init(_ notice: ParseNotice) {
    self = .object([
      "kind": .string(notice.kind.rawValue),
      "offset": notice.fileOffset.map(JSONValue.integer) ?? .null,
      "count": .integer(notice.count), "detail": .string(notice.detail),
    ])
  }

  /// The sections as nested objects, without the root.
  ///
  /// Built from the last section to the first, since children stand behind their parents: no recursion.
  private static func outline(of document: PolicyDocument) -> JSONValue {
    var children = [[JSONValue]](repeating: [], count: document.sections.count)
    for index in document.sections.indices.reversed() {
      let section = document.sections[index]
      guard let parent = section.parent else { continue }
      children[parent].append(
        .object([
          "path": .string(
            SectionPath(section: document.ordinals(ofSection: index)).description),
          "number": JSONValue(section.number), "heading": .string(section.heading),
          "start": section.headingSpan.map { JSONValue($0.start) } ?? .null,
          "end": section.headingSpan.map { JSONValue($0.end) } ?? .null,
          "sections": .array(children[index].reversed()),
        ]))
    }
    return .array(children[0].reversed())
  }
}
