import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

@Suite struct MarkupReaderTests {
  /// Texts of ours in each dialect.
  static let samples = [act, bill, code, book]

  private static let act = """
    <?xml version="1.0" encoding="UTF-8"?>
    <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
      <act name="act">
        <meta><identification source="#x"><FRBRWork><FRBRthis value="/act/2020/5"/>
          <FRBRdate date="2020-06-01" name="enactment"/><FRBRauthor href="#council"/><FRBRnumber value="5"/>
          </FRBRWork><FRBRExpression><FRBRdate date="2024-01-01" name="generated"/><FRBRlanguage language="en"/>
          </FRBRExpression></identification>
          <references source="#x"><TLCOrganization eId="council" href="/o" showAs="City Council"/></references>
        </meta>
        <preface><p><docTitle>Parks Act</docTitle></p></preface>
        <body>
          <toc><tocItem level="1" href="#s1"><inline name="t">Opening</inline></tocItem></toc>
          <chapter><num>Chapter 1</num><heading>General</heading>
            <section eId="s1"><num>1.</num><heading>Opening</heading>
              <subsection><num>(1)</num><intro><p>Every park opens<authorialNote marker="2"><p>Since 2019.</p></authorialNote> at</p></intro>
                <paragraph><num>(a)</num><content><p>six in <i>summer</i>;</p></content></paragraph>
                <paragraph><num>(b)</num><content><p>eight in winter.</p></content></paragraph>
                <wrapUp><p>Hours are posted.</p></wrapUp>
              </subsection>
            </section>
            <section><num>2.</num><content><table><tr><th>Park</th><th>Trees</th></tr><tr><td><p>North</p></td><td>12</td></tr></table></content></section>
          </chapter>
        </body>
      </act>
    </akomaNtoso>
    """

  private static let bill = """
    <?xml version="1.0"?><bill xmlns="http://schemas.gpo.gov/xml/uslm" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <meta><dc:title>A bill on parks</dc:title><dc:creator>City Senate</dc:creator><dc:date>2021-02-03</dc:date></meta>
    <main><longTitle><docTitle>A BILL</docTitle><officialTitle>To open parks.</officialTitle></longTitle>
    <section><num value="1">SECTION 1. </num><heading>Hours.</heading>
    <subsection><num>(a)</num><heading><inline class="smallCaps">In General</inline>.—</heading><chapeau>Parks open—</chapeau>
    <paragraph><num>(1)</num><content>at six; and</content></paragraph><paragraph><num>(2)</num><content>on Sunday.</content></paragraph>
    <continuation>No fee is due.</continuation></subsection></section><page>12 STAT. 3</page>
    <section><num>SEC. 2. </num><heading>Change.</heading><content>Insert:
    <quotedContent><section><num>“3.</num><heading>Trees</heading><content>No tree is felled.”.</content></section></quotedContent></content></section>
    </main></bill>
    """

  private static let book = """
    <?xml version="1.0"?><report><title>Parks</title><year>2020</year>
    <chapter><title>Hours</title><para>Parks <emph>open</emph> at <time>six</time>.</para>
    <itemizedlist><listitem><para>Monday</para></listitem><listitem>Tuesday</listitem></itemizedlist>
    <remark>Checked &amp; found <![CDATA[<right>]]>.</remark><datum><name>North</name><trees>12</trees></datum></chapter></report>
    """

