import GazetteExport
import GazetteTestSupport
import Testing

/// Rows as comma-separated values, and cells that no spreadsheet takes for formulas.
@Suite struct CSVTextTests {
  @Test(
    "quotes, commas, line ends and outer blanks are quoted; lines end in CR LF; the mark is optional"
  )
  func quoting() {
    var csv = CSVText()
    csv.append(["a", "b,c", "d\"e", "f\ng", " h", "住房"])
    #expect(csv.text == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\",住房\r\n")
    #expect(CSVText(hasMark: true).text.unicodeScalars.first == "\u{FEFF}")
  }

  @Test("what begins like a formula is defused, and comes back as it was, however often it was")
  func defusing() {
    for cell in ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "'=1", "''=1"] {
      let safe = CSVText.defused(cell)
      #expect(safe.first == "'" && CSVText.undefused(safe) == cell, "\(cell)")
    }
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<5_000 {
      let cell = String(
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
          "'=+-@\t\r a住".randomElement(using: &random) ?? "x"
        })
      let safe = CSVText.defused(cell)
      #expect(CSVText.undefused(safe) == cell, "seed \(seed)")
      #expect(!"=+-@\t\r".contains(safe.first ?? "x"), "seed \(seed)")
    }
  }
}
