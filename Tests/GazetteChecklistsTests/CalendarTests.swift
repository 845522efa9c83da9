import GazetteChecklists
import Testing

/// iCalendar as RFC 5545 has it.
@Suite struct CalendarTests {
  private func text(_ table: ChecklistTable) throws -> String {
    String(decoding: try ChecklistFile.bytes(of: table, form: .calendar), as: UTF8.self)
  }

  private var table: ChecklistTable {
    var row = ChecklistRow(
      id: "m-000000000001", task: String(repeating: "完善农村饮水安全管理制度，", count: 9) + "a;b\\c")
    row.date = "2025-06-30"
    row.written = "2024-03-05"
    row.strength = 4
    row.sentence = "句子。"
    row.citation = "《甲》"
    return ChecklistTable(Checklist(rows: [row], language: .chinese))
  }

  @Test("no line is over 75 octets, all end with CRLF, and what is needed is there")
  func lines() throws {
    var table = table
    table.rows[0].cells[5] = ChecklistCell("已完成")
    let text = try text(table)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.last == "" && lines.allSatisfy { $0.utf8.count <= 75 })
    let unfolded = text.replacing("\r\n ", with: "")
    for line in [
      "UID:m-000000000001", "DTSTAMP:20240305T000000Z", "DUE;VALUE=DATE:20250630", "PRIORITY:2",
      "STATUS:COMPLETED", "DESCRIPTION:句子。\\n\\n《甲》",
    ] { #expect(unfolded.contains(line + "\r\n"), "\(line)") }
    #expect(unfolded.contains("，a\\;b\\\\c\r\n"))
  }

  @Test("what a calendar program changed and added is kept, as the RFC's example of a task has it")
  func example() throws {
    // RFC 5545, section 3.6.2.
    let text = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//ABC Corporation//NONSGML My Product//EN
      BEGIN:VTODO
      DTSTAMP:19980130T134500Z
      SEQUENCE:2
      UID:uid4@example.com
      ORGANIZER:mailto:unclesam@example.com
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:jqpublic@example.com
      DUE:19980415T000000
      STATUS:NEEDS-ACTION
      SUMMARY:Submit Income Taxes
      BEGIN:VALARM
      ACTION:AUDIO
      TRIGGER:19980403T120000Z
      ATTACH;FMTTYPE=audio/basic:http://example.com/pub/audio-
       files/ssbanner.aud
      REPEAT:4
      DURATION:PT1H
      END:VALARM
      END:VTODO
      END:VCALENDAR

      """
    let table = try ChecklistFile.table(Array(text.utf8), file: "a.ics")
    #expect(
      table.text(0, .task) == "Submit Income Taxes" && table.text(0, .deadline) == "1998-04-15")
    let again = try self.text(table).replacing("\r\n ", with: "")
    for line in [
      "SEQUENCE:2", "UID:uid4@example.com", "DUE:19980415T000000",
      "ATTENDEE;PARTSTAT=ACCEPTED:mailto:jqpublic@example.com",
      "ATTACH;FMTTYPE=audio/basic:http://example.com/pub/audio-files/ssbanner.aud",
    ] { #expect(again.contains(line + "\r\n"), "\(line)") }
  }

  @Test("a tick set in a calendar program is the state; words beside it are kept as a note")
  func ticked() throws {
    var table = table
    table.rows[0].cells[5] = ChecklistCell("进行中")
    let text = try text(table).replacing(
      "STATUS:IN-PROCESS", with: "STATUS:COMPLETED\r\nCOMPLETED:20250601T081500Z")
    let read = try ChecklistFile.table(Array(text.utf8), file: "a.ics")
    #expect(read.text(0, .status) == "已完成" && read.text(0, .done) == "2025-06-01")
    table.rows[0].cells[5] = ChecklistCell("办理中（6月）")
    let own = try self.text(table).replacing("STATUS:NEEDS-ACTION", with: "STATUS:COMPLETED")
    let noted = try ChecklistFile.table(Array(own.utf8), file: "a.ics")
    #expect(noted.text(0, .status) == "已完成" && noted.text(0, .notes) == "状态: 办理中（6月）")
  }
}

extension String {
  /// The parts of a text between some words.
  fileprivate func components(separatedBy words: String) -> [String] {
    split(separator: words, omittingEmptySubsequences: false).map(String.init)
  }
}
