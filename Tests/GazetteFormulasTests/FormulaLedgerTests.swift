import Gazette
import GazetteConcepts
import GazetteDocument
import GazetteFormulas
import GazetteTestSupport
import Testing

@Suite struct FormulaLedgerTests {
  private static let yaml = """
    concepts:
    - id: pair
      zh: 两不愁三保障
      en: two assurances and three guarantees
      aliases_en: [two worries and three guarantees]
      hidden_en: [two worries and three guarantees]
      parts: [guarantees]
    - id: guarantees
      zh: 三保障
      en: three guarantees
      aliases_en: [three safeguards]
      broader: pair
      parts: [education, care, housing]
      neighbours: [安全饮水, safe water]
      differsFrom: [warranty]
    - id: education
      zh: 义务教育
      en: compulsory education
    - id: care
      zh: 基本医疗
      en: basic medical care
    - id: housing
      zh: 住房安全
      en: safe housing
    - id: repair
      zh: 危房改造
      en: repair of dangerous houses
      broader: housing
    - id: warranty
      zh: 三包
      en: shop warranty
    """

  private func ledger(of id: String, _ documents: [PolicyDocument]) throws -> FormulaLedger {
    let thesaurus = try Thesaurus(yaml: Array(Self.yaml.utf8), file: "sample.yaml")
    let matcher = ConceptMatcher(thesaurus)
    var tally = try #require(FormulaTally(of: id, in: thesaurus))
    for document in documents { tally.add(TaggedDocument(document, by: matcher)) }
    return tally.finished()
  }

  private func documents() throws -> [PolicyDocument] {
    [
      try SamplePaper.document(
        "late",
        "Two worries and three guarantees are the standard.\n\nThe three safeguards stand.\n",
        date: "2019-05"),
      try SamplePaper.document(
        "early",
        "The three guarantees: compulsory education, basic medical care and safe housing.\n\n"
          + "Nothing on the shop warranty here. Safe water is a neighbour.\n",
        date: "2016-03-01"),
      try SamplePaper.document(
        "undated",
        "“三保障”即义务教育、基本医疗有保障。\n\n安全饮水也要解决。\n\n别的话。\n\n三 保障是底线。\n"),
      try SamplePaper.document("silent", "Nothing of the kind.\n", date: "2021"),
    ]
  }

