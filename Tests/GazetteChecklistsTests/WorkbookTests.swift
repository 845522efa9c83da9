import GazetteChecklists
import GazetteParsing
import GazetteTestSupport
import Testing

/// Workbooks as programs save them: shared and inline strings, rich text, days, merged cells, several sheets, strict form.
@Suite struct WorkbookTests {
  /// A cell with a text of its own.
  private func inline(_ place: String, _ text: String) -> String {
    "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  private var header: String {
    "<row r=\"1\">" + inline("A1", "任务") + inline("B1", "牵头单位") + inline("C1", "时限")
      + inline("D1", "我的") + inline("E1", "id") + "</row>"
  }

  private func cells(_ table: ChecklistTable) -> [[String]] {
    table.rows.map { $0.cells.map(\.text) }
  }

  @Test(
    "shared strings with runs and without what is pronounced, in every form",
    arguments: [0, 1, 2, 3])
  func strings(form: Int) throws {
    var book = WorkbookSamples()
    book.isStrict = form & 1 == 1
    book.isAbsolute = form & 2 == 2
    book.strings =
      "<si><t>完善制度</t></si><si><r><rPr><b/></rPr><t>县</t></r><r><t xml:space=\"preserve\"> 水利局 </t></r><rPh sb=\"0\" eb=\"1\"><t>xian</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si>"
    let row =
      "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"D2\" t=\"s\"><v>2</v></c>"
      + inline("E2", "M-0123456789AB") + "</row>"
    book.sheets = [("表一", header + row, "")]
    let table = try ChecklistFile.table(book.bytes, file: "a.xlsx")
    #expect(cells(table) == [["完善制度", "县 水利局 ", "", "a\nb_x0041_", "M-0123456789AB"]])
    #expect(table.columns.map(\.role) == [.task, .lead, .deadline, nil, .id])
    #expect(table.id(ofRow: 0) == "m-0123456789ab" && table.name == "表一")
  }

