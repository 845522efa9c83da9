import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite(.enabled(if: PDFProgram.isInstalled)) struct PDFReaderTests {
  /// A PDF with some lines on each page.
  static func pdf(_ pages: [[String]]) -> [UInt8] {
    var objects: [String] = ["<< /Type /Catalog /Pages 2 0 R >>"]
    let kids = pages.indices.map { "\(4 + $0 * 2) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for (index, lines) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(5 + index * 2) 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
      )
      let shown = lines.map { "(\($0)) Tj 0 -40 Td" }.joined(separator: "\n")
      let stream = "BT /F1 12 Tf 72 720 Td\n\(shown)\nET"
      objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
    }
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  @Test("the text is read page by page, with a form feed between two pages")
  func pages() throws {
    let bytes = PDFReaderTests.pdf([
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
      _ = try Reading.document(PDFReaderTests.pdf([[], []]), file: "a.pdf")
      Issue.record("not refused")
    } catch {
      #expect(error.code == "no-text-layer")
    }
  }

  @Test("a damaged PDF, and a file that only says it is one, are refused or read, never a hang")
  func damaged() {
    let whole = PDFReaderTests.pdf([["Parks open at six."]])
    for bytes in [
      Array("%PDF-1.7\n".utf8), Array(whole.prefix(200)),
      Array("%PDF-".utf8) + [UInt8](repeating: 0xFF, count: 3_000_000),
    ] {
      #expect(throws: ParseError.self) { try Reading.document(bytes, file: "a.pdf") }
    }
  }
}

/// The program that takes the text out of PDF.
private enum PDFProgram {
  /// Whether the program is there that takes text out of PDF.
  static let isInstalled: Bool = {
    let paths = getenv("PATH").map { String(cString: $0) } ?? ""
    return paths.split(separator: ":").contains { access("\($0)/pdftotext", X_OK) == 0 }
  }()
}
