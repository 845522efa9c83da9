import Gazette
import GazetteConsole

/// What changed since a revision as people read it on a terminal: `[-gone-]` and `{+new+}` within the words that stayed.
struct ChangeListing {
  let console: Console
  /// The most passages to show of a list.
  let limit: Int

  func print(_ changes: CorpusChanges, _ answers: [SavedQueryAnswer]) {
    let since = changes.since.description
    if changes.documents.isEmpty {
      console.tell(console.say("since.same", since))
    } else {
      let counts = counts(changes.documents.map(\.kind))
      console.tell(
        console.say("since.documents", since, counts[0], counts[1], counts[2], counts[3]))
      let passages = self.counts(changes.changes.map(\.kind))
      console.tell(
        console.say("since.passages", passages[0], passages[1], passages[2], passages[3]))
      console.put(changes.documents.map(line).joined())
      list(changes.changes)
    }
    for answer in answers { print(answer) }
  }

  private func print(_ answer: SavedQueryAnswer) {
    let (name, query) = (answer.entry.name, answer.entry.text)
    if let failure = answer.failure {
      console.tell(console.say("since.query.failed", name, query, console.words(for: failure)))
      return
    }
    let counts = counts(answer.changes.map(\.kind))
    let head = console.say(
      "since.query", TerminalText.visible(name), TerminalText.visible(query), counts[0],
      counts[1], counts[2], "\(answer.found?.matchCount ?? 0)")
    console.put("\n" + console.strong(head) + "\n")
    list(answer.changes)
  }

  private func list(_ changes: [CorpusChanges.Change]) {
    console.put(changes.prefix(limit).map(text).joined())
    if changes.count > limit {
      console.tell(console.say("since.more", "\(changes.count - limit)"))
    }
  }

  private func counts(_ kinds: [CorpusChanges.Kind]) -> [String] {
    CorpusChanges.Kind.allCases.map { kind in "\(kinds.count { $0 == kind })" }
  }

  private func line(_ document: CorpusChanges.Document) -> String {
    let names = [document.old?.id.name, document.kind == .moved ? document.new?.id.name : nil]
    let name = names.compactMap { $0 }.joined(separator: " → ")
    var columns = [
      console.say("change." + document.kind.rawValue),
      name.isEmpty ? document.new?.id.name ?? "" : name,
      (document.new ?? document.old)?.displayTitle ?? "",
    ]
    if !document.fields.isEmpty {
      columns.append(console.say("since.fields", document.fields.joined(separator: ", ")))
    }
    return columns.map { TerminalText.visible($0) }.joined(separator: "\t") + "\n"
  }

  private func text(_ change: CorpusChanges.Change) -> String {
    let places = [change.old, change.new].compactMap { $0?.citation.short }
    let place = places.first == places.last ? places.prefix(1) : places[...]
    var text = "\n" + console.strong(console.say("change." + change.kind.rawValue)) + " "
    text += console.faint(TerminalText.visible(place.joined(separator: " → "))) + "\n"
    text += "  " + change.pieces.map { words($0, in: change) }.joined() + "\n"
    for (mark, side) in [("-", change.old), ("+", change.new)] {
      guard let side else { continue }
      let citation = side.citation.full(inChinese: console.isChinese)
      text += "  " + console.faint(mark + " " + TerminalText.visible(citation)) + "\n"
    }
    return text
  }

  /// Words with marks where a passage has some that stayed and some that did not.
  private func words(
    _ piece: DocumentDifference.Piece, in change: CorpusChanges.Change
  ) -> String {
    let visible = TerminalText.visible(piece.text)
    guard change.old != nil, change.new != nil else { return visible }
    return switch piece.kind {
    case .same: visible
    case .deleted: console.faint("[-" + visible + "-]")
    case .inserted: console.lit("{+" + visible + "+}")
    }
  }
}