  @Test(
    "days by built-in, own and East Asian formats and from both epochs; numbers, truth values, errors, formulas"
  )
  func values() throws {
    for isFrom1904 in [false, true] {
      var book = WorkbookSamples()
      book.isFrom1904 = isFrom1904
      book.styles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"0.0&quot;days&quot;\"/><numFmt numFmtId=\"166\" formatCode=\"[h]:mm\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"31\"/><xf numFmtId=\"165\"/><xf numFmtId=\"22\"/><xf numFmtId=\"9\"/></cellXfs>"
      // 2025-06-30 is day 45838 of the epoch of 1900.
      let day = isFrom1904 ? 45_838 - 1_462 : 45_838
      func cell(_ place: String, _ value: String, style: Int) -> String {
        "<c r=\"\(place)\" s=\"\(style)\"><v>\(value)</v></c>"
      }
      var rows = header
      rows +=
        "<row r=\"2\">" + inline("A2", "a") + cell("C2", "\(day)", style: 1)
        + inline("E2", "m-000000000001") + "</row>"
      rows +=
        "<row r=\"3\">" + inline("A3", "b") + cell("C3", "\(day)", style: 2)
        + cell("D3", "0.5", style: 6) + "</row>"
      rows +=
        "<row r=\"4\">" + inline("A4", "c") + cell("C4", "\(day)", style: 3)
        + cell("D4", "12", style: 4) + "</row>"
      rows +=
        "<row r=\"5\">" + inline("A5", "d") + cell("C5", "\(day).75", style: 5)
        + "<c r=\"D5\" t=\"b\"><v>1</v></c></row>"
      rows +=
        "<row r=\"6\">" + inline("A6", "e")
        + "<c r=\"C6\" t=\"e\"><v>#N/A</v></c><c r=\"D6\"><f>SUM(D2:D4)</f></c></row>"
      rows +=
        "<row r=\"7\">" + inline("A7", "f") + "<c r=\"D7\" t=\"str\"><f>A1</f><v>甲</v></c></row>"
      book.sheets = [("s", rows, "")]
      let table = try ChecklistFile.table(book.bytes, file: "a.xlsx")
      #expect(
        table.rows.map { $0.cells[2].text } == [
          "2025-06-30", "2025-06-30", "2025-06-30", "2025-06-30 18:00", "#N/A", "",
        ])
      #expect(table.rows.map { $0.cells[3].text } == ["", "0.5", "12", "TRUE", "=SUM(D2:D4)", "甲"])
      #expect(table.style.formulas == 2)
      // Days and numbers are still days and numbers when the file is written again.
      let again = try ChecklistFile.table(
        ChecklistFile.bytes(of: table, form: .xlsx), file: "a.xlsx")
      #expect(cells(again) == cells(table))
      #expect(again.rows[1].cells[3].number == table.rows[1].cells[3].number)
      #expect(again.rows[1].cells[3].number?.format == "0%")
    }
  }

  @Test("cells shown as one over several rows, titles above the headers, other sheets, links")
  func layout() throws {
    var book = WorkbookSamples()
    let rows =
      "<row r=\"1\">" + inline("A1", "样本县任务清单") + "</row><row r=\"3\">"
      + inline("A3", "重点任务") + inline("B3", "牵头部门") + inline("C3", "备注") + inline("D3", "要求编号")
      + "</row>"
      + "<row r=\"4\">" + inline("A4", "甲") + inline("B4", "县水利局") + inline("D4", "m-000000000001")
      + "</row><row r=\"5\">" + inline("A5", "乙") + inline("D5", "m-000000000002") + "</row>"
    book.links =
      "<Relationship Id=\"rId9\" Type=\"x/hyperlink\" Target=\"https://example.org/\" TargetMode=\"External\"/>"
    book.sheets = [
      ("说明", "<row r=\"1\">" + inline("A1", "联系人") + inline("B1", "张三") + "</row>", ""),
      ("清单", rows, "<mergeCells><mergeCell ref=\"B4:B5\"/><mergeCell ref=\"A1:D1\"/></mergeCells>"),
    ]
    book.sheets[0].after = "<hyperlinks><hyperlink ref=\"B1\" r:id=\"rId9\"/></hyperlinks>"
      .replacing("r:id", with: "r:id")
    let table = try ChecklistFile.table(book.bytes, file: "a.xlsx")
    #expect(table.name == "清单" && table.preamble.map { $0[0].text } == ["样本县任务清单"])
    #expect(table.rows.map { $0.cells[1].text } == ["县水利局", "县水利局"])
    #expect(table.columns.map(\.role) == [.task, .lead, .notes, .id])
    #expect(table.sheets.map(\.name) == ["说明"] && table.sheets[0].rows[0][1].text == "张三")
    #expect(table.sheets[0].rows[0][1].link == "https://example.org/")
    let again = try ChecklistFile.table(ChecklistFile.bytes(of: table, form: .xlsx), file: "a.xlsx")
    #expect(cells(again) == cells(table) && again.preamble == table.preamble)
    #expect(again.sheets == table.sheets)
  }

  @Test(
    "what is written has frozen headers, a filter, a list of states, protection, and no formula")
  func written() throws {
    var row = ChecklistRow(id: "m-000000000001", task: "=1+1")
    row.citation = "《甲》"
    row.link = "https://example.org/a"
    let table = ChecklistTable(Checklist(rows: [row], language: .chinese))
    let bytes = try ChecklistFile.bytes(of: table, form: .xlsx)
    let parts = try WorkbookParts(bytes)
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    for sign in [
      "state=\"frozen\"", "<autoFilter ref=\"A1:I2\"/>", "<sheetProtection sheet=\"1\"",
      "未开始,进行中,已完成,不适用", "<hyperlink ref=\"H2\"",
    ] { #expect(sheet.contains(sign), "\(sign)") }
    #expect(!sheet.contains("<f>"))
    #expect(parts["docProps/core.xml"]?.contains("2000-01-01T00:00:00Z") == true)
    #expect(parts["xl/workbook.xml"]?.contains("state=\"hidden\"") == true)
  }
}
