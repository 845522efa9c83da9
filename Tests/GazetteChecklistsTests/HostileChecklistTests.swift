import GazetteChecklists
import GazetteTestSupport
import Testing

/// Whatever a file holds, it is read whole or refused: no crash, no endless work.
@Suite struct HostileChecklistTests {
  private func isRead(_ bytes: [UInt8], _ name: String) -> Bool {
    (try? ChecklistFile.table(bytes, file: name)) != nil
  }

  private var sample: ChecklistTable {
    var random = SeededGenerator(seed: 3)
    return RandomCells.table(&random, language: .chinese, hasControls: false)
  }

  @Test("files cut off or changed at random are read or refused", arguments: ChecklistForm.allCases)
  func damaged(form: ChecklistForm) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let bytes = try ChecklistFile.bytes(of: sample, form: form)
    let checklist = Checklist(
      rows: [ChecklistRow(id: "m-000000000001", task: "a")], language: .english)
    for _ in 0..<(form == .xlsx ? 150 : 400) * TestScale.factor {
      var damaged = bytes
      for _ in 0...random.below(4) {
        guard damaged.count > 2 else { break }
        let place = random.below(damaged.count)
        switch random.below(4) {
        case 0: damaged.removeSubrange(place...)
        case 1: damaged[place] = UInt8(random.below(256))
        case 2: damaged.remove(at: place)
        default:
          damaged.insert(contentsOf: bytes[random.below(bytes.count)...].prefix(9), at: place)
        }
      }
      guard let table = try? ChecklistFile.table(damaged, file: "a." + form.rawValue) else {
        continue
      }
      // What was read can be merged without a loss.
      let merge = try ChecklistMerge(table, with: checklist)
      #expect(merge.report.cellsFound == merge.report.cellsKept, "seed \(seed)")
    }
  }

  @Test("bombs, wrong parts, entities and impossible places are refused or cost little")
  func workbooks() throws {
    let good =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>任务</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>状态</t></is></c></row>"
    func book(_ rows: String) -> [UInt8] {
      var book = WorkbookSamples()
      book.sheets = [("s", rows, "")]
      return book.bytes
    }
    #expect(isRead(book(good), "a.xlsx"))
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
    #expect(isRead(book(good + far), "a.xlsx"))
    let beyond =
      "<row r=\"99999999999999999999\"><c r=\"ZZZZZZ99999999999\"><v>1</v></c></row><row r=\"-1\"><c r=\"A-1\" t=\"s\"><v>-7</v></c></row>"
    #expect(isRead(book(good + beyond), "a.xlsx"))
    // A cell in the last column of each of many rows would be a table of billions.
    let wide = (2...3_000).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
    #expect(throws: ChecklistError.tooManyCells(limit: 4_000_000)) {
      try ChecklistFile.table(book(good + wide), file: "a.xlsx")
    }
    #expect(!isRead(book("<row><c>"), "a.xlsx"))
    #expect(!isRead(ArchiveWriter.zip([.init("a.txt", "b")]), "a.xlsx"))
    #expect(!isRead([0x50, 0x4B, 0x03, 0x04], "a.xlsx"))
    var bomb = ArchiveWriter.File("xl/workbook.xml", [])
    bomb.packed = (ArchiveWriter.packedZeros, 2 << 20, 0)
    #expect(!isRead(ArchiveWriter.zip([bomb]), "a.xlsx"))
    let entity = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"b\">]><workbook>&a;</workbook>"
    #expect(!isRead(ArchiveWriter.zip([.init("xl/workbook.xml", entity)]), "a.xlsx"))
  }

  @Test("texts of one sign without end are read in time that grows with them")
  func long() {
    for sign in [
      "\"", ",", "\n", "'", "-", "<!-- ", "- [ ] ", "BEGIN:VTODO\n", "{", "[", "  - 任务：", "\\",
    ] {
      let count = 400_000 / sign.utf8.count
      let text = String(repeating: sign, count: count)
      for (form, head) in [
        (ChecklistForm.csv, "任务,状态\n"), (.markdown, ""), (.json, "{\"items\":"),
        (.calendar, "BEGIN:VCALENDAR\n"),
      ] {
        _ = try? ChecklistFile.table(Array((head + text).utf8), file: "a." + form.rawValue)
      }
    }
  }
}
