import Gazette
import GazetteConcepts
import GazetteDocument
import GazetteFormulas
import GazetteTestSupport
import Testing

@Suite struct FormulaDiscoveryTests {
  private static let yaml = """
    concepts:
    - id: guarantees
      zh: 三保障
      en: three guarantees
    - id: pair
      zh: 两不愁三保障
      en: two assurances and three guarantees
    - id: employment
      zh: 稳就业
      en: stable employment
    """

  private func thesaurus() throws -> Thesaurus {
    try Thesaurus(yaml: Array(Self.yaml.utf8), file: "sample.yaml")
  }

  private func proposals(_ texts: [String], minimum: Int = 2) throws -> [FormulaProposal] {
    let matcher = ConceptMatcher(try thesaurus())
    var discovery = FormulaDiscovery(lackingIn: matcher)
    for (number, text) in texts.enumerated() {
      let document = try SamplePaper.document("d\(number)", text, date: "20\(20 - number)")
      discovery.add(TaggedDocument(document, by: matcher))
    }
    return discovery.proposals(minimumEvidence: minimum)
  }

  @Test(
    "a numbered formula is found, in both languages",
    arguments: [
      ("建立健全四梁八柱的制度体系。", ["四梁八柱"], [String]()),
      ("做好“六稳”工作。", ["六稳"], []),
      ("做好“六稳”工作，落实“六保”任务。", ["六稳", "六保"], []),
      ("落实六稳六保任务。", ["六稳六保"], []),
      ("实施五个一批工程。", ["五个一批"], []),
      ("增强四个意识。坚持四个意识，强化四个意识。", ["四个意识"], []),
      ("增强“四个意识”。", ["四个意识"], []),
      ("坚持三严三实。", ["三严三实"], []),
      ("“四梁”就是水价、水质、维修、应急四项制度。", ["四梁"], ["水价", "水质", "维修", "应急"]),
      ("做到“三看三问三对”。", ["三看三问三对"], []),

      ("共建“一带一路”，落实“三重一大”。", ["一带一路", "三重一大"], []),

      (
        "做到四个到位：认识到位、责任到位、措施到位、督查到位。", ["四个到位"],
        ["认识到位", "责任到位", "措施到位", "督查到位"]
      ),
      (
        "“六稳”，即稳就业、稳金融、稳外贸、稳外资、稳投资和稳预期，十分要紧。", ["六稳"],
        ["稳就业", "稳金融", "稳外贸", "稳外资", "稳投资", "稳预期"]
      ),
      (
        "坚持三个必须。一是必须讲真话，这是底线；二是必须办实事；三是必须守规矩。", ["三个必须"],
        ["必须讲真话", "必须办实事", "必须守规矩"]
      ),
      (
        "We built the four beams and eight pillars of the system.",
        ["four beams and eight pillars"], []
      ),
      ("Keep the “four habits” in mind.", ["four habits"], []),
      (
        "The Four Consciousnesses count; the four consciousnesses last. Four Consciousnesses!",
        ["Four Consciousnesses"], []
      ),
      (
        "There are the three musts: tell the truth, do real work, and keep the rules.",
        ["three musts"],
        ["tell the truth", "do real work", "keep the rules"]
      ),
      (
        "Mind the five checks (doors, windows, walls, beams and roofs).", ["five checks"],
        ["doors", "windows", "walls", "beams", "roofs"]
      ),
    ])
  func formulas(text: String, words: [String], members: [String]) throws {
    let found = try proposals([text])
    #expect(found.map(\.words).sorted() == words.sorted())
    #expect(found.first?.members == members)
    if !members.isEmpty { #expect(found.first?.membersPlace?.words == found.first?.words) }
  }

  @Test(
    "what is merely counted, dated or proverbial is none, and what the thesaurus has is not proposed",
    arguments: [
      "三个月内办结，三个月后复查，三个月一报。", "二〇二〇年三月四日，十五个县，第三个问题，第五次会议。",
      "五湖四海，四面八方，千方百计，七上八下。", "“三保障”和“两不愁三保障”要落实，三保障是底线。",
      "二十四个项目、三十六个村，2020年5月3日。", "每年两次，三年一届，五年一次。",
      "three years and four months, two weeks, the three counties and five towns",
      "Two or three people came; the two countries agreed; the two countries signed; the two countries met.",
      "The three guarantees and the “two assurances and three guarantees” stand.",
      "twenty-three beams and forty-eight pillars", "“三月四日”和“五年”", "一二三四五六七",
      "三三两两，一心一意，一五一十",
      "建设一流大学和一流学科", "实现两岸统一的最佳方式", "3至4个，三档并两档",
      "长三角一体化，三角区域一体化发展", "落实三个要求。\n\n（二）第二件事。\n\n（三）第三件事。\n\n（四）第四件事。",

    ])
  func traps(text: String) throws {
    #expect(try proposals([text]).map(\.words) == [])
  }

  @Test("quoted terms count when they come again in another document")
  func terms() throws {
    let texts = ["“精准滴灌”好。“精准滴灌”！说“好的”。“好的”？“好的”。", "讲“精准滴灌”。", "“只有一次”"]
    #expect(try proposals(texts).map(\.words) == ["精准滴灌"])
    let english = [
      "The “small courtyard” and the “small courtyard”.", "A \"small courtyard\" again.",
    ]
    let found = try proposals(english)
    #expect(found.map(\.words) == ["small courtyard"])
    #expect(found.first?.pattern == .quoted && found.first?.quotedCount == 3)
    #expect(found.first?.documents.map(\.count) == [2, 1])
  }

  @Test("evidence adds up over documents, and the place is in the oldest")
  func evidence() throws {
    let found = try proposals([
      "增强“四个意识”，坚定四个自信。", "增强四个意识。", "四个意识，即政治意识、大局意识、核心意识、看齐意识。",
      "四个自信。坚定四个自信。",
    ])
    #expect(found.map(\.words) == ["四个意识", "四个自信"])
    let first = try #require(found.first)
    #expect(first.count == 3 && first.quotedCount == 1 && first.documents.count == 3)
    #expect(first.place.citation.document.id.name == "d2")
    #expect(first.membersPlace?.citation.document.id.name == "d2")
    #expect(first.members == ["政治意识", "大局意识", "核心意识", "看齐意识"])
    #expect(first.evidence > found[1].evidence)
  }

  @Test("both scripts, letter cases and plurals are one formula; what holds a known label says so")
  func spellings() throws {
    let found = try proposals(["落實“六穩六保”。", "落实六稳六保。", "“一达标三保障”"])
    #expect(found.map(\.words) == ["六稳六保", "一达标三保障"])
    #expect(found.first?.count == 2 && found.first?.known == [])
    #expect(found.last?.known == ["guarantees"])
    #expect(found.first?.concept.labels.first?.language == .simplifiedChinese)
    let traditional = try proposals(["我們要落實六穩六保，這是縣裡對鄉鎮的要求。"])
    #expect(traditional.first?.concept.labels.first?.language == .traditionalChinese)
    #expect(traditional.first?.concept.id == "liu-wen-liu-bao")
  }

  @Test("a list of numbered passages behind a colon is taken for the members")
  func listed() throws {
    let text = """
      # 要求

      做到“三个到户”：

      1. 政策到户，一户一策。
      2. 责任到户：专人负责。
      3. 措施到户。
      """
    let document = try SamplePaper.document("x", text)
    #expect(document.passages.count { $0.number != nil } == 3)
    #expect(try proposals([text]).first?.members == ["政策到户", "责任到户", "措施到户"])
  }

  @Test(
    "the entry can be accepted as it is: the thesaurus reader reads it and then nothing is left")
  func entries() throws {
    let texts = [
      "“六稳”，即稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期。增强“四个意识”。",
      "Mind the five checks (doors, windows, walls, beams and roofs). Four beams and eight pillars.",
    ]
    let found = try proposals(texts)
    #expect(found.count == 4)
    let yaml = ThesaurusSource(found.map(\.concept)).yaml()
    let accepted = try Thesaurus(yaml: Array(yaml.utf8), file: "more.yaml")
    #expect(accepted.concepts.map(\.id) == found.map(\.concept.id))
    let six = try #require(accepted.concepts.first { $0.labels.first?.text == "六稳" })
    #expect(six.parts.first == .concept("employment") && six.parts.count == 6)
    #expect(six.firstSource?.date == "2020")
    #expect(six.id == "liu-wen")
    #expect(accepted["five-checks"]?.parts.first == .label("Doors"))
    let matcher = ConceptMatcher(try thesaurus().merging(accepted))
    var again = FormulaDiscovery(lackingIn: matcher)
    for text in texts {
      again.add(TaggedDocument(try SamplePaper.document("x", text), by: matcher))
    }
    #expect(again.proposals().isEmpty)
  }

  @Test("any text is gone through without harm", arguments: 1...150)
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "三", "四个", "两", "“", "”", "\"", "一是", "：", "、", "，即", "。", "2", "第", "保障", "three ", "Two ",
      "and ", "pillars", " beams", "(", ")", ":", ", ", "\n\n", "😀", "é", "個", "-", "'", "s ",
      "the ",
      "；", "是", "1. ", "\u{3000}",
    ]
    let text = (0..<200).map { _ in pieces[generator.below(pieces.count)] }.joined()
    for proposal in try proposals([text, text], minimum: 0) {
      #expect(proposal.place.text.contains(proposal.place.words), "seed \(seed)")
      #expect(proposal.place.words.lowercased() == proposal.words.lowercased(), "seed \(seed)")
      #expect(proposal.members.allSatisfy { !$0.isEmpty }, "seed \(seed)")
    }
  }
}
