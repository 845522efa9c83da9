import GazetteChecklists
import Testing

/// What becomes of single rows when the source changes.
@Suite struct MergeTests {
  private func row(_ number: Int, _ task: String, place: String? = nil) -> ChecklistRow {
    var row = ChecklistRow(id: "m-00000000000\(String(number, radix: 16))", task: task)
    row.document = "a/b"
    row.family = "title:b"
    row.sentence = task + "。"
    row.words = task
    row.place = place ?? "s1.p\(number).s1"
    row.citation = "《乙》，a/b#\(row.place) (gz:01234567:\(number)-9:89abcdef)"
    return row
  }

  private var tasks: [ChecklistRow] {
    [
      row(1, "县财政局应当在每年3月底前公示资金分配结果"), row(2, "各乡镇要建立健全防止返贫监测对象动态管理机制"),
      row(3, "县教育局负责落实义务教育阶段控辍保学台账"), row(4, "加强农村饮水安全工程水质检测和运行维护"),
    ]
  }

  private func list(_ rows: [ChecklistRow]) -> Checklist {
    Checklist(rows: rows, language: .chinese)
  }

  /// The file of the tasks with a tick and a note in every row.
  private func filled() -> ChecklistTable {
    var table = ChecklistTable(list(tasks))
    for index in table.rows.indices {
      table.rows[index].cells[5] = ChecklistCell("已完成")
      table.rows[index].cells[6] = ChecklistCell("备注\(index)")
    }
    return table
  }

  @Test("nothing changes where the source says the same")
  func unchanged() throws {
    let merge = try ChecklistMerge(filled(), with: list(tasks))
    #expect(merge.table == filled() && merge.report.count(.unchanged) == 4)
    #expect(!merge.report.changesAnything)
    #expect(merge.report.cellsFound == 24 && merge.report.cellsKept == 24)
    #expect(merge.report.personalCells == 8)
  }

  @Test("other words: the tick stays, the row is marked, old and new stand in it")
  func changed() throws {
    var now = tasks
    now[1] = row(9, "各乡镇要建立健全防止返贫监测对象常态化动态管理机制", place: "s1.p2.s1")
    let merge = try ChecklistMerge(filled(), with: list(now))
    let table = merge.table
    #expect(merge.report.changes.map(\.fate) == [.unchanged, .changed, .unchanged, .unchanged])
    #expect(table.text(1, .task) == now[1].task && table.text(1, .former) == tasks[1].task)
    #expect(table.text(1, .check) == "待复核" && table.text(1, .status) == "已完成")
    #expect(table.text(1, .notes) == "备注1" && table.id(ofRow: 1) == now[1].id)
    #expect(table.text(1, .source) == now[1].citation)
    #expect(table.columns.map(\.role).suffix(4) == [.check, .former, .source, .id])
  }

  @Test(
    "gone: the row goes to the end with its last citation and the reason, and comes back marked")
  func gone() throws {
    var now = tasks
    now.remove(at: 0)
    let merge = try ChecklistMerge(filled(), with: list(now))
    let table = merge.table
    #expect(merge.report.changes.map(\.fate) == [.unchanged, .unchanged, .unchanged, .retired])
    #expect(table.text(3, .check) == "已失效：原文已无此项" && table.text(3, .notes) == "备注0")
    #expect(table.text(3, .source) == tasks[0].citation)
    let back = try ChecklistMerge(table, with: list(tasks))
    #expect(back.table.text(3, .check) == "待复核：原文重新列入" && back.report.count(.changed) == 1)
  }