  @Test("renderings with counts and places, dated uses in order, documents without it")
  func uses() throws {
    let ledger = try ledger(of: "guarantees", try documents())
    let renderings = ledger.renderings.map { rendering in
      "\(rendering.count) \(rendering.label.status) \(rendering.label.text) "
        + rendering.forms.map { "\($0.words)×\($0.count)" }.joined(separator: " ") + " "
        + rendering.documents.map { "\($0.document)×\($0.count)" }.joined(separator: " ")
    }
    #expect(
      renderings == [
        "2 preferred three guarantees three guarantees×2 late×1 early×1",
        "2 preferred 三保障 三保障×1 三 保障×1 undated×2",
        "1 alias three safeguards three safeguards×1 late×1",
      ])
    #expect(ledger.renderings[0].place?.citation.document.id.name == "early")
    #expect(ledger.count == 5)
    #expect(
      ledger.uses.map { "\($0.document.id) \($0.count)" } == ["early 1", "late 2", "undated 2"])
    #expect(ledger.firstUse?.date?.description == "2016-03-01")
    #expect(ledger.lastUse?.date?.description == "2019-05")
    #expect(ledger.laterDocumentCount == 1)
    #expect(ledger.absentFrom.map(\.name) == ["silent"])
    #expect(ledger.broader?.part == .concept("pair") && ledger.broader?.count == 1)
    #expect(ledger.differsFrom.map(\.count) == [1])
  }

  @Test("each member has a passage, the one beside the formula; neighbours too, by words alone")
  func members() throws {
    let ledger = try ledger(of: "guarantees", try documents())
    #expect(ledger.members.map(\.count) == [2, 2, 1])
    #expect(
      ledger.members.map { $0.place?.words } == [
        "compulsory education", "basic medical care", "safe housing",
      ])
    for member in ledger.members {
      let place = try #require(member.place)
      #expect(place.citation.document.id.name == "early")
      #expect(place.citation.path.description == "s0.p1")
      #expect(place.text.hasPrefix("The three guarantees:"))
    }
    #expect(ledger.neighbours.map { $0.place?.words } == ["安全饮水", "Safe water"])
  }

  @Test("places count in bytes and in scalars of the source text")
  func places() throws {
    let document = try SamplePaper.document("x", "前言。\n\n“三保障”即义务教育。\n")
    let place = try #require(try ledger(of: "guarantees", [document]).renderings.first?.place)
    #expect(place.span.scalars == 6..<9 && place.words == "三保障")
    #expect(document.text.string(in: place.span) == "三保障")
    #expect(place.citation.id == document.machineID(ofPassage: 1))
  }

  @Test(
    "a text that names the formula and explains some members only is told",
    arguments: [
      ("“三保障”即义务教育、基本医疗有保障。", ["document 2 housing", "passage 2 housing"]),
      (
        "The three guarantees: compulsory education and safe housing.",
        [
          "document 2 care", "passage 2 care",
        ]
      ),
      ("“三保障”即义务教育、基本医疗有保障。\n\n住房安全另说。", []),
      ("“三保障”即义务教育、基本医疗有保障。\n\n别的话。\n\n住房安全另说。", ["passage 2 housing"]),
      // What is below a member explains it.
      ("“三保障”即义务教育、基本医疗、危房改造。", []),
      // One member is a subject, no explanation.
      ("“三保障”中义务教育最难。", []),
      ("义务教育和基本医疗都要抓。", []), ("“三保障”要落实。", []),
    ])
  func gaps(text: String, expected: [String]) throws {
    let ledger = try ledger(of: "guarantees", [try SamplePaper.document("x", text)])
    let gaps = ledger.gaps.map { gap in
      "\(gap.scope.rawValue) \(gap.explained.count) "
        + gap.missing.map { part in
          if case .concept(let id) = part { id } else { "?" }
        }.joined(separator: " ")
    }
    #expect(gaps == expected)
  }

  @Test("a formula that is not there has no ledger; one that no document uses has an empty one")
  func empty() throws {
    let thesaurus = try Thesaurus(yaml: Array(Self.yaml.utf8), file: "sample.yaml")
    #expect(FormulaTally(of: "absent", in: thesaurus) == nil)
    let ledger = try ledger(of: "warranty", [try SamplePaper.document("x", "Words.")])
    #expect(ledger.count == 0 && ledger.firstUse == nil && ledger.gaps.isEmpty)
    #expect(ledger.absentFrom.map(\.name) == ["x"])
  }

  @Test("a knotted thesaurus has ledgers too")
  func knotted() throws {
    let yaml = """
      concepts:
      - {id: a, en: alpha, broader: b, parts: [a, b]}
      - {id: b, en: beta, broader: a, parts: [a]}
      """
    let thesaurus = try Thesaurus(yaml: Array(yaml.utf8), file: "sample.yaml")
    var tally = try #require(FormulaTally(of: "a", in: thesaurus))
    let document = try SamplePaper.document("x", "The alpha and the beta.")
    tally.add(TaggedDocument(document, by: ConceptMatcher(thesaurus)))
    #expect(tally.finished().count == 1)
  }

  @Test("the passage of a member is the nearest to the formula, not the first that is found")
  func nearest() throws {
    let text = """
      Compulsory education was discussed in March.

      The yard was paved. Nobody came.

      The three guarantees are explained below.

      1. Compulsory education: no child leaves school.

      2. Basic medical care: the clinic is open.

      Compulsory education again, in closing.
      """
    let ledger = try ledger(of: "guarantees", [try SamplePaper.document("d", text)])
    #expect(ledger.members[0].place?.text.hasPrefix("1. Compulsory education") == true)
    #expect(ledger.members[1].place?.text.hasPrefix("2. Basic medical care") == true)
  }

  @Test("members below a heading that names the formula come before those elsewhere")
  func headed() throws {
    let text = """
      # Report

      ## Past work

      Compulsory education was discussed in March.

      ## The three guarantees

      Compulsory education, basic medical care and safe housing hold.
      """
    let document = try DocumentParser().parse(
      Array(text.utf8), id: PolicyDocument.ID("d"), file: "d.md")
    let ledger = try ledger(of: "guarantees", [document])
    #expect(ledger.count == 1 && ledger.gaps.isEmpty)
    #expect(ledger.members[0].place?.text.hasPrefix("Compulsory education, basic") == true)
    #expect(ledger.renderings.first?.place?.citation.path.description == "s2")
  }
}
