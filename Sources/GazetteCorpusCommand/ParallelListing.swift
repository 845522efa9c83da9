import Gazette
import GazetteConsole

/// Parallel passages as people read them on a terminal: `[-gone-]` and `{+new+}` within the words that both have.
struct ParallelListing {
  let console: Console

  func print(_ report: ParallelReport, hasConcepts: Bool) {
    console.put(report.groups.map(text).joined(separator: "\n"))
    let shown = report.groups.reduce(0) { $0 + $1.findings.count }
    let key = report.totalCount == 0 ? "parallels.none" : "parallels.count"
    console.tell(
      console.say(
        key, "\(report.totalCount)", "\(report.groupCount)", "\(report.documentCount)",
        "\(shown)"))
    if !hasConcepts { console.tell(console.say("parallels.no-concepts")) }
  }

  private func text(_ group: ParallelReport.Group) -> String {
    let names = "\(name(group.left))  ↔  \(name(group.right))"
    var text = console.strong(TerminalText.visible(names)) + "\n"
    text += group.findings.map(self.text).joined()
    let rest = group.count - group.findings.count
    if rest > 0 {
      text +=
        "\n  "
        + console.faint(
          TerminalText.visible(
            console.say("parallels.more", "\(rest)", group.left.id.name, group.right.id.name)))
        + "\n"
    }
    return text
  }

  private func name(_ document: DocumentSummary) -> String {
    document.displayTitle + " (" + document.id.name
      + (document.metadata.date.map { ", \($0)" } ?? "") + ")"
  }

  private func text(_ finding: ParallelFinding) -> String {
    let percent = Int((finding.likeness * 100).rounded())
    var head = "@ \(finding.left.path) ↔ \(finding.right.path) "
    head += console.say("parallels." + finding.kind.rawValue)
    if finding.kind != .same { head += " \(percent)%" }
    let shared = finding.shared.map(\.text)
    if !shared.isEmpty { head += " · " + shared.joined(separator: ", ") }
    var text = "\n" + console.faint(TerminalText.visible(head)) + "\n"
    for stretch in finding.stretches { text += words(stretch, finding.kind) + "\n" }
    for (key, facts) in [
      ("parallels.only-left", finding.onlyLeft), ("parallels.only-right", finding.onlyRight),
    ] where !facts.isEmpty {
      let list = facts.map(\.text).joined(separator: ", ")
      text += "  ! " + TerminalText.visible(console.say(key, list)) + "\n"
    }
    for (mark, passage) in [("-", finding.left), ("+", finding.right)] {
      let citation = passage.citation.full(inChinese: console.isChinese)
      text += "  " + console.faint(mark + " " + TerminalText.visible(citation)) + "\n"
    }
    return text
  }

  /// The words of both sides: as one text with what differs where most of it is common, else one below the other, with what
  /// both have lit.
  private func words(_ stretch: ParallelFinding.Stretch, _ kind: PassagePair.Kind) -> String {
    if kind == .translation || !isMostlyCommon(stretch.pieces) {
      return "- " + side(stretch.left, stretch.pieces, without: .inserted) + "\n+ "
        + side(stretch.right, stretch.pieces, without: .deleted)
    }
    return stretch.pieces.map { piece in
      let visible = TerminalText.visible(piece.text)
      return switch piece.kind {
      case .same: visible
      case .deleted: console.faint("[-" + visible + "-]")
      case .inserted: console.lit("{+" + visible + "+}")
      }
    }.joined()
  }

  private func isMostlyCommon(_ pieces: [WordDifference.Piece]) -> Bool {
    var counts: [WordDifference.Piece.Kind: Int] = [:]
    for piece in pieces { counts[piece.kind, default: 0] += piece.text.utf8.count }
    let same = counts[.same] ?? 0
    return same >= max(counts[.deleted] ?? 0, counts[.inserted] ?? 0)
  }

  private func side(
    _ text: String, _ pieces: [WordDifference.Piece], without kind: WordDifference.Piece.Kind
  ) -> String {
    guard !pieces.isEmpty else { return TerminalText.visible(text) }
    return pieces.filter { $0.kind != kind }.map { piece in
      let visible = TerminalText.visible(piece.text)
      return piece.kind == .same ? console.lit(visible) : visible
    }.joined()
  }
}
