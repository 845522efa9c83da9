import GazetteChecklists
import GazetteTestSupport

/// Texts for cells that forms of file find awkward.
enum RandomCells {
  private static let pieces = [
    "=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\n", " ", "  ", "：", ":", "|", "\\", "`", "*",
    "_", "<br>", "<!--", "-->", "[x]", "- [ ] ", "# ", "&#10;", "&amp;", "&", "<", ">", "_x0041_",
    "_x005F_", "m-0123456789ab", "1", "2025-06-30", "-5", "+86", "0.1", "=1+1", "=HYPERLINK(\"x\")",
    "落实", "責任", "单位", "🙂", "👩‍👩‍👧", "é", "e\u{301}", "\u{200B}", "\u{202E}", "\u{FEFF}", "ﬁ", "Ａ", "＝",
    "　",
    "shall ", "report", "^", "^n", "\\n", "\\,", "DUE:", "END:VTODO", "{", "}", "null", "TRUE",
    "\u{2028}",
    "\u{85}", "~", "''=", "'=", "'-1", "%", "1,5",
  ]

  /// A text; `hasControls` lets control characters in, which calendars cannot hold.
  static func text(_ random: inout SeededGenerator, hasControls: Bool) -> String {
    switch random.below(12) {
    case 0: return ""
    case 1:
      let word = pieces[random.below(pieces.count)]
      return String(repeating: word, count: 1 + random.below(2_000) / max(1, word.utf16.count))
    case 2 where hasControls:
      return "a\u{1}b\u{1F}\u{7F}c\u{B}"
    default:
      var text = ""
      for _ in 0..<1 + random.below(6) { text += pieces[random.below(pieces.count)] }
      return text
    }
  }

  /// A table of a new checklist with columns and texts of a person.
  static func table(
    _ random: inout SeededGenerator, language: ChecklistLanguage, hasControls: Bool
  ) -> ChecklistTable {
    var rows: [ChecklistRow] = []
    for index in 0..<1 + random.below(6) {
      var digits = String(random.next(), radix: 16)
      digits = String(repeating: "0", count: max(0, 12 - digits.count)) + digits
      var row = ChecklistRow(
        id: "m-" + digits.prefix(12), task: "第\(index)项：" + text(&random, hasControls: hasControls))
      row.citation = "《某文》，a/b#s1.p\(index + 1) (gz:01234567:1-2:89abcdef)"
      row.written = "2024-03-05"
      row.sentence = text(&random, hasControls: hasControls)
      if random.once(in: 2) { row.date = "2025-06-30" }
      if random.once(in: 3) { row.lead = text(&random, hasControls: hasControls) }
      if random.once(in: 3) { row.link = "https://example.org/a?b=1&c=\(index)" }
      rows.append(row)
    }
    var table = ChecklistTable(
      Checklist(
        rows: rows, language: language, revision: "r1-00000000", selection: ["--doc", "a/b"]))
    for index in 0..<random.below(4) {
      let place = random.below(table.columns.count)
      let name = ["进展说明", "Owner’s note", "a:b", "列\(index)", "x, y", "列"][random.below(6)]
      table.columns.insert(.init(name: name, role: nil), at: place)
      for row in table.rows.indices {
        table.rows[row].cells.insert(
          ChecklistCell(text(&random, hasControls: hasControls)), at: place)
      }
    }
    for row in table.rows.indices {
      for role in [ChecklistRole.status, .notes, .deadline] {
        guard random.once(in: 2), let column = table.column(role) else { continue }
        let words = ["已完成", "Done", "办结", "进行中", "doing", text(&random, hasControls: hasControls)]
        table.rows[row].cells[column] = ChecklistCell(words[random.below(words.count)])
      }
    }
    return table
  }
}
