import GazetteChecklists
import GazetteTestSupport
import Testing

/// What is written reads back, cell for cell, in every form.
@Suite struct RoundTripTests {
  /// All cells of a row by their columns' names, blank ones left out.
  private func cells(_ table: ChecklistTable, _ row: Int, exactly: Bool) -> [String] {
    zip(table.columns, table.rows[row].cells).compactMap { column, cell in
      guard !cell.isBlank else { return nil }
      return (column.role?.rawValue ?? column.name) + "="
        + (exactly ? cell.text : trimmed(cell.text))
    }.sorted()
  }

  private func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let first = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.startIndex
    let last = scalars.lastIndex { !$0.properties.isWhitespace } ?? scalars.startIndex
    return scalars.isEmpty ? "" : String(scalars[first...last])
  }

  @Test(
    "random cells come back as they were, in every form and language",
    arguments: ChecklistForm.allCases, ChecklistLanguage.allCases)
  func random(form: ChecklistForm, language: ChecklistLanguage) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for round in 0..<(form == .xlsx ? 60 : 250) * TestScale.factor {
      var table = RandomCells.table(
        &random, language: language, hasControls: form != .calendar)
      if form == .markdown || form == .calendar {
        // A list of tasks has the names of its columns in its lines.
        var names: Set<String> = []
        for index in table.columns.indices where table.columns[index].role == nil {
          while !names.insert(table.columns[index].name).inserted {
            table.columns[index].name += "2"
          }
        }
      }
      let comment = "seed \(seed), round \(round), \(form)"
      let bytes: [UInt8]
      do {
        bytes = try ChecklistFile.bytes(of: table, form: form)
      } catch {
        Issue.record("\(comment): \(error)")
        return
      }
      let again = try ChecklistFile.table(bytes, file: "list." + form.rawValue)
      #expect(again.rows.count == table.rows.count, "\(comment)")
      guard again.rows.count == table.rows.count else { return }
      for row in table.rows.indices {
        let exactly = form != .calendar && form != .markdown
        let (left, right) = (
          cells(table, row, exactly: exactly), cells(again, row, exactly: exactly)
        )
        #expect(left == right, "\(comment)")
        guard left == right else { return }
        #expect(again.id(ofRow: row) == table.id(ofRow: row), "\(comment)")
      }
      #expect(try ChecklistFile.bytes(of: again, form: form) == bytes, "\(comment): twice")
      if form != .csv {
        #expect(again.origins == table.origins, "\(comment)")
        #expect(
          again.selection == table.selection && again.revision == table.revision, "\(comment)")
      }
    }
  }

  @Test("the same rows give the same bytes", arguments: ChecklistForm.allCases)
  func sameBytes(form: ChecklistForm) throws {
    var random = SeededGenerator(seed: 7)
    let table = RandomCells.table(&random, language: .chinese, hasControls: false)
    let first = try ChecklistFile.bytes(of: table, form: form)
    #expect(try ChecklistFile.bytes(of: table, form: form) == first)
  }

  @Test("a new checklist has the headers of its language in their order")
  func headers() {
    let row = ChecklistRow(id: "m-000000000000", task: "a")
    let chinese = ChecklistTable(Checklist(rows: [row], language: .chinese))
    #expect(
      chinese.columns.map(\.name) == [
        "序号", "任务", "牵头单位", "责任单位", "完成时限", "状态", "备注", "出处", "id",
      ])
    let english = ChecklistTable(Checklist(rows: [row], language: .english))
    #expect(
      english.columns.map(\.name) == [
        "No.", "Task", "Lead body", "Responsible bodies", "Deadline", "Status", "Notes", "Source",
        "id",
      ])
    for table in [chinese, english] {
      for column in table.columns {
        #expect(ChecklistTerms.standard.role(ofHeader: column.name) == column.role)
      }
    }
  }

  @Test("a cell that a workbook cannot hold is an error and not a shorter cell")
  func tooLong() {
    var table = ChecklistTable(
      Checklist(rows: [ChecklistRow(id: "m-000000000000", task: "a")], language: .english))
    table.rows[0].cells[6] = ChecklistCell(String(repeating: "长", count: 32_768))
    #expect(throws: ChecklistError.cellTooLong(row: 1, column: "Notes", limit: 32_767)) {
      try ChecklistFile.bytes(of: table, form: .xlsx)
    }
    #expect(throws: Never.self) { try ChecklistFile.bytes(of: table, form: .csv) }
  }

  @Test("what a form cannot hold is an error: other sheets are not dropped")
  func sheets() {
    var table = ChecklistTable(
      Checklist(rows: [ChecklistRow(id: "m-000000000000", task: "a")], language: .english))
    table.sheets = [.init(name: "联系人", rows: [[ChecklistCell("张三"), ChecklistCell("12345")]])]
    for form in [ChecklistForm.csv, .markdown, .calendar] {
      #expect(throws: ChecklistError.self) { try ChecklistFile.bytes(of: table, form: form) }
    }
    for form in [ChecklistForm.xlsx, .json] {
      #expect(throws: Never.self) { try ChecklistFile.bytes(of: table, form: form) }
    }
  }
}