  @Test("new ones stand beside their neighbours in the source, before what is retired")
  func new() throws {
    let now = [
      row(10, "开展农村危房改造质量抽查", place: "s1.p0.s1"), tasks[1], row(11, "完善医疗保险参保动员机制"), tasks[2],
      tasks[3], row(12, "推广节水灌溉技术并建立用水台账"),
    ]
    let merge = try ChecklistMerge(filled(), with: list(now))
    #expect(
      merge.report.changes.map(\.fate) == [
        .new, .unchanged, .new, .unchanged, .unchanged, .new, .retired,
      ])
    #expect(merge.table.text(0, .number) == "5" && merge.table.text(0, .check) == "新增")
    #expect(merge.table.text(1, .number) == "2")
  }

  @Test("a requirement that is cut in two, and two that become one, are proposed and not done")
  func parts() throws {
    let whole = row(1, "各乡镇要建立健全防止返贫监测对象动态管理机制，并按季度开展农村饮水安全工程水质检测和运行维护检查")
    let first = row(2, "各乡镇要建立健全防止返贫监测对象动态管理机制")
    let second = row(3, "按季度开展农村饮水安全工程水质检测和运行维护检查")
    let split = try ChecklistMerge(ChecklistTable(list([whole])), with: list([first, second]))
    #expect(
      split.report.changes.map(\.fate).sorted { $0.rawValue < $1.rawValue } == [.changed, .new])
    #expect(
      split.table.rows.indices.contains { split.table.text($0, .check).hasPrefix("新增：可能由 m-") })
    let merged = try ChecklistMerge(ChecklistTable(list([first, second])), with: list([whole]))
    #expect(merged.report.changes.map(\.fate) == [.changed, .retired])
    #expect(merged.table.text(1, .check) == "已失效：可能并入 \(whole.id)")
    #expect(split.report.proposals == 1 && merged.report.proposals == 1)
  }

  @Test(
    "what a person wrote into our columns stays, and what the source states now stands beside it")
  func ownWords() throws {
    var file = filled()
    file.rows[3].cells[2] = ChecklistCell("县水利局（张三）")
    file.rows[0].cells[1] = ChecklistCell("公示资金")
    var now = tasks
    now[3].lead = "县水务局"
    let merge = try ChecklistMerge(file, with: list(now))
    #expect(merge.table.text(3, .lead) == "县水利局（张三）" && merge.table.text(0, .task) == "公示资金")
    #expect(merge.table.text(3, .former) == "牵头单位原文现为：县水务局" && merge.table.text(3, .check) == "待复核")
    #expect(merge.report.changes[0].fate == .unchanged)
    // A body that nobody touched follows the source.
    var untouched = tasks
    untouched[2].lead = "县教育局"
    let first = ChecklistTable(list(untouched))
    untouched[2].lead = "县教育体育局"
    let second = try ChecklistMerge(first, with: list(untouched))
    #expect(second.table.text(2, .lead) == "县教育体育局")
    #expect(second.table.text(2, .former) == "牵头单位原为：县教育局")
  }

  @Test("rows without an id stay; an id that was deleted is found again by the words")
  func withoutID() throws {
    var file = filled()
    file.rows[2].cells[8] = ChecklistCell()
    var own = [ChecklistCell](repeating: ChecklistCell(), count: 9)
    own[1] = ChecklistCell("打电话给老李")
    file.rows.insert(.init(cells: own), at: 1)
    let merge = try ChecklistMerge(file, with: list(tasks))
    #expect(
      merge.report.changes.map(\.fate) == [.unchanged, .own, .unchanged, .linked, .unchanged])
    #expect(merge.table.id(ofRow: 3) == tasks[2].id && merge.table.text(1, .task) == "打电话给老李")
  }

  @Test("what a person took out stays out, where the file tells that it was there")
  func removed() throws {
    var file = filled()
    file.rows.remove(at: 1)
    let merge = try ChecklistMerge(file, with: list(tasks))
    #expect(merge.table.rows.count == 3 && merge.report.removed == 1)
    let again = try ChecklistMerge(merge.table, with: list(tasks))
    #expect(again.table == merge.table)
  }

  @Test("a file of another tool, its columns renamed and shuffled, is known by its ids")
  func renamed() throws {
    let text = """
      进展说明,代码,What,Where from
      联系过,m-000000000002,\(tasks[1].task),\(tasks[1].citation)
      ,m-000000000001,\(tasks[0].task),\(tasks[0].citation)

      """
    let file = try ChecklistFile.table(Array(text.utf8), file: "tool.csv")
    #expect(file.columns.map(\.role) == [nil, .id, nil, nil])
    var now = tasks
    now[1] = row(9, "各乡镇要建立健全防止返贫监测对象常态化动态管理机制", place: "s1.p2.s1")
    // The words of the first row are known by the second, whose id is still there.
    let merge = try ChecklistMerge(file, with: list(now))
    #expect(
      merge.table.text(0, .task) == now[1].task && merge.table.text(0, .former) == tasks[1].task)
    #expect(merge.table.rows[0].cells[0].text == "联系过")
    #expect(
      merge.table.columns.filter { $0.role == nil || $0.role == .task }.map(\.name).prefix(2) == [
        "进展说明", "What",
      ])
  }

  @Test(
    "a number printed in front that changes is no change of the text, with and without what the source said"
  )
  func renumbered() throws {
    var before = row(1, "各乡镇要建立水质检测台账")
    before.sentence = "第三条 各乡镇要建立水质检测台账。"
    var after = row(2, "各乡镇要建立水质检测台账")
    after.sentence = "第四条 各乡镇要建立水质检测台账。"
    var file = ChecklistTable(list([before]))
    for _ in 0..<2 {
      let merge = try ChecklistMerge(file, with: list([after]))
      #expect(merge.report.changes.map(\.fate) == [.moved])
      #expect(merge.table.id(ofRow: 0) == after.id && merge.table.text(0, .check) == "")
      file.origins = [:]
    }
    // The words around it are another sentence.
    after.sentence = "第四条 各乡镇要建立水质检测台账，并每季度公示。"
    let merge = try ChecklistMerge(ChecklistTable(list([before])), with: list([after]))
    #expect(merge.report.changes.map(\.fate) == [.changed])
  }

  @Test("a look-alike in another document is not the same requirement")
  func otherDocument() throws {
    var other = row(9, "各乡镇要建立健全防止返贫监测对象常态化动态管理机制")
    other.document = "c/d"
    other.family = "title:d"
    let merge = try ChecklistMerge(filled(), with: list([tasks[0], tasks[2], tasks[3], other]))
    #expect(merge.report.count(.retired) == 1 && merge.report.count(.new) == 1)
  }
}
