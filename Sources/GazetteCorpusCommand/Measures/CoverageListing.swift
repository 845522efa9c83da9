import Gazette
import GazetteConsole

/// A coverage as people read it on a terminal: every pair with both quotations, then the gaps, then the figures.
struct CoverageListing {
  let console: Console

  func print(_ coverage: Coverage) {
    var text = ""
    for verdict in Coverage.Verdict.allCases {
      let rows = coverage.rows.filter { $0.verdict == verdict }
      guard !rows.isEmpty else { continue }
      text += (text.isEmpty ? "" : "\n")
      text +=
        console.strong(console.say("coverage." + verdict.rawValue) + " (\(rows.count))") + "\n"
      for row in rows { text += self.text(row, coverage) }
    }
    if !coverage.onlyInTarget.isEmpty {
      let head = console.say("coverage.only-in-by") + " (\(coverage.onlyInTarget.count))"
      text += "\n" + console.strong(head) + "\n"
      for index in coverage.onlyInTarget { text += line("+", coverage.targets[index]) }
    }
    console.put(text)
    guard let share = coverage.share else {
      console.tell(console.say("coverage.none"))
      return
    }
    let weaker = coverage.rows.count { row in
      row.pairs.first.map { $0.status != .rejected && $0.isWeaker } ?? false
    }
    console.tell(
      console.say(
        "coverage.count", "\(coverage.rows.count)", "\(coverage.count(.covered))",
        "\(coverage.count(.partly))", "\(coverage.count(.notCovered))",
        "\(Int((share * 100).rounded()))", "\(weaker)", "\(coverage.onlyInTarget.count)"))
  }

  private func text(_ row: Coverage.Row, _ coverage: Coverage) -> String {
    var text = line("-", coverage.sources[row.source])
    for pair in row.pairs {
      let target = coverage.targets[pair.target]
      let percent = Int((pair.likeness * 100).rounded())
      let status = console.say("coverage.status." + pair.status.rawValue)
      text += "  " + line("+", target)
      text += "      " + console.faint("\(status) · \(percent)%") + "\n"
      let listing = TraceListing(console: console)
      for difference in pair.differences where difference.direction != .more {
        text += "      " + listing.change(difference) + "\n"
      }
    }
    return text
  }

  private func line(_ mark: String, _ record: MeasureRecord) -> String {
    let place = "@ \(record.citation.short)  \(record.id)"
    return "  \(mark) " + TerminalText.visible(record.words.text) + "  "
      + console.faint(TerminalText.visible(place)) + "\n"
  }
}
