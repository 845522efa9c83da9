import GazetteDocument
import GazetteParsing
import Testing

/// What the catalogue of damage finds in real texts, when they are there.
@Suite(.enabled(if: Reading.corpora != nil)) struct DamageCorporaTests {
  /// Texts that nobody damaged.
  private static let sound = [
    "zh-reports", "zh-laws", "zh-govcn", "en-govuk", "en-uk-leg", "en-uslm", "en-dc-law",
    "zh-en-gwr", "zh-xi-speeches", "zh-docx",
  ]

  /// What is damaged in them all the same, read by eye: bills whose text a scanner read wrong, and headings of a report that
  /// stand on one line with the paragraph behind them.
  private static func isDamaged(_ repair: Repair, in path: String) -> Bool {
    let scanned = ["2-152.xml", "7-135.xml", "7-154.xml", "9-160.xml"]
    return scanned.contains { path.hasSuffix("/" + $0) }
      || path.hasSuffix("/gwr-2024.en.txt") && repair.rule == "glued-paragraph"
  }

  @Test("sound texts get at most one entry in 100,000 characters")
  func soundTexts() throws {
    let corpora = try #require(Reading.corpora)
    var scalars = 0
    var found: [String] = []
    for folder in DamageCorporaTests.sound {
      let files = Reading.files(
        below: corpora + "/" + folder,
        endings: [".txt", ".md", ".html", ".xml", ".akn", ".docx"])
      for path in files {
        let document = try Reading.document(Reading.bytes(of: path), file: path)
        scalars += document.passages.reduce(0) { $0 + $1.span.scalars.count }
        for repair in document.repairs where !DamageCorporaTests.isDamaged(repair, in: path) {
          let from = max(0, repair.span.start.byte - 30)
          let to = min(document.text.utf8.count, repair.span.end.byte + 30)
          let words = String(decoding: document.text.utf8[from..<to], as: UTF8.self)
          found.append("\(repair.rule) in \(path.split(separator: "/").suffix(2)): \(words)")
        }
      }
    }
    print("\(found.count) entries in \(scalars) characters of sound texts")
    for line in found { print("  " + line.replacing("\n", with: "⏎")) }
    #expect(found.count * 100_000 <= scalars)
  }

  @Test("prints the ledger of the seeds")
  func seeds() throws {
    let corpora = try #require(Reading.corpora)
    for path in Reading.files(below: corpora + "/seeds", endings: [".txt"]) {
      let document = try Reading.document(Reading.bytes(of: path), file: path)
      for repair in document.repairs {
        print(
          repair.span.bytes, repair.rule, repair.flag?.rawValue ?? "-",
          document.text.string(in: repair.span).debugDescription, "→",
          repair.replacement?.debugDescription ?? "kept")
      }
      for passage in document.passages where !passage.flags.isEmpty {
        print(
          passage.span.bytes, passage.flags.map(\.rawValue).sorted(),
          document.text.string(in: passage.span).prefix(60))
      }
    }
  }
}
