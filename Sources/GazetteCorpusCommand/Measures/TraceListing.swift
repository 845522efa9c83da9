import Gazette
import GazetteConsole

/// Requirements over dated documents as people read them on a terminal.
struct TraceListing {
  let console: Console

  func print(_ traces: [MeasureTrace], of total: Int, undated: Int) {
    console.put(traces.map(text).joined(separator: "\n"))
    console.tell(
      total == 0
        ? console.say("trace.none")
        : console.say("trace.count", "\(total)", "\(traces.count { $0.hasChanges })"))
    if undated > 0 { console.tell(console.say("trace.undated", "\(undated)")) }
  }

  private func text(_ trace: MeasureTrace) -> String {
    trace.steps.map { step in
      let record = step.record
      let force = record.measure.force.strength
      let bar = String(repeating: "█", count: force) + String(repeating: "░", count: 5 - force)
      let date = record.document.metadata.date?.description ?? ""
      var text = console.strong(date) + " " + bar + " \(force)  "
      text += TerminalText.visible(record.words.text) + "\n"
      for change in step.changes { text += "    " + self.change(change) + "\n" }
      let place = "    @ \(record.citation.short)  \(record.id)"
      return text + console.faint(TerminalText.visible(place)) + "\n"
    }.joined()
  }

  /// `weaker: 4 must → 2 strive to`.
  func change(_ change: MeasureDifference) -> String {
    let mark = change.direction == .less ? "▼" : change.direction == .more ? "▲" : "≠"
    let name = console.say("measures.difference." + change.kind.rawValue)
    let none = console.say("measures.state.not-stated")
    return "\(mark) \(name): "
      + TerminalText.visible("\(change.before ?? none) → \(change.after ?? none)")
  }
}
