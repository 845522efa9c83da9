import GazetteConsole
import GazetteDocument

/// How a document stands to others, as people read it on a terminal.
struct LineageListing {
  let console: Console

  /// One line for the versions, one for what ended the document; empty when there is neither.
  func lines(of lineage: DocumentLineage?) -> String {
    guard let lineage else { return "" }
    var text = ""
    if lineage.versions.count > 1 {
      text +=
        label("version")
        + console.say("version." + lineage.place.rawValue, visible(lineage.newest.name)) + " ("
        + lineage.versions.map { visible($0.name) }.joined(separator: " → ") + ")\n"
    }
    if let words = ending(of: lineage) { text += label("ending") + words + "\n" }
    return text
  }

  /// What ended a document, in words; `nil` when nothing did.
  func ending(of lineage: DocumentLineage) -> String? {
    lineage.ending.map { ending in
      console.say(
        "ending." + ending.kind.rawValue, visible(ending.document.name),
        ending.asOf?.description ?? "–")
    }
  }

  /// A line a relation: what it is, the paper that is named, the documents of the index that it means.
  func lines(of relations: [DocumentRelation], targets: [[PolicyDocument.ID]]) -> String {
    relations.enumerated().map { index, relation in
      let names = [
        relation.title.map { console.isChinese ? "《\($0)》" : "“\($0)”" },
        relation.number?.description,
      ].compactMap { $0 }
      var line = label("relation." + relation.kind.rawValue) + visible(names.joined(separator: " "))
      if relation.state != .stated {
        line += " (" + console.say("state." + relation.state.rawValue) + ")"
      }
      let documents = targets.indices.contains(index) ? targets[index] : []
      if !documents.isEmpty {
        line += console.faint(" → " + documents.map { visible($0.name) }.joined(separator: ", "))
      }
      return line + "\n"
    }.joined()
  }

  private func visible(_ text: String) -> String { TerminalText.visible(text) }

  private func label(_ key: String) -> String {
    let label = console.say(key.hasPrefix("relation.") ? key : "metadata." + key)
    return label + String(repeating: " ", count: max(1, 12 - TerminalText.width(label)))
  }
}