  @Test("Akoma Ntoso: levels with a heading are sections, those with a number alone passages")
  func akomaNtoso() throws {
    let document = try Reading.document(MarkupReaderTests.act, file: "a.akn")
    #expect(document.format == .xml)
    #expect(Reading.outline(document) == ["Chapter 1 General", " 1. Opening"])
    #expect(
      Reading.passages(document) == [
        "(1) Every park opens at", "Since 2019.", "(a) six in summer;", "(b) eight in winter.",
        "Hours are posted.", "2.", "Park\tTrees", "North\t12",
      ])
    #expect(document.passages.map(\.number).prefix(4) == ["(1)", "2", "(a)", "(b)"])
    let text = String(decoding: document.text.utf8, as: UTF8.self)
    #expect(
      text.hasPrefix("Parks Act\nOpening\nChapter 1 General\n1. Opening\n(1) Every park opens at\n")
    )
    #expect(!Reading.passages(document).contains("Opening"))
  }

  @Test("Akoma Ntoso: the metadata is what the file enters, not when a program wrote it")
  func akomaNtosoMetadata() throws {
    let data = try Reading.document(MarkupReaderTests.act, file: "a.xml").metadata
    #expect(data.title.value == "Parks Act" && data.title.state == .stated)
    #expect(data.issuer.value == "City Council" && data.issuer.state == .entered)
    #expect(data.written.value == CalendarDate(year: 2020, month: 6, day: 1))
    #expect(data.published.state == .notStated)
  }

  @Test("USLM: headings, chapeaus, continuations and quoted provisions keep their places")
  func uslm() throws {
    let document = try Reading.document(MarkupReaderTests.bill, file: "a.xml")
    #expect(
      Reading.outline(document) == [
        "SECTION 1 Hours.", " (a) In General.—", "SEC. 2 Change.", " “3 Trees",
      ])
    #expect(
      Reading.passages(document) == [
        "A BILL", "To open parks.", "Parks open—", "(1) at six; and", "(2) on Sunday.",
        "No fee is due.", "Insert:", "No tree is felled.”.",
      ])
    let data = document.metadata
    #expect(data.title.value == "A bill on parks" && data.issuer.value == "City Senate")
    #expect(data.published.value == CalendarDate(year: 2021, month: 2, day: 3))
    #expect(String(decoding: document.text.utf8, as: UTF8.self).contains("12 STAT. 3\n"))
  }

  private static let code = """
    <?xml version='1.0' encoding='utf-8'?>
    <document xmlns="https://code.dccouncil.us/schemas/dc-library" xmlns:xi="http://www.w3.org/2001/XInclude">
      <num type="law">1-2</num><heading type="short">Parks Act of 2020.</heading>
      <meta><effective>2020-07-01</effective><citations><citation type="law">Law 1-2</citation></citations></meta>
      <section><num>2</num><heading>Hours.</heading><text>Parks open:</text>
        <para><num>(1)</num><text>At six; and</text></para><aftertext>No fee.</aftertext></section>
      <xi:include href="./sections/3.xml"/>
    </document>
    """

  @Test("the DC schema: sections of other files are read in their place, below the folder only")
  func dcLaw() throws {
    var asked: [String] = []
    let files = [
      "sections/3.xml": """
      <section xmlns="https://code.dccouncil.us/schemas/dc-library" xmlns:xi="http://www.w3.org/2001/XInclude">
      <num>3</num><heading>Trees.</heading><text>No tree is felled.</text><xi:include href="../notes/4.xml"/>
      <xi:include href="3.xml"/><xi:include href="../../out.xml"/><xi:include href="/etc/passwd"/><xi:include href="file:///etc/passwd"/></section>
      """,
      "notes/4.xml":
        "<section xmlns='https://code.dccouncil.us/schemas/dc-library'><heading>Note</heading><text>Deep.</text></section>",
    ]
    let bytes = Array(MarkupReaderTests.code.utf8)
    let document = try DocumentParser().parse(
      bytes, sha256: ContentHash.digest(of: bytes.span), id: .init("a"), file: "a.xml",
      including: { path in
        asked.append(path)
        return files[path].map { Array($0.utf8) }
      })
    #expect(asked == ["sections/3.xml", "notes/4.xml"])
    #expect(Reading.violations(of: document).isEmpty)
    #expect(Reading.outline(document) == ["2. Hours.", "3. Trees.", " Note"])
    #expect(
      Reading.passages(document) == [
        "1-2", "Parks open:", "(1) At six; and", "No fee.", "No tree is felled.", "Deep.",
      ])
    #expect(document.metadata.effective.value == CalendarDate(year: 2020, month: 7, day: 1))
    #expect(document.metadata.title.value == "Parks Act of 2020.")
    #expect(document.notices.filter { $0.kind == .missingPart }.count == 4)
  }

  @Test("without a folder, an included part is noticed as missing")
  func missingPart() throws {
    let document = try Reading.document(MarkupReaderTests.code, file: "a.xml")
    #expect(document.notices.map(\.detail) == ["./sections/3.xml"])
  }

  @Test(
    "any other XML: text with elements in it is a block, and so is every element that stands alone")
  func generic() throws {
    let document = try Reading.document(MarkupReaderTests.book, file: "a.xml")
    #expect(document.metadata.title.value == "Parks")
    #expect(Reading.outline(document) == ["Hours"])
    #expect(
      Reading.passages(document) == [
        "2020", "Parks open at six.", "Monday", "Tuesday", "Checked & found <right>.", "North",
        "12",
      ])
  }

  @Test(
    "XML is known by what it holds, and a page in XHTML is a page",
    arguments: [
      ("<?xml version='1.0'?><a>各区落实。</a>", "a.txt", DocumentFormat.xml),
      ("<bill xmlns='http://schemas.gpo.gov/xml/uslm'><p>x</p></bill>", "a", .xml),
      ("<p>x</p>", "a.xml", .xml), ("<p>x</p>", "a", .html),
      (
        "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><p>x</p></html>",
        "a.xml", .html
      ),
      ("<?xml version='1.0'?><!-- <html> --><?pi <html>?><doc><html/>x</doc>", "a", .xml),
    ])
  func recognised(content: String, file: String, format: DocumentFormat) throws {
    #expect(try Reading.document(content, file: file).format == format)
  }

  @Test("the declared encoding of XML counts for nothing once the text is decoded")
  func encodings() throws {
    let head = "<?xml version=\"1.0\" encoding=\"gb2312\"?><公告>"
    let text = try Reading.document(head + "各区落实。</公告>", file: "a.xml")
    #expect(Reading.passages(text) == ["各区落实。"])
    #expect(text.notices.map(\.kind) == [.wrongEncodingDeclared])
    let bytes =
      Array("<?xml version=\"1.0\" encoding=\"gb2312\"?><a>".utf8) + EncodedSample.gb18030.bytes
      + Array("</a>".utf8)
    #expect(try Reading.document(bytes, file: "a.xml").encoding == "gb18030")
    let wide = "<?xml version=\"1.0\" encoding=\"utf-16\"?><a>各区落实。</a>".utf16.flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
    }
    #expect(
      Reading.passages(try Reading.document([0xFF, 0xFE] + wide, file: "a.xml")) == ["各区落实。"])
  }
}
