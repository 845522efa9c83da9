import GazetteDocument
import GazetteParsing
import Testing

/// The numbers of laws and instruments that are made in English.
@Suite struct LawNumberTests {
  private func evidence(_ document: PolicyDocument) -> String? {
    document.metadata.number.evidence.map { document.text.string(in: $0) }
  }

  @Test(
    "a line of the head that is the number of a law, in any spelling, is read as one",
    arguments: [
      ("Public Law 114–254", "Public Law 114-254"), ("PUBLIC LAW 114-254", "Public Law 114-254"),
      ("Pub. L. No. 114-254", "Public Law 114-254"), ("Pub.L. 114–254", "Public Law 114-254"),
      ("P.L. 114-254", "Public Law 114-254"), ("Private Law 90-3", "Private Law 90-3"),
      ("D.C. Law 24-325", "D.C. Law 24-325"), ("DC Law 24–325", "D.C. Law 24-325"),
      ("D.C. Act 24-129", "D.C. Act 24-129"), ("2018 c. 33", "2018 c. 33"),
      ("2018 CHAPTER 33", "2018 c. 33"), ("2018 Chapter 33", "2018 c. 33"),
      ("2018 c.33", "2018 c. 33"), ("2018 asp 12", "2018 asp 12"),
      ("S.I. 2019/618", "S.I. 2019/618"), ("SI 2019 No. 618", "S.I. 2019/618"),
      ("S.S.I. 2014/364", "S.S.I. 2014/364"), ("S.R. 2016 No. 190", "S.R. 2016/190"),
      ("118 S. 1325 RS", "118 S. 1325"), ("114 H. R. 2028", "114 H.R. 2028"),
      ("116 S. Con. Res. 10", "116 S. Con. Res. 10"),
    ])
  func spellings(line: String, expected: String) throws {
    let document = try Reading.document(
      "Parks Opening Act\n\n\(line)\n\nEach park shall open at six.\n")
    #expect(document.metadata.number.value?.description == expected)
    #expect(document.metadata.number.state == .stated)
    #expect(evidence(document) == line)
  }

  @Test(
    "a heading of the series above the number tells what it is",
    arguments: [
      ("STATUTORY INSTRUMENTS", "2019 No. 618", "S.I. 2019/618"),
      ("STATUTORY RULES OF NORTHERN IRELAND", "2016 No. 190", "S.R. 2016/190"),
      ("Public Law", "114–254", "Public Law 114-254"),
    ])
  func series(heading: String, line: String, expected: String) throws {
    let document = try Reading.document(
      "\(heading)\n\n\(line)\n\nParks\n\nEach park shall open at six.\n")
    #expect(document.metadata.number.value?.description == expected)
    #expect(evidence(document) == "\(heading)\n\n\(line)")
  }

  @Test(
    "what only cites a law, or is a number of something else, is no number of the paper",
    arguments: [
      "These notes relate to the Parks Act 2018 (c. 33).", "Explanatory Notes", "114-254",
      "2019 No. 618",
      "Section 4 of Public Law 114-254 applies.", "Chapter 33", "Part 2-4", "Room 24-325",
      "Public Law 2019/618", "S.I. 19/618", "Law 24-325", "2018 c. 0",
    ])
  func others(line: String) throws {
    let document = try Reading.document(
      "Notes on Parks\n\n\(line)\n\nEach park shall open at six.\n")
    #expect(document.metadata.number.state == .notStated, "\(document.metadata.number)")
  }

  @Test("the markup of a public law says its number in its preface, with its place")
  func publicLaw() throws {
    let law = try Reading.document(
      """
      <pLaw xmlns="http://schemas.gpo.gov/xml/uslm"><meta><docNumber>7</docNumber>\
      <citableAs>99 Stat. 12</citableAs><citableAs>Public Law 99–7</citableAs></meta>\
      <preface><type>Public Law</type><docNumber>99–7</docNumber></preface>\
      <main><section><num>1.</num><content>Each park shall open at six.</content></section></main></pLaw>
      """, file: "a.xml")
    #expect(
      law.metadata.number.value == DocumentNumber(code: "Public Law 99", year: nil, serial: 7))
    #expect(law.metadata.number.state == .stated && evidence(law) == "Public Law\n99–7")
    let bill = try Reading.document(
      """
      <bill xmlns="http://schemas.gpo.gov/xml/uslm"><meta><citableAs>118s7rs</citableAs>\
      <citableAs>118 S. 7 RS</citableAs></meta><main><section><num>1.</num>\
      <content>Each park shall open at six.</content></section></main></bill>
      """, file: "a.xml")
    #expect(bill.metadata.number.value?.description == "118 S. 7")
    #expect(bill.metadata.number.state == .entered && bill.metadata.number.evidence == nil)
  }

  @Test("a law of the District says its number among its citations, the law before the act")
  func districtLaw() throws {
    let law = try Reading.document(
      """
      <document xmlns="https://code.dccouncil.us/schemas/dc-library" id="D.C. Law 9-7">\
      <num type="law">9-7</num><num type="act">9-31</num><heading type="short">Parks Act</heading>\
      <meta><citations><citation type="law">D.C. Law 9-7</citation><citation type="act">D.C. Act 9-31</citation>\
      </citations></meta><section><num>2</num><text>Each park shall open at six.</text></section></document>
      """, file: "a.xml")
    #expect(law.metadata.number.value?.description == "D.C. Law 9-7")
    #expect(law.metadata.number.state == .stated && evidence(law) == "D.C. Law 9-7")
  }

  @Test("an act in Akoma Ntoso has its chapter by name, never by a bare serial")
  func chapter() throws {
    func act(_ names: String) throws -> MetadataValue<DocumentNumber> {
      try Reading.document(
        """
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>\
        <identification source="#a"><FRBRWork>\(names)</FRBRWork></identification></meta>\
        <body><section><num>1</num><content><p>Each park shall open at six.</p></content></section>\
        </body></act></akomaNtoso>
        """, file: "a.xml"
      ).metadata.number
    }
    let named = try act(#"<FRBRnumber value="33"/><FRBRname value="2018 c. 33"/>"#)
    #expect(named.value?.description == "2018 c. 33" && named.state == .entered)
    #expect(try act(#"<FRBRnumber value="33"/><FRBRname value="parks"/>"#).state == .notStated)
  }

  @Test(
    "real laws have their numbers, and notes on an act do not have that of the act",
    .enabled(if: Reading.corpora != nil))
  func realLaws() throws {
    let corpora = try #require(Reading.corpora)
    func number(_ path: String) throws -> MetadataValue<DocumentNumber> {
      try Reading.document(Reading.bytes(of: path), file: path).metadata.number
    }
    let laws = Reading.files(below: corpora + "/en-dc-law", endings: [".xml"])
    #expect(laws.count == 12)
    for path in laws {
      let stem = path.split(separator: "/").last?.dropLast(4) ?? ""
      let found = try number(path)
      #expect(found.value?.description.hasSuffix(" \(stem)") == true, "\(path): \(found)")
      #expect(found.state == .stated && found.evidence != nil)
    }
    #expect(
      try number(corpora + "/en-uslm/114publ254-uslm.xml").value?.description
        == "Public Law 114-254")
    for path in Reading.files(below: corpora + "/en-uk-leg", endings: [".akn", ".docx", ".html"]) {
      #expect(try number(path).state == .notStated, "\(path)")
    }
  }
}
