import GazetteChecklists
import GazetteTestSupport
import Testing

/// Comma-separated values: RFC 4180, a second reader written as plainly as can be, and the defusing of formulas.
@Suite struct CSVTests {
  /// Reads RFC 4180 by rewriting it until nothing is left, as slowly as it likes.
  private func slow(_ text: String, _ delimiter: Character) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var rest = text[...]
    while !rest.isEmpty {
      var cell = ""
      if rest.first == "\"" {
        rest = rest.dropFirst()
        while let sign = rest.first {
          rest = rest.dropFirst()
          if sign != "\"" {
            cell.append(sign)
          } else if rest.first == "\"" {
            cell.append("\"")
            rest = rest.dropFirst()
          } else {
            break
          }
        }
      }
      while let sign = rest.first, sign != delimiter, sign != "\n", sign != "\r\n", sign != "\r" {
        cell.append(sign)
        rest = rest.dropFirst()
      }
      row.append(cell)
      let end = rest.first
      rest = rest.dropFirst()
      if end == delimiter {
        if rest.isEmpty { row.append("") }
        continue
      }
      rows.append(row)
      row = []
    }
    if !row.isEmpty { rows.append(row) }
    return rows
  }

  @Test("agrees with a slow reader on random rows", arguments: [",", ";", "\t"] as [Character])
  func oracle(delimiter: Character) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let letters = ["a", "\"\"", "中", " ", "b", "é", "🙂"]
    for _ in 0..<1_000 * TestScale.factor {
      var text = "h1\(delimiter)h2\(delimiter)h3\r\n"
      for _ in 0..<random.below(5) {
        for column in 0..<3 {
          if column > 0 { text.append(delimiter) }
          var cell = (0..<random.below(4)).map { _ in letters[random.below(7)] }.joined()
          if random.once(in: 2) {
            cell = "\"" + cell + ["", "\n", ",", ";", "\t", "\r\n"][random.below(6)] + "\""
          } else {
            cell = cell.replacing("\"", with: "")
          }
          text += cell
        }
        text += ["\r\n", "\n"][random.below(2)]
      }
      let found = try CSVReader(Array(text.utf8))
      let wanted = slow(text, delimiter).map { row in
        row.map { $0.replacing("\r\n", with: "\n") }
      }
      #expect(found.rows.map { $0.map(\.text) } == wanted, "seed \(seed): \(text.debugDescription)")
      #expect(found.delimiter == delimiter.asciiValue, "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test(
    "the examples of RFC 4180, section 2",
    arguments: [
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      (
        "\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx",
        [["aaa", "b\nbb", "ccc"], ["zzz", "yyy", "xxx"]]
      ),
      ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
    ])
  func examples(text: String, rows: [[String]]) throws {
    #expect(try CSVReader(Array(text.utf8)).rows.map { $0.map(\.text) } == rows)
  }

  @Test("lines end with CRLF, the mark stands in front when it is asked for")
  func written() {
    var style = ChecklistStyle()
    #expect(
      CSVWriter.bytes(of: [["a", "b\"c"], ["", "d,e"]], style: style)
        == Array("a,\"b\"\"c\"\r\n,\"d,e\"\r\n".utf8))
    style.hasMark = true
    #expect(CSVWriter.bytes(of: [["a"]], style: style) == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
  }

  @Test("no cell begins as a formula, and each comes back")
  func formulas() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let signs = ["=", "+", "-", "@", "\t", "\r", "\n", "'", "a", "1", ".", "＝", "＋", "%"]
    for _ in 0..<5_000 {
      let text = (0..<random.below(6)).map { _ in signs[random.below(signs.count)] }.joined()
      let guarded = FormulaGuard.guarded(text)
      #expect(FormulaGuard.unguarded(guarded) == text, "seed \(seed): \(text.debugDescription)")
      if let first = guarded.unicodeScalars.first, "=@\t\r\n＝＋".unicodeScalars.contains(first) {
        Issue.record("seed \(seed): \(guarded.debugDescription)")
      }
      if guarded.hasPrefix("+") || guarded.hasPrefix("-") {
        let isPlain = guarded.dropFirst().allSatisfy { $0.isNumber || ".,%".contains($0) }
        #expect(isPlain, "seed \(seed): \(guarded.debugDescription)")
      }
    }
    #expect(FormulaGuard.guarded("=1+1") == "'=1+1" && FormulaGuard.guarded("-5") == "-5")
    #expect(FormulaGuard.guarded("-2+3") == "'-2+3" && FormulaGuard.guarded("'=x") == "''=x")
  }

  @Test(
    "GB 18030, UTF-16, semicolons, tabs and a line sep= are read, and columns found by their names")
  func encodings() throws {
    let text = "任务事项;责任部门;截止日期;我的列;编码\n完善制度；;县水利局;2025/6/30;\"甲\n乙\";m-0123456789ab\n"
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let files: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), wide,
      Array("sep=;\r\n".utf8) + Array(text.utf8),
      Array(text.replacing(";", with: "\t").utf8),
    ]
    for bytes in files {
      let table = try ChecklistFile.table(bytes, file: "a.csv")
      #expect(
        table.columns.map(\.role) == [.task, .responsible, .deadline, nil, .id])
      #expect(table.rows.count == 1 && table.id(ofRow: 0) == "m-0123456789ab")
      #expect(table.rows[0].cells[3].text == "甲\n乙")
    }
    // 任务,id and two cells in GB 18030.
    let chinese: [UInt8] =
      [
        0xC8, 0xCE, 0xCE, 0xF1, 0x2C, 0xB1, 0xB8, 0xD7, 0xA2, 0x0A, 0xCD, 0xEA, 0xC9, 0xC6, 0xD6,
        0xC6, 0xB6, 0xC8, 0x2C, 0xBC, 0xD7, 0x0A,
      ]
    let table = try ChecklistFile.table(chinese, file: "a.csv")
    #expect(table.columns.map(\.name) == ["任务", "备注"] && table.rows[0].cells[0].text == "完善制度")
    #expect(table.style.hasMark)
  }

  @Test("a file without anything that is known is no checklist")
  func nothing() {
    #expect(throws: ChecklistError.noChecklist) {
      try ChecklistFile.table(Array("a,b\n1,2\n".utf8), file: "a.csv")
    }
    #expect(throws: ChecklistError.noChecklist) { try ChecklistFile.table([], file: "a.csv") }
  }
}
