import Foundation
import GazetteChecklists
import GazetteDocument
import GazetteTestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// How far a checklist is on a day, and the picture of it.
@Suite struct StatusTests {
  private func status(_ rows: String, days: Int = 30) throws -> ChecklistStatus {
    let table = try ChecklistFile.table(
      Array(("任务,牵头单位,完成时限,状态,完成日期,核对\n" + rows).utf8), file: "a.csv")
    let today = try #require(CalendarDate(year: 2025, month: 6, day: 1))
    return ChecklistStatus(table, today: today, days: days)
  }

  @Test(
    "deadlines are read however they are written; the last day that is meant counts",
    arguments: [
      ("2025-05-31", true), ("2025/5/31", true), ("2025.5.31", true), ("2025年5月31日", true),
      ("2025年5月底前", true), ("2024年", true), ("2025-05-31 18:00", true), ("2025-06-01", false),
      ("2025年6月", false), ("2025年", false), ("2025年3月至2025年9月", false), ("随时", false),
      ("20250531", false),
      ("99999-13-77", false), ("2025-13", false),
    ])
  func deadlines(text: String, isOverdue: Bool) throws {
    let status = try status("甲,乙,\(text),,,\n")
    #expect(status.tasks[0].concerns.contains(.overdue) == isOverdue, "\(text)")
  }

  @Test("states, days ahead, missing bodies, marks; what is done or does not apply is not late")
  func concerns() throws {
    let status = try status(
      """
      一,甲,2025-01-01,已完成,,
      二,甲,2025-01-01,不适用,,
      三,甲,2025-07-01,,,
      四,甲,2025-07-02,进行中,,
      五,,,写了一半,,
      六,甲,,,2025-05-01,
      七,甲,,办结,,待复核
      八,甲,2025-01-01,,,已失效：原文已无此项

      """)
    #expect(status.tasks.map(\.state) == [.done, .dropped, .open, .doing, .doing, .done, .done])
    #expect(
      status.tasks.map(\.concerns) == [[], [], [.dueSoon], [], [.withoutBody], [], [.recheck]])
    #expect(status.retired == 1 && status.asksForAttention)
    #expect(try !self.status("一,甲,2025-01-01,√,,\n").asksForAttention)
    #expect(try self.status("一,甲,2025-06-01,,,\n", days: 0).count(.dueSoon) == 1)
  }

  @Test("days are counted as the calendar counts them")
  func dueSoon() throws {
    for (day, days, isSoon) in [
      ("2025-06-30", 29, true), ("2025-06-30", 28, false), ("2026-06-01", 365, true),
      ("2026-06-01", 364, false), ("2028-06-01", 1_096, true), ("2028-06-01", 1_095, false),
    ] {
      let status = try status("甲,乙,\(day),,,\n", days: days)
      #expect(status.tasks[0].concerns.contains(.dueSoon) == isSoon, "\(day) \(days)")
    }
  }

  @Test(
    "the picture is well-formed for any title and any number of tasks, and its line ends at the counts"
  )
  func picture() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for count in [0, 1, 2, 7, 53, 400] {
      var rows = "甲,乙,,,,\n"
      for _ in 0..<count {
        let isDone = random.once(in: 2)
        rows +=
          "任务,乙,,\(isDone ? "已完成" : ""),\(isDone ? "2025-0\(1 + random.below(5))-1\(random.below(10))" : ""),\n"
      }
      let status = try status(rows)
      let title = RandomCells.text(&random, hasControls: true)
      for inChinese in [true, false] {
        let svg = BurnUpChart(status).svg(title: title, inChinese: inChinese)
        #expect(XMLParser(data: Data(svg.utf8)).parse(), "seed \(seed): \(svg.prefix(600))")
        let done = status.count(.done)
        #expect(svg.contains(inChinese ? "已完成 \(done) 项" : "done: \(done)"), "seed \(seed)")
        #expect(!svg.contains("NaN") && !svg.contains("=\"-"), "seed \(seed)")
      }
    }
  }
}
