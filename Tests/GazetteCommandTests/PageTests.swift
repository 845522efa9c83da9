import Foundation
import GazetteTestSupport
import Testing

@Suite struct PageTests {
  @Test(
    "what stands in a PDF is cited with its page, in words and in JSON",
    .enabled(if: PDFWriter.isReadable))
  func pages() throws {
    let folder = try ScratchFolder()
    let pages = [
      ["Parks open at six in the summer months."], ["No tree is felled without consent."],
      ["Benches are mended every spring.", "Lamps burn until midnight."],
    ]
    try folder.write(PDFWriter.pdf(pages), to: "corpus/rules.pdf")
    try folder.write("Lakes stay as they are.", to: "corpus/lakes.txt")
    let built = try CommandProcess.run(["index", "corpus"], folder: folder.path)
    #expect(built.status == 0, "\(built.errors)")
    for (query, page) in [("summer", 1), ("felled", 2), ("midnight", 3)] {
      let found = try CommandProcess.run(["search", query, "--json"], folder: folder.path)
      let item = try #require((found.json?["items"] as? [[String: Any]])?.first)
      let passage = item["passage"] as? [String: Any]
      #expect(passage?["page"] as? Int == page, "\(query)")
      let words = try CommandProcess.run(["search", query], folder: folder.path)
      #expect(words.output.contains("page \(page)"), "\(words.output)")
      let chinese = try CommandProcess.run(["search", query, "--ui", "zh"], folder: folder.path)
      #expect(chinese.output.contains("\(page)"), "\(chinese.output)")
    }
    let none = try CommandProcess.run(["search", "lakes", "--json"], folder: folder.path)
    let item = try #require((none.json?["items"] as? [[String: Any]])?.first)
    let passage = try #require(item["passage"] as? [String: Any])
    #expect(passage["page"] is NSNull)
  }
}
