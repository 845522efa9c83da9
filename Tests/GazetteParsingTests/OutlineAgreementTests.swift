import GazetteDocument
import GazetteParsing
import Testing

/// The same document in up to three forms, out of one office: what the forms say alike is read alike.
///
/// Where they do not agree whole, the forms themselves differ: one keeps notes at the end of the page and their numbers in
/// the text, one lost the numbers of a list or the depth of a heading, one took a note for a heading.
@Suite(.serialized, .enabled(if: Reading.legislation != nil)) struct OutlineAgreementTests {
  /// Two forms, and the least that any document must have in common in them, in thousandths.
  struct Pair: Sendable, CustomTestStringConvertible {
    let forms: [String]
    /// Headings and passages by their words, wherever they stand.
    let words: Int
    /// Passages in their order.
    let passages: Int
    /// Headings with their depths, in their order.
    let headings: Int
    /// What some documents reach less of.
    var exceptions: [String: (words: Int, passages: Int, headings: Int)] = [:]

    var testDescription: String { forms.joined(separator: " and ") }
  }

  static let pairs = [
    Pair(
      forms: ["docx", "akn"], words: 970, passages: 970, headings: 910,
      // A note between two pages stands as a heading in the XML, and what follows stands under it.
      exceptions: ["ukdsicop_9780111162422_en": (985, 985, 650)]),
    Pair(
      forms: ["docx", "html"], words: 970, passages: 930, headings: 890,
      exceptions: [
        "ukdsicop_9780111162422_en": (985, 985, 650),
        // Twenty-one blocks, one of them a note, which the page prints behind the rest.
        "sdsitn_9780111024782_en": (1_000, 945, 1_000),
      ]),
    Pair(
      forms: ["akn", "html"], words: 970, passages: 930, headings: 970,
      exceptions: ["sdsitn_9780111024782_en": (950, 900, 1_000)]),
  ]

  @Test(
    "headings, their depths and order, and the words of passages are the same in two forms",
    arguments: pairs)
  func agreement(pair: Pair) throws {
    let folder = try #require(Reading.legislation)
    var count = 0
    for path in Reading.files(below: folder, endings: ["." + pair.forms[0]]) {
      let stem = String(path.dropLast(pair.forms[0].count + 1))
      let files = pair.forms.map { stem + "." + $0 }
      let bytes = files.map { Reading.bytes(of: $0) }
      guard !bytes.contains([]) else { continue }
      count += 1
      let found = OutlineAgreement(
        try Reading.document(bytes[0], file: files[0]),
        try Reading.document(bytes[1], file: files[1]))
      let name = String(stem.split(separator: "/").last ?? "")
      let least = pair.exceptions[name] ?? (pair.words, pair.passages, pair.headings)
      #expect(found.words * 1_000 >= Double(least.words), "\(name): words \(found.words)")
      #expect(
        found.passages * 1_000 >= Double(least.passages), "\(name): passages \(found.passages)")
      #expect(
        found.headings * 1_000 >= Double(least.headings), "\(name): headings \(found.headings)")
    }
    #expect(count == (pair.forms.contains("html") ? 8 : 10))
  }

  @Test(
    "of the headings and paragraphs of a page nineteen in twenty are those of the other forms",
    arguments: [
      "cop/ukdsicop_9780111162422_en", "cop/uksicop_20200860_en", "en/ukpgaen_20180033_en",
      "en/ukpgaen_20210032_en", "en/ukpgaen_20240016_en", "tn/nisrtn_20160190_en",
      "tn/sdsitn_9780111024782_en", "tn/uksitn_20151350_en",
    ])
  func pages(name: String) throws {
    let stem = try #require(Reading.legislation) + "/" + name
    let page = try Reading.document(Reading.bytes(of: stem + ".html"), file: "a.html")
    for form in ["docx", "akn"] {
      let other = try Reading.document(Reading.bytes(of: stem + "." + form), file: "a." + form)
      let found = OutlineAgreement(other, page)
      #expect(found.words >= 0.95, "\(form): \(found)")
    }
  }
}
