import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

@Suite(.enabled(if: PDFWriter.isReadable)) struct PDFReaderTests {
  @Test("the text is read page by page, with a form feed between two pages")
  func pages() throws {
    let bytes = PDFWriter.pdf([
      ["Parks open at six in the summer months.", "No fee is due on any day."],
      ["Trees stay where they are."],
    ])
    let document = try Reading.document(bytes, file: "a.pdf")
    #expect(Reading.violations(of: document).isEmpty && document.format == .pdf)
    #expect(
      Reading.passages(document) == [
        "Parks open at six in the summer months.", "No fee is due on any day.",
        "Trees stay where they are.",
      ])
    #expect(document.text.utf8.count { $0 == 0x0C } == 1)
  }

  @Test("a PDF without a text layer is a failure of its own")
  func scan() {
    do throws(ParseError) {
      _ = try Reading.document(PDFWriter.pdf([[], []]), file: "a.pdf")
      Issue.record("not refused")
    } catch {
      #expect(error.code == "no-text-layer")
    }
  }

  @Test("a damaged PDF, and a file that only says it is one, are refused or read, never a hang")
  func damaged() {
    let whole = PDFWriter.pdf([["Parks open at six."]])
    for bytes in [
      Array("%PDF-1.7\n".utf8), Array(whole.prefix(200)),
      Array("%PDF-".utf8) + [UInt8](repeating: 0xFF, count: 3_000_000),
    ] {
      #expect(throws: ParseError.self) { try Reading.document(bytes, file: "a.pdf") }
    }
  }
}
