import GazetteChecklists
import GazetteTestSupport
import Testing

/// What holds for any edits of the source and of the checklist: no cell of a person is lost, no id changes without a change of
/// the text, and merging twice is merging once.
@Suite struct MergePropertyTests {
  static let sources = [
    "poverty/three-guarantees-opinions.zh.html", "water/water-works-provisions.en.txt",
  ]

  /// All texts of a table, other sheets left out.
  private func texts(_ table: ChecklistTable) -> String {
    table.rows.flatMap(\.cells).map(\.text).joined(separator: "\u{1}")
  }

  private func check(
    _ person: PersonEdits, _ before: ChecklistTable, _ merge: ChecklistMerge, _ now: Checklist,
    _ comment: String
  ) throws {
    #expect(before.filledCells == person.table.filledCells, "\(comment)")
    let after = merge.table
    let all = texts(after)
    for word in person.written { #expect(all.contains(word), "\(comment): \(word) is lost") }
    #expect(merge.report.cellsFound == before.filledCells, "\(comment)")
    #expect(merge.report.cellsKept == merge.report.cellsFound, "\(comment)")
    #expect(merge.report.changes.count == after.rows.count, "\(comment)")
    // The person's own columns are there, in their order.
    let own = before.columns.filter { $0.role == nil }.map(\.name)
    #expect(after.columns.filter { $0.role == nil }.map(\.name) == own, "\(comment)")
    let ids = Dictionary(now.rows.map { ($0.id, $0) }) { first, _ in first }
    let held = after.rows.indices.compactMap { after.id(ofRow: $0) }
    for id in before.rows.indices.compactMap({ before.id(ofRow: $0) }) where ids[id] != nil {
      #expect(held.contains(id), "\(comment): \(id) changed without its text")
    }
    for change in merge.report.changes where !change.oldID.isEmpty && change.oldID != change.id {
      #expect(ids[change.oldID] == nil, "\(comment): \(change.oldID) is still there")
      guard let old = before.origins[change.oldID], let new = ids[change.id] else { continue }
      // What an id is made of.
      #expect(
        (old.family, old.sentence, old.words) != (new.family, new.sentence, new.words),
        "\(comment): \(change.oldID)")
    }
    // Every requirement has its row, but for those that the person took out.
    let missing = now.rows.count { !held.contains($0.id) }
    #expect(missing == merge.report.removed, "\(comment)")
  }

  @Test("thousands of edits of source and checklist", arguments: sources)
  func edits(path: String) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let original = try PolicySource(path)
    var edits = 0
    for round in 0..<40 * TestScale.factor {
      let language = ChecklistLanguage.allCases[random.below(2)]
      let form = [ChecklistForm.csv, .json, .markdown, .calendar, .xlsx][round % 5]
      var source = original
      var table = ChecklistTable(try source.checklist(language))
      for generation in 0..<3 {
        let comment = "seed \(seed), round \(round).\(generation), \(form)"
        var person = PersonEdits(table, mark: "\(round).\(generation)")
        for _ in 0..<4 + random.below(12) {
          person.edit(&random)
          edits += 1
        }
        for _ in 0..<1 + random.below(10) {
          source.edit(&random)
          edits += 1
        }
        let now = try source.checklist(language)
        let file = try ChecklistFile.table(
          ChecklistFile.bytes(of: person.table, form: form), file: "list." + form.rawValue)
        let merge = try ChecklistMerge(file, with: now)
        try check(person, file, merge, now, comment)
        let again = try ChecklistMerge(merge.table, with: now)
        #expect(again.table == merge.table, "\(comment): twice is not once")
        // The same by way of the file.
        let bytes = try ChecklistFile.bytes(of: merge.table, form: form)
        let read = try ChecklistFile.table(bytes, file: "list." + form.rawValue)
        let second = try ChecklistMerge(read, with: now)
        #expect(
          try ChecklistFile.bytes(of: second.table, form: form) == bytes,
          "\(comment): twice is not once by way of the file")
        table = merge.table
      }
    }
    #expect(edits > 1_000)
  }
}
