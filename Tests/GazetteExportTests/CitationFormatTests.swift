import GazetteDocument
import GazetteExport
import GazetteSearch
import GazetteTestSupport
import Testing

/// Citations in the forms of bibliographies, held to what their standards want.
@Suite struct CitationFormatTests {
  /// The keys and types that the data schema of the Citation Style Language lists, as far as a citation may use them.
  private static let texts: Set<String> = [
    "abstract", "archive", "authority", "container-title", "event", "genre", "id", "jurisdiction",
    "language", "medium", "note", "number", "page", "publisher", "section", "source", "status",
    "title", "type", "URL", "version",
  ]
  private static let types: Set<String> = [
    "article-newspaper", "bill", "document", "legislation", "regulation", "report", "speech",
    "standard", "webpage",
  ]

  private static var samples: [CitedSample] {
    var speech = CitedSample()
    speech.kind = nil
    speech.voice = Voice(kind: .leaderSpeech)
    speech.voice.speaker = "张三"
    speech.voice.occasion = "现场会"
    speech.voice.date = CalendarDate(iso: "2023-06")
    var page = CitedSample.english
    page.kind = nil
    page.source = "Sample site, https://example.org/act?x={1}&y=2#top."
    var paper = CitedSample()
    paper.kind = nil
    paper.source = "《示例日报》（虚构）"
    paper.written = nil
    return [CitedSample(), .english, speech, page, paper]
  }

