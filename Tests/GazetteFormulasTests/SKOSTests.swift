import Gazette
import GazetteConcepts
import GazetteDocument
import GazetteFormulas
import GazetteTestSupport
import Testing

@Suite struct SKOSTests {
  private func comparable(_ thesaurus: Thesaurus) -> [Concept] {
    ThesaurusSample.comparable(thesaurus)
  }

  private func read(_ text: String) throws -> ThesaurusImport {
    try Thesaurus.reading(skos: Array(text.utf8), file: "x.ttl")
  }

  @Test("a thesaurus comes back whole from Turtle, RDF/XML and YAML")
  func roundTrip() throws {
    let thesaurus = try ThesaurusSample.thesaurus()
    let export = SKOSExport(thesaurus)
    for text in [export.turtle(), export.rdfXML()] {
      let found = try read(text)
      #expect(comparable(found.thesaurus) == comparable(thesaurus))
      #expect(found.notices.isEmpty, "\(found.notices)")
    }
    let yaml = ThesaurusSource(thesaurus.concepts).yaml()
    let again = try Thesaurus(yaml: Array(yaml.utf8), file: "x.yaml")
    #expect(comparable(again) == comparable(thesaurus))
  }

  @Test("whatever stands in a thesaurus comes back", arguments: 1...60)
  func anything(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let thesaurus = ThesaurusSample.random(&generator)
    let export = SKOSExport(thesaurus, base: "https://example.org/terms/")
    #expect(
      comparable(try read(export.turtle()).thesaurus) == comparable(thesaurus),
      "Turtle, seed \(seed)")
    let xml = try read(export.rdfXML()).thesaurus
    // XML has no place for some control characters.
    #expect(comparable(xml) == comparable(thesaurus), "RDF/XML, seed \(seed)")
    let yaml = ThesaurusSource(thesaurus.concepts).yaml()
    let again = try Thesaurus(yaml: Array(yaml.utf8), file: "x.yaml")
    #expect(comparable(again) == comparable(thesaurus), "YAML, seed \(seed)\n\(yaml)")
  }

  private static let foreign = """
    @base <http://example.org/voc/> .
    @prefix s: <http://www.w3.org/2004/02/skos/core#> .
    PREFIX dc: <http://purl.org/dc/elements/1.1/>
    # A comment; and . in it
    <#scheme> a s:ConceptScheme ; s:prefLabel "The scheme"@en .
    <c/SafeHousing> a s:Concept ;
      s:prefLabel "safe housing"@EN-gb , '住房安全'@zh-CN, "住房安全"@zh-TW ; ;
      s:altLabel \"\"\"long "quoted"
    text\"\"\"@en, '''a\\u4F4F\\tb'''@en ;
      s:broader <c/Housing>, <c/Policy> ;
      s:notation "H-1", 42, 4.5e3, true ;
      dc:date "2020-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ;
      s:definition "Houses that stand."@en .
    <c/Housing> s:prefLabel "housing" ; s:narrower <c/Repairs> .
    <c/Repairs> a s:Concept ; s:prefLabel "repairs"@en ; s:related [ a s:Concept ; s:prefLabel "roof"@en ] .
    [] a s:Concept ; s:prefLabel "nameless"@en ; s:member ( "x" <c/Housing> ( ) [ s:note "n" ] ) .
    """

  @Test("a file of another hand: prefixes, lists, languages, long strings, escapes")
  func foreignTurtle() throws {
    let found = try read(Self.foreign)
    let thesaurus = found.thesaurus
    #expect(
      thesaurus.concepts.map(\.id) == [
        "safe-housing", "housing", "repairs", "roof", "nameless",
      ])
    let housing = try #require(thesaurus["safe-housing"])
    #expect(
      housing.labels.map { "\($0.status) \($0.language) \($0.text)" } == [
        "preferred en-GB safe housing", "preferred zh-Hans 住房安全", "preferred zh-Hant 住房安全",
        "alias en long \"quoted\"\ntext", "alias en a住\tb",
      ])
    #expect(housing.broader == "housing" && housing.line == 6)
    #expect(housing.definitions[Language(tag: "en")] == "Houses that stand.")
    #expect(thesaurus["repairs"]?.broader == "housing")
    #expect(thesaurus["repairs"]?.neighbours == [.concept("roof")])
    let notices = Set(found.notices.map { "\($0.kind.rawValue) \($0.value) \($0.count)" })
    #expect(
      notices.isSuperset(of: [
        "further-broader policy 1",
        "unknown-property http://www.w3.org/2004/02/skos/core#notation 4",
        "unknown-property http://purl.org/dc/elements/1.1/date 1",
        "unknown-property http://www.w3.org/2004/02/skos/core#member 1",
        "renamed http://example.org/voc/c/SafeHousing 1",
      ]), "\(notices)")
  }

  @Test("RDF/XML of another hand: typed nodes, nested nodes, collections, languages from outside")
  func foreignXML() throws {
    let text = """
      <?xml version="1.0"?>
      <!DOCTYPE rdf:RDF [<!ENTITY v "http://example.org/voc/">]>
      <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xml:lang="en"
          xmlns:k="http://www.w3.org/2004/02/skos/core#" xml:base="http://example.org/voc/">
        <k:Concept r:about="&v;safe-housing" k:note="As an attribute">
          <k:prefLabel>safe housing</k:prefLabel>
          <k:prefLabel xml:lang="zh">住房安全</k:prefLabel>
          <k:altLabel><![CDATA[safe & sound]]></k:altLabel>
          <k:broader>
            <k:Concept r:ID="housing"><k:prefLabel>housing</k:prefLabel></k:Concept>
          </k:broader>
          <k:related r:nodeID="n1"/>
          <k:member r:parseType="Collection"><k:Concept r:about="roof"/></k:member>
        </k:Concept>
        <r:Description r:nodeID="n1">
          <r:type r:resource="http://www.w3.org/2004/02/skos/core#Concept"/>
          <k:prefLabel>repairs</k:prefLabel>
        </r:Description>
      </r:RDF>
      """
    let found = try Thesaurus.reading(skos: Array(text.utf8), as: .xml, file: "x.rdf")
    let concept = try #require(found.thesaurus["safe-housing"])
    #expect(concept.labels.map(\.text) == ["safe housing", "住房安全", "safe & sound"])
    #expect(concept.labels.map(\.language.tag) == ["en", "zh-Hans", "en"])
    #expect(concept.broader == "housing" && concept.note == "As an attribute")
    #expect(concept.neighbours == [.concept("repairs")])
    #expect(found.notices.contains { $0.kind == .unlabelled && $0.concept == "roof" })
  }

  @Test(
    "a broken file is an error with its line",
    arguments: [
      ("<a> <b> <c>", 1), ("<a> <b> \"x .\n", 1), ("\n@prefix x <a> .", 2), ("<a> x:y <c> .", 1),
      ("<a> <b> ( <c> .", 1), ("<a> <b> [ <c> .", 1), ("<a> <b> \"\"\"x\n\n", 1),
      ("<a> <b> \"\\q\" .", 1), ("<a> <b> \"\\uD800\" .", 1), ("\n\n<a b> <c> <d> .", 3),
      ("\"x\" <b> <c> .", 1), ("<a> \"b\" <c> .", 1), ("<a> <b> <c> <d> .", 1), ("a", 1),
      ("<a> <b> <c> ; .\n] .", 2), ("<a> <b> .", 1), ("<a> , <b> .", 1), ("<a> <b> <c> ))", 1),
      ("\n<a> <b> \u{1}.", 2),
    ])
  func broken(text: String, line: Int) {
    #expect {
      try read(text)
    } throws: { error in
      (error as? RDFError)?.line == line && (error as? RDFError)?.file == "x.ttl"
    }
  }

  @Test("broken XML, one that reaches out, and bytes that are no UTF-8 are errors with their line")
  func brokenXML() throws {
    for (text, line) in [
      ("<?xml version=\"1.0\"?>\n<a>\n<b></a>", 3), ("<?xml version=\"1.0\"?>\n", 2),
      ("<?xml version=\"1.0\"?>\n<rdf/>", 2),
    ] {
      #expect {
        try read(text)
      } throws: { ($0 as? RDFError)?.line == line && ($0 as? RDFError)?.form == .xml }
    }
    let reaching = """
      <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>
      <x xmlns="http://www.w3.org/2004/02/skos/core#"><prefLabel>[&e;]</prefLabel></x>
      """
    let found = try? Thesaurus.reading(skos: Array(reaching.utf8), file: "x.rdf")
    #expect(found?.thesaurus.concepts.first?.labels.first?.text ?? "[]" == "[]")
    // Entities that grow tenfold at each step are stopped, not unfolded.
    let growing =
      "<!DOCTYPE x [<!ENTITY e0 \"ha\">"
      + (1...12).map { "<!ENTITY e\($0) \"" + String(repeating: "&e\($0 - 1);", count: 10) + "\">" }
      .joined() + "]><x xmlns=\"http://example.org/\">&e12;</x>"
    #expect(throws: RDFError.self) {
      try Thesaurus.reading(skos: Array(growing.utf8), file: "x.rdf")
    }
    #expect {
      try Thesaurus.reading(skos: Array("<a> <b>\n\"".utf8) + [0xFF, 0x22], file: "x")
    } throws: { ($0 as? RDFError)?.line == 2 }
  }

  @Test("no bytes make the readers crash", arguments: 1...200)
  func mutations(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let sources = [
      Self.foreign,
      (try? SKOSExport(ThesaurusSample.thesaurus()).rdfXML()) ?? "",
    ]
    var bytes = Array(sources[Int(seed % 2)].utf8)
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      default:
        bytes.insert(
          Array("<>\"'[](){}.;,@:_\\".utf8).randomElement(using: &generator) ?? 0, at: place)
      }
    }
    for form in [RDFError.Form.turtle, .xml] {
      do {
        _ = try Thesaurus.reading(skos: bytes, as: form, file: "x")
      } catch {
        #expect(error.line >= 1, "seed \(seed)")
      }
    }
  }

  @Test("nested brackets and lists of any depth are read")
  func depth() throws {
    let depth = 20_000
    let text =
      "<a> <b> " + String(repeating: "[ <c> (", count: depth)
      + String(repeating: ") ]", count: depth) + " ."
    _ = try read(text)
  }

  @Test("the table has a row a label, quoted where it must be")
  func table() throws {
    let rows = ThesaurusTable(try ThesaurusSample.thesaurus()).csv().components("\r\n")
    #expect(rows[0] == "concept,kind,broader,label,language,status,context,source,file,line")
    #expect(rows[1] == "campaign,programme,,脱贫攻坚战,zh-Hans,preferred,,,sample.yaml,3")
    #expect(
      rows.contains(
        "pair,formula,campaign,\"free from worries, guaranteed \"\"care\"\"\",en,alias,,,sample.yaml,11"
      ))
    #expect(rows.contains("guarantees,formula,pair,三包,zh-Hans,not,,,sample.yaml,30"))
    #expect(rows.count == 1 + 16 + 1)
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
