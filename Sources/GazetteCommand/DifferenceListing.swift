import GazetteConsole
import GazetteDocument
import GazetteSearch

/// The difference of two documents as people read it on a terminal: `[-gone-]` and `{+new+}` within the words that stayed.
struct DifferenceListing {
  let console: Console

  func print(
    _ difference: DocumentDifference, from old: DocumentSummary, to new: DocumentSummary
  ) {
    let counts = DocumentDifference.Kind.allCases.map { kind in
      "\(difference.changes.count { $0.kind == kind })"
    }
    if !difference.changes.isEmpty {
      console.put(head("--- ", old) + head("+++ ", new))
      console.put(difference.changes.map(text).joined())
    }
    let key = difference.changes.isEmpty ? "diff.same" : "diff.count"
    console.tell(console.say(key, counts[0], counts[1], counts[2], "\(difference.sameCount)"))
  }

  private func head(_ mark: String, _ document: DocumentSummary) -> String {
    var words = mark + document.displayTitle + " (" + document.id.name
    if let date = document.metadata.date { words += ", \(date)" }
    words += ")"
    return console.strong(TerminalText.visible(words)) + "\n"
  }

  private func text(_ change: DocumentDifference.Change) -> String {
    let places = [change.old, change.new].compactMap { $0?.path.description }
    var text = "\n" + console.faint("@ " + places.joined(separator: " → ")) + " "
    text += console.say("diff." + change.kind.rawValue) + "\n"
    text += change.pieces.map(words).joined() + "\n"
    for (mark, side) in [("-", change.old), ("+", change.new)] {
      guard let side else { continue }
      let citation = side.citation.full(inChinese: console.isChinese)
      text += "  " + console.faint(mark + " " + TerminalText.visible(citation)) + "\n"
    }
    return text
  }

  private func words(_ piece: DocumentDifference.Piece) -> String {
    let visible = TerminalText.visible(piece.text)
    return switch piece.kind {
    case .same: visible
    case .deleted: console.faint("[-" + visible + "-]")
    case .inserted: console.lit("{+" + visible + "+}")
    }
  }
}
