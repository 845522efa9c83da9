import Gazette
import Testing

/// Which words of a draft are read as quotations, and what names their source.
@Suite struct QuotationReaderTests {
  private func read(_ text: String, _ file: String = "draft.md") throws -> [Quotation] {
    try Draft(Array(text.utf8), file: file).quotations
  }

  @Test(
    "every form of marks",
    arguments: [
      ("“", "”"), ("‘", "’"), ("\"", "\""), ("「", "」"), ("『", "』"), ("«", "»"), ("„", "“"),
      ("＂", "＂"),
      ("‹", "›"), ("'", "'"),
    ])
  func forms(open: String, close: String) throws {
    let words = "the county's plan for safe water"
    #expect(try read("They say \(open)\(words)\(close) here.").map(\.text) == [words])
  }

  @Test("apostrophes and inches open nothing, titles are no quotations")
  func noQuotations() throws {
    #expect(try read("The villages' wells aren't 5\" wide, it's said.").isEmpty)
    #expect(try read("依照《农村饮水安全管理办法》执行。").isEmpty)
    #expect(try read("《关于“两不愁三保障”成果的意见》提出要求。").isEmpty)
  }

  @Test("over line breaks, with the marks of Markdown taken out and places in the file")
  func lines() throws {
    let text = "It says “counties **shall** check\nevery [dwelling](x.md) before `June`” here."
    let found = try read(text)
    #expect(found.map(\.text) == ["counties shall check every dwelling before June"])
    let span = try #require(found.first?.span)
    let words = String(decoding: Array(text.utf8)[span.bytes], as: UTF8.self)
    #expect(words.hasPrefix("counties **shall**") && words.hasSuffix("`June"))
    #expect(found.first?.line == 1 && found.first?.column == 10)
    #expect(try read("他们说“各县应当\n逐户核查”。").map(\.text) == ["各县应当逐户核查"])
  }

  @Test("a quotation of several paragraphs, each opened anew")
  func paragraphs() throws {
    let found = try read("“The first part of it.\n\n“The second part of it.” Then more.")
    #expect(found.map(\.text) == ["The first part of it.\nThe second part of it."])
  }

  @Test("an empty line parts two block quotations; one with the mark parts paragraphs of one")
  func blockParting() throws {
    #expect(try read("> The first of them.\n\n> Another one here.\n").count == 2)
    let one = try read("> The first part of it.\n>\n> The second part of it.\n")
    #expect(one.map(\.text) == ["The first part of it.\nThe second part of it."])
  }

  @Test("nested quotations stand behind the one around them; mere terms are left out")
  func nested() throws {
    let found = try read("He said “we check ‘every dwelling in use’ and ‘wells’ now”.")
    #expect(
      found.map(\.text) == [
        "we check ‘every dwelling in use’ and ‘wells’ now", "every dwelling in use",
      ])
    #expect(found.map(\.form) == [.marks, .nested])
    let straight = try read(#"He said "we check "every dwelling in use" now" again."#)
    #expect(
      straight.map(\.text) == [#"we check "every dwelling in use" now"#, "every dwelling in use"])
  }

  @Test("block quotations, with the line under them that names the source")
  func blocks() throws {
    let found = try read(
      "As it says:\n\n> Counties shall check\n> every dwelling.\n>\n> — water-rules s2.p1\n\nMore.")
    #expect(found.map(\.text) == ["Counties shall check every dwelling."])
    #expect(found.first?.form == .block)
    #expect(found.first?.surroundings.texts.first == "— water-rules s2.p1")
    let wrapped = try read("> “Counties shall check every dwelling.”\n> ——《样例办法》")
    #expect(wrapped.map(\.text) == ["Counties shall check every dwelling."])
    #expect(wrapped.first?.surroundings.texts.first == "——《样例办法》")
    #expect(try read("> [!NOTE]\n> Read this first of all.").isEmpty)
  }

  @Test("code is no draft")
  func code() throws {
    #expect(try read("```\nprint(“counties shall check every dwelling”)\n```\n").isEmpty)
  }

  @Test("in HTML blockquote and q quote without a mark")
  func html() throws {
    let page =
      "<html><body><p>They say <q>check every dwelling</q> now.</p><blockquote><p>Counties shall check.</p>"
      + "<p>Every one of them.</p></blockquote><p>And “safe water for all”.</p></body></html>"
    let found = try read(page, "draft.html")
    #expect(
      found.map(\.text) == [
        "check every dwelling", "Counties shall check.\nEvery one of them.", "safe water for all",
      ])
  }

  @Test(
    "what names the source: brackets first, then notes and links, the sentence, what leads to it")
  func surroundings() throws {
    func texts(_ text: String) throws -> [String] {
      try #require(try read(text).first).surroundings.texts
    }
    #expect(
      try texts("“Counties shall check.” (water-rules s2.p1) It is old.") == ["(water-rules s2.p1)"]
    )
    #expect(try texts("《甲办法》规定“各县应当核查”，《乙办法》另有规定。").contains("《甲办法》规定"))
    #expect(
      try texts("They say “check dwellings”[^1] now.\n\n[^1]: water-rules, s2.p1").contains(
        " water-rules, s2.p1"))
    #expect(
      try texts("See [“check dwellings”](water-rules.md#s2.p1) now.").contains(
        "water-rules.md#s2.p1"))
    let two = try read("《甲办法》规定“各县应当核查”“逐户登记造册”。")
    #expect(two[1].surroundings.inherited == 0)
    let apart = try read("《甲办法》规定“各县应当核查”。又说“逐户登记造册”。")
    #expect(apart[1].surroundings.inherited == nil)
  }

  @Test("sources are read in every form")
  func claims() {
    func targets(_ text: String) -> [SourceClaim.Target] {
      ClaimReader.claims(in: text).map(\.target)
    }
    #expect(targets("（water-rules#s2.p1）") == [.address(document: "water-rules", place: "s2.p1")])
    #expect(
      targets("(water-rules s2.1.p4.s2)") == [
        .address(document: "water-rules", place: "s2.1.p4.s2")
      ])
    #expect(targets("见《样例办法》（样政发〔2023〕8号）") == [.title("样例办法", number: "样政发〔2023〕8号")])
    #expect(
      targets("样政发〔2023〕8号") == [.number("样政发〔2023〕8号")])
    #expect(targets("gz:4a755859:8926-9152:3430c551").count == 1)
  }
}
