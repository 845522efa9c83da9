import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

/// A hundred thousand damaged files in every run, a million of each form in a long one: whatever is wrong with a file, it
/// is read or refused, and a document that comes of it holds together.
@Suite(.serialized) struct ReaderMutationTests {
  /// A form of file with the texts that are damaged, and how a damaged text becomes a file.
  struct Form: Sendable, CustomTestStringConvertible {
    var name: String
    var seeds: [[UInt8]]
    var pieces: [String]
    var file: @Sendable ([UInt8]) -> [UInt8] = { $0 }

    var testDescription: String { name }
  }

  private static let xmlPieces = [
    "<", ">", "/>", "</p>", "<p>", "<num>", "</num>", "<heading>", "<table>", "<tr>", "<td>",
    "<!--", "-->", "<![CDATA[", "]]>", "&amp;",
    "&nbsp;", "<?x?>", "<!DOCTYPE a [", "xmlns='x'", " a='b'", "<authorialNote>", "<section>",
    "</section>", "<li>", "一、", "\u{3000}", "\0",
  ]
  private static let wordPieces =
    xmlPieces + [
      "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>x</w:t>", "<w:tbl>", "<w:tr>", "<w:tc>",
      "<w:del>", "</w:del>", "<w:numPr>", "w:val='9'",
      "<w:footnoteReference w:id='2'/>", "<w:fldChar w:fldCharType='begin'/>",
      "<w:instrText>TOC</w:instrText>", "<w:txbxContent>",
    ]

  /// The body and the lists of a Word document, as one text to be damaged.
  private static let word = Array(
    (OfficeSamples.paragraph("目标", style: "1")
      + OfficeSamples.paragraph("各区落实。", properties: OfficeSamples.list(1, 1))
      + "<w:tbl><w:tr><w:tc>\(OfficeSamples.paragraph("a"))</w:tc><w:tc>\(OfficeSamples.paragraph("b"))</w:tc></w:tr></w:tbl>"
      + "<w:p><w:r><w:footnoteReference w:id='2'/><w:t>x</w:t></w:r></w:p>").utf8)

  static let forms: [Form] = [
    Form(name: "xml", seeds: MarkupReaderTests.samples.map { Array($0.utf8) }, pieces: xmlPieces),
    Form(
      name: "html", seeds: [Array(Samples.page.utf8)],
      pieces: xmlPieces + [
        "<div style='display:none'>", "<script>", "</script>", "<ol><li>", "<h2>", "<section>",
      ]),
    Form(
      name: "docx text", seeds: [word], pieces: wordPieces,
      file: { body in
        OfficeSamples.docx(
          String(decoding: body, as: UTF8.self),
          parts: [
            "word/styles.xml": OfficeSamples.styles, "word/numbering.xml": OfficeSamples.numbering,
            "word/footnotes.xml": OfficeSamples.word(
              "footnotes", "<w:footnote w:id='2'><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote>"),
          ])
      }),
    Form(
      name: "docx lists",
      seeds: [Array(OfficeSamples.numbering.utf8), Array(OfficeSamples.styles.utf8)],
      pieces: wordPieces + ["%1", "%9", "-1", "99999999999"],
      file: { part in
        let words = String(decoding: part, as: UTF8.self)
        return OfficeSamples.docx(
          String(decoding: word, as: UTF8.self),
          parts: ["word/styles.xml": words, "word/numbering.xml": words])
      }),
    Form(
      name: "zip",
      seeds: [
        OfficeSamples.docx(OfficeSamples.paragraph("Parks open.")), OfficeSamples.odt,
        OfficeSamples.epub,
      ],
      pieces: ["PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "\0\0\0\0", "word/document.xml"]),
    Form(
      name: "records",
      seeds: [
        Array(
          #"{"id": "a", "title": "t", "text": "Parks \u516c open.", "n": [1, {"x": "y"}]}"#.utf8)
      ],
      pieces: ["{", "}", "[", "]", "\"", "\\", "\\u", "\\ud83d", ",", ":", "\n", "null", "1e9"]),
    Form(
      name: "encodings", seeds: (EncodedSample.evident + EncodedSample.declared).map(\.bytes),
      pieces: ["~{", "~}", "\u{FEFF}", "\0", "<meta charset=gbk>", "<?xml encoding='utf-16'?>"]),
    Form(
      name: "containers",
      seeds: [ArchiveWriter.tarGzip([.init("a.txt", "Parks."), .init("b/c.txt", "Trees.")])],
      pieces: ["ustar", "\0", "../", "0000"]),
  ]

  /// How many inputs of each form: all together 100,000, or a million of each.
  private static let count = Reading.scale == 1 ? 12_500 : 1_000_000

  @Test("damaged files are read or refused, and what is read holds together", arguments: forms)
  func damaged(form: Form) {
    var read = 0
    for number in 0..<ReaderMutationTests.count {
      let seed = UInt64(number)
      var random = SeededGenerator(seed: seed)
      guard let original = form.seeds.randomElement(using: &random) else { return }
      let bytes = form.file(ReaderMutationTests.mutant(of: original, form.pieces, &random))
      if check(bytes, form: form.name, seed: seed) { read += 1 }
    }
    #expect(read > 0)
  }

  private func check(_ bytes: [UInt8], form: String, seed: UInt64) -> Bool {
    if form == "containers" || form == "records" {
      let kind: SourceContainer.Kind = form == "records" ? .jsonLines : .tar
      var members = 0
      try? SourceContainer.forEachMember(of: bytes, kind: kind) { member in
        members += 1
        guard case .success(let contents) = member.contents else { return }
        let digest = ContentHash.digest(of: contents.span)
        let document = try? DocumentParser().parse(
          contents, sha256: digest, id: .init("a"), file: member.name, isRecord: form == "records")
        if let document {
          let violations = Reading.violations(of: document)
          #expect(violations.isEmpty, "\(form), seed \(seed): \(violations)")
        }
      }
      return members > 0
    }
    guard let document = try? Reading.document(bytes, file: form == "xml" ? "a.xml" : "a.bin")
    else {
      return false
    }
    let violations = Reading.violations(of: document)
    #expect(violations.isEmpty, "\(form), seed \(seed): \(violations)")
    return true
  }

  private static func mutant(
    of original: [UInt8], _ pieces: [String], _ random: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1..<6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1:
        bytes.removeSubrange(
          place..<min(bytes.count, place + Int.random(in: 1..<40, using: &random)))
      case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
      case 3 where Int.random(in: 0..<8, using: &random) == 0: bytes.removeSubrange(place...)
      default:
        bytes.insert(
          contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: place)
      }
    }
    return bytes
  }
}