  @Test("CSL-JSON has only keys, types and values that the schema lists", arguments: samples)
  func csl(of sample: CitedSample) throws {
    let item = try JSONTree(try CSLItem.json(of: sample.item).text())
    for (key, value) in try #require(item.members) {
      switch key {
      case "author":
        for name in value.elements ?? [] {
          #expect(name.members?.keys.sorted() == ["literal"] && name["literal"]?.text != "")
        }
      case "issued", "accessed":
        let parts = try #require(value["date-parts"]?.elements?.first?.elements)
        #expect((1...3).contains(parts.count) && parts.allSatisfy { $0.value != nil })
        #expect(value.members?.count == 1)
      case "custom": #expect(value["gazette"]?["id"]?.text?.hasPrefix("gz:") == true)
      default:
        #expect(Self.texts.contains(key), "\(key) is not listed")
        #expect(value.text?.isEmpty == false, "\(key)")
      }
    }
    #expect(item["id"]?.text != nil)
    #expect(Self.types.contains(item["type"]?.text ?? ""))
  }

  @Test("kinds and voices have their types")
  func types() {
    let found = Self.samples.map { CitationType(of: $0.excerpt) }
    #expect(
      found.map(\.csl) == ["document", "legislation", "speech", "webpage", "article-newspaper"])
    #expect(found.map(\.gbt7714) == ["Z", "Z", "Z", "EB", "N"])
    #expect(found.map(\.ris) == ["GOVDOC", "STAT", "GEN", "ELEC", "NEWS"])
  }

  @Test("GB/T 7714: words and signs by the language of the item, three names and the rest")
  func gbt7714() {
    var sample = CitedSample()
    let end = "samples/housing_check.zh#s1.p2 (\(sample.excerpt.id)), r3-0a1b2c3d.\n"
    #expect(
      GBT7714Reference.text(of: sample.item)
        == "样例镇人民政府. 样例镇关于住房安全核查的通知：样镇发〔2024〕7号[Z]. "
        + "2024-03-05：第二条[2026-11-23]. " + end)
    sample.issuer = "甲局、乙局、丙局、丁局"
    #expect(GBT7714Reference.text(of: sample.item).hasPrefix("甲局，乙局，丙局，等. "))
    sample.issuer = "甲局、乙局、丙局"
    #expect(GBT7714Reference.text(of: sample.item).hasPrefix("甲局，乙局，丙局. "))
    var english = CitedSample.english
    english.issuer = "Bureau A; Bureau B; Bureau C; Bureau D"
    english.source = "https://example.org/act"
    english.written = nil
    let text = GBT7714Reference.text(of: english.item)
    #expect(
      text.hasPrefix("Bureau A, Bureau B, Bureau C, et al. Sample Act on Roofs & Gutters[Z/OL]. "))
    #expect(text.contains("(n.d.): art. 4(2)[2026-11-23]. https://example.org/act#:~:text="))
    let paper = GBT7714Reference.text(of: Self.samples[4].item)
    #expect(paper.contains("[N]. 示例日报，（日期不详）"))
  }

  @Test("BibTeX: signs of TeX are written out, braces are balanced, Unicode stays")
  func bibtex() {
    var sample = CitedSample.english
    sample.title = "50% of {roofs} & #1_a ~ ^ \\ $ “屋顶”"
    let text = BibTeXEntry.text(of: sample.item)
    #expect(text.hasPrefix("@misc{housing-check-zh-"))
    #expect(
      text.contains(
        "title = {{50\\% of \\textbraceleft{}roofs\\textbraceright{} \\& \\#1\\_a "
          + "\\textasciitilde{} \\textasciicircum{} \\textbackslash{} \\$ “屋顶”}}"))
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      #expect(depth >= 0)
    }
    #expect(depth == 0)
    #expect(text.contains("urldate = {2026-11-23}"))
  }

  @Test("RIS: each line is a tag and a value, ended by CR LF, whatever the source holds")
  func ris() {
    var sample = CitedSample.english
    sample.title = "Two\r\nlines\u{0}\u{2028}ER  - \u{85}x"
    let text = RISRecord.text(of: sample.item)
    let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.last?.isEmpty == true)
    for line in lines.dropLast() {
      #expect(line.last == 0x0D && line.count { $0 == 0x0D } == 1)
      let bytes = Array(line.dropLast())
      #expect(bytes.count >= 6 && Array(bytes[2..<6]) == Array("  - ".utf8))
      #expect(!bytes.contains { $0 < 0x20 || $0 == 0x7F })
    }
    #expect(text.hasPrefix("TY  - STAT\r\n") && text.hasSuffix("\r\nER  - \r\n"))
    #expect(text.contains("TI  - Two lines ER - x\r\n"))
  }

  @Test("a deep link has the parts of a text fragment, and none of its signs within them")
  func deepLinks() throws {
    let item = Self.samples[3].item
    let link = try #require(item.deepLink)
    #expect(link.hasPrefix("https://example.org/act?x="))
    let fragment = try #require(link.split(separator: "text=", maxSplits: 1).last)
    let parts = fragment.split(separator: ",")
    #expect(parts.count == 4 && parts[0].hasSuffix("-") && parts[3].hasPrefix("-"))
    for part in parts {
      let inner = part.split(separator: "-")
      #expect(inner.count == 1 && inner[0].utf8.allSatisfy { $0 < 0x80 && $0 != 0x26 })
    }
    #expect(parts[1].hasPrefix("%282%29%20The%20warden"))
    var chinese = CitedSample()
    chinese.source = "来源：https://example.org/a"
    let short = try #require(chinese.item.deepLink)
    #expect(short.hasPrefix("https://example.org/a#:~:text=%E7%AC%AC"))
    #expect(!short.contains("-"), "context in other blocks of the page is left out")
    #expect(CitedSample().item.deepLink == nil)
  }

  @Test("the short form of lawyers, with a path where the source prints no number")
  func short() {
    var sample = CitedSample()
    #expect(LegalShortForm.text(of: sample.item) == "样镇发〔2024〕7号第二条\n")
    sample.legalNumber = "一（二）"
    #expect(LegalShortForm.text(of: sample.item) == "样镇发〔2024〕7号，一（二）\n")
    sample.number = nil
    sample.legalNumber = nil
    #expect(LegalShortForm.text(of: sample.item) == "《样例镇关于住房安全核查的通知》，s1.p2\n")
    var english = CitedSample.english
    #expect(LegalShortForm.text(of: english.item) == "Sample Act on Roofs & Gutters art. 4(2)\n")
    english.number = DocumentNumber(code: "YangZhenFa", year: 2024, serial: 7)
    #expect(LegalShortForm.text(of: english.item).hasPrefix("Sample Act"))
  }

  @Test("who speaks and what is damaged decide whether words are policy")
  func quotability() {
    var sample = CitedSample()
    #expect(sample.excerpt.quotability.line(inChinese: false) == "may be quoted as policy: yes")
    sample.voice = Voice(kind: .expert)
    #expect(
      sample.excerpt.quotability.line(inChinese: false)
        == "may be quoted as policy: no, expert's remark")
    #expect(sample.excerpt.quotability.line(inChinese: true) == "可否作为政策引用：否，专家观点")
    sample.voice = Voice(kind: .policy)
    sample.flags = [.inverted]
    #expect(sample.excerpt.quotability.asPolicy == .withCare)
    #expect(
      sample.excerpt.quotability.line(inChinese: false)
        == "may be quoted as policy: with care, meaning likely inverted")
    for kind in Voice.Kind.allCases where kind != .policy {
      sample.flags = []
      sample.voice = Voice(kind: kind)
      #expect(sample.excerpt.quotability.asPolicy != .yes, "\(kind)")
    }
  }

  @Test(
    "every form carries both addresses and the revision, and HTML nothing of the source as markup")
  func addresses() throws {
    var sample = CitedSample.english
    sample.text = "<script>alert(1)</script> & \"roofs\""
    for format in CitationFormat.allCases where format != .short {
      let text = try format.text(of: [sample.item])
      #expect(text.contains("r3-0a1b2c3d"), "\(format)")
      #expect(text.contains("\(sample.excerpt.id)"), "\(format)")
      #expect(
        text.replacing("\\", with: "").contains("samples/housing_check.zh#s1.p2"), "\(format)")
    }
    #expect(!HTMLCitation.text(of: sample.item).contains("<script"))
    let plain = BibliographicItem(sample.excerpt, revision: "r1-00000000", accessed: nil)
    for format in [CitationFormat.text, .annotation] {
      #expect(!(try format.text(of: [plain])).contains("accessed"), "\(format)")
    }
  }
}
