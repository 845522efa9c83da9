import GazetteChecklists
import Testing

/// Task lists as people write them.
@Suite struct MarkdownTests {
  @Test("a list that a person wrote: boxes, ids, free lines and headings are kept")
  func person() throws {
    let text = """
      # 我的清单

      开头的话。

      - [x] 完善**制度** <!-- m-000000000001 -->
        - 牵头单位：县水利局
        - 张三：已联系
          还有一行
      * [ ] 没有标识的一项

      ## 第二部分

      - [X] 又一项 <!-- m-000000000002 -->
      """
    let table = try ChecklistFile.table(Array(text.utf8), file: "a.md")
    #expect(table.rows.map(\.isText) == [true, false, false, true, false])
    #expect(table.text(1, .status) == "已完成" && table.text(1, .lead) == "县水利局")
    #expect(table.text(1, .notes) == "- 张三：已联系\n还有一行" && table.text(1, .task) == "完善**制度**")
    #expect(table.id(ofRow: 4) == "m-000000000002" && table.text(2, .status) == "")
    let again = String(decoding: try ChecklistFile.bytes(of: table, form: .markdown), as: UTF8.self)
    #expect(again.contains("- [x] 完善**制度** <!-- m-000000000001 -->"))
    #expect(again.contains("开头的话。") && again.contains("## 第二部分"))
  }

  @Test("a box ticked or cleared in an editor wins over the word below it, which is kept as a note")
  func boxes() throws {
    var table = ChecklistTable(
      Checklist(rows: [ChecklistRow(id: "m-000000000001", task: "a")], language: .english))
    table.rows[0].cells[5] = ChecklistCell("half way")
    let text = String(decoding: try ChecklistFile.bytes(of: table, form: .markdown), as: UTF8.self)
    let ticked = try ChecklistFile.table(
      Array(text.replacing("- [ ] ", with: "- [x] ").utf8), file: "a.md")
    #expect(ticked.text(0, .status) == "Done" && ticked.text(0, .notes) == "Status: half way")
  }

  @Test("retired rows stand under a heading of their own")
  func retired() throws {
    let rows = [
      ChecklistRow(id: "m-000000000001", task: "一"), ChecklistRow(id: "m-000000000002", task: "二"),
    ]
    let merge = try ChecklistMerge(
      ChecklistTable(Checklist(rows: rows, language: .chinese)),
      with: Checklist(rows: [rows[1]], language: .chinese))
    let bytes = try ChecklistFile.bytes(of: merge.table, form: .markdown)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\n## 已失效\n\n- [ ] 一"))
    #expect(try ChecklistFile.table(bytes, file: "a.md").rows.count == 2)
  }
}
