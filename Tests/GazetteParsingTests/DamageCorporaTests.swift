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

  /// Where the two seeds are damaged, read by eye: the name of the file, then the rules with the bytes of their places.
  private static let seeds: [String: [(rule: String, bytes: Range<Int>)]] = [
    "000": [
      ("double-title", 146..<289), ("repeated-words", 1740..<1768),
      ("stripped-escape", 2411..<2416), ("stripped-escape", 2416..<2421),
      ("lost-apostrophe", 2630..<2636), ("lost-apostrophe", 3538..<3548),
      ("repeated-words", 3931..<3971), ("lost-apostrophe", 5527..<5533),
      ("glued-paragraph", 5698..<5699), ("repeated-words", 6237..<6257),
      ("stray-sentence", 7151..<7160), ("repeated-words", 7285..<7322),
      ("lost-apostrophe", 8889..<8899), ("lost-apostrophe", 13_758..<13_764),
      ("lost-apostrophe", 14_533..<14_543), ("lost-apostrophe", 14_922..<14_928),
      ("lost-apostrophe", 14_962..<14_970),
    ],
    "004": [
      ("inverted-meaning", 608..<623), ("broken-paragraph", 624..<625),
      ("inverted-meaning", 630..<646), ("stray-letter", 1118..<1120),
      ("broken-tag", 1322..<1330), ("repeated-words", 2366..<2402),
      ("invented-sentence", 2565..<2754), ("space-before-comma", 3382..<3383),
      ("masked-characters", 3846..<3850), ("masked-characters", 6005..<6008),
      ("invented-sentence", 6544..<6925), ("broken-tag", 6926..<6933),
      ("filler-marker", 6933..<6954), ("broken-tag", 6955..<6959),
      ("unbalanced-quote", 7099..<7100), ("glued-number", 7259..<7260),
      ("repeated-words", 9310..<9333), ("trailing-source", 9436..<9507),
    ],
  ]

  @Test("every damaged place of the seeds is in the ledger, and the worst are flagged")
  func seeds() throws {
    let corpora = try #require(Reading.corpora)
    let files = Reading.files(below: corpora + "/seeds", endings: [".txt"])
    #expect(files.count == 2)
    for path in files {
      let name = String((path.split(separator: "/").last ?? "").prefix(3))
      let expected = try #require(DamageCorporaTests.seeds[name])
      let document = try Reading.document(Reading.bytes(of: path), file: path)
      #expect(document.repairs.map(\.rule) == expected.map(\.rule))
      #expect(document.repairs.map(\.span.bytes) == expected.map(\.bytes))
      for repair in document.repairs {
        guard let flag = repair.flag else { continue }
        let carriers = document.passages.filter { $0.span.bytes.overlaps(repair.span.bytes) }
        #expect(carriers.allSatisfy { $0.flags.contains(flag) })
      }
      let meant: [PassageFlag] =
        name == "004" ? [.inverted, .invented, .masked, .lowTrust] : [.cut]
      for flag in meant { #expect(document.passages.contains { $0.flags.contains(flag) }) }
    }
  }
}
