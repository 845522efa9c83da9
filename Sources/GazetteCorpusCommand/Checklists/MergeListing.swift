import GazetteChecklists
import GazetteConsole

/// What a merge did, for reading.
struct MergeListing {
  let console: Console

  /// Prints the rows that did not stay as they were, then the counts.
  func print(_ report: MergeReport, file: String?, backup: String?, isDry: Bool) {
    let say = console.say
    var text = ""
    for change in report.changes where change.fate != .unchanged && change.fate != .own {
      guard change.fate != .wasRetired else { continue }
      let id = [change.oldID, change.id].filter { !$0.isEmpty }.joined(separator: " → ")
      text += console.strong(say("checklist.fate." + change.fate.rawValue)) + "  " + id
      text += (change.mark.isEmpty ? "" : "  " + TerminalText.visible(change.mark)) + "\n"
      if change.fate == .changed || change.fate == .retired {
        text += "  - " + TerminalText.visible(change.old) + "\n"
      }
      if change.fate != .retired, change.fate != .moved {
        text += "  + " + TerminalText.visible(change.new) + "\n"
      }
    }
    var counts: [String] = []
    for fate in MergeReport.Fate.allCases {
      let count = report.count(fate)
      if count > 0 { counts.append(say("checklist.fate." + fate.rawValue) + " \(count)") }
    }
    if report.removed > 0 { counts.append(say("checklist.merge.removed") + " \(report.removed)") }
    if report.proposals > 0 {
      counts.append(say("checklist.merge.proposals") + " \(report.proposals)")
    }
    text += counts.joined(separator: console.isChinese ? "，" : ", ") + "\n"
    text +=
      say(
        "checklist.merge.cells", "\(report.cellsFound)", "\(report.cellsKept)",
        "\(report.personalCells)") + "\n"
    console.put(text)
    if report.formulas > 0 { console.tell(say("checklist.merge.formulas", "\(report.formulas)")) }
    if let backup { console.tell(say("checklist.merge.backup", backup)) }
    if let file {
      console.tell(say("checklist.merge.written", file))
    } else {
      console.tell(say(isDry ? "checklist.merge.dry" : "checklist.merge.same"))
    }
  }
}
