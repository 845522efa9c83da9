import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

/// What the ledger does to the passages of a document; all texts are made up.
@Suite struct DamageLedgerTests {
  private func flags(_ document: PolicyDocument) -> [[String]] {
    document.passages.map { $0.flags.map(\.rawValue).sorted() }
  }

  @Test("what follows a filler marker is of lower trust")
  func filler() throws {
    let text = """
      各县要加强领导，落实责任，按期完成任务。
      扩展资料：
      以下内容来自网络，仅供参考，不作为依据。
      """
    let document = try Reading.document(text)
    #expect(flags(document).first == [])
    #expect(flags(document).last == ["low-trust"])
    #expect(document.repairs.map(\.rule) == ["filler-marker"])
    let english = try Reading.document(
      "The counties shall act in time. Extended information:\nMore was found on other pages.")
    // The marker heads a section of its own, and only that is of lower trust.
    #expect(flags(english) == [[], ["low-trust"]])
    #expect(english.sections.map(\.heading).contains("Extended information"))
    let line = try Reading.document("各县要落实责任。\n\n拓展阅读\n\n其他网页的内容在此。\n")
    #expect(line.passages.last?.flags == [.lowTrust])
  }

  @Test("a paragraph that was broken within a quote is one passage")
  func brokenQuote() throws {
    let text = """
      The first paragraph says what is to be done in the villages.
      We should always keep to the aim of "safe water in all villages and
      Good roads for all of them" and go on with the work until it is done.
      The last paragraph is about something else again.
      """
    let document = try Reading.document(text)
    #expect(document.passages.count == 3)
    #expect(document.repairs.map(\.rule) == ["broken-paragraph"])
    #expect(document.repairs.first?.replacement == " ")
    #expect(document.passages.map(\.ordinal) == [1, 2, 3])
  }

  @Test("a sentence begins behind a break that was lost, and a lone word goes with the one before")
  func sentences() throws {
    let text =
      "They broke rocks for years to bring the water We have built a new road here. "
      + "The people speak of it often, above all those in poor counties. Governor. It is good."
    let document = try Reading.document(text)
    #expect(
      Reading.sentences(document) == [
        "They broke rocks for years to bring the water", "We have built a new road here.",
        "The people speak of it often, above all those in poor counties. Governor.", "It is good.",
      ])
    #expect(document.passages.first?.flags == [.cut])
  }

  @Test(
    "sentences of companies in a paper on policy are invented, and those of a company's paper are not"
  )
  func invented() throws {
    let policy = """
      The State Council and the Party Central Committee call on all cadres to help.
      Poverty alleviation goes on. The company's newest product is a platform that helps all.
      """
    let document = try Reading.document(policy)
    #expect(document.repairs.map(\.rule) == ["invented-sentence"])
    #expect(document.passages.last?.flags == [.invented])
    let own = policy.replacing("all cadres", with: "companies such as Example Co., Ltd")
    #expect(try Reading.document(own).repairs.isEmpty)
  }

  @Test("a spun text is of low trust as a whole, and one odd word is not enough")
  func spun() throws {
    let text = "在年夜范围内推广，指导东说念主要带头。\n各县要落实责任。\n"
    #expect(flags(try Reading.document(text)).allSatisfy { $0 == ["low-trust"] })
    let one = "在年夜范围内推广。\n各县要落实责任。\n"
    #expect(flags(try Reading.document(one)) == [["low-trust"], []])
  }

  @Test("confetti is swept, and pinyin that a conversion wrote is left out")
  func strewn() throws {
    let confetti = try Reading.document("第四】章 总★则，各■县要落★实责任。\n")
    #expect(confetti.repairs.count { $0.rule == "confetti" && $0.replacement == "" } == 4)
    let pinyin = try Reading.document("國(guó)務(wù)院辦公廳關(guān)於印發(fā)的通知。\n")
    #expect(pinyin.repairs.count { $0.rule == "pinyin-insertion" } == 4)
    let reading = ReadingText(
      pinyin.text.utf8, source: TextSpan(start: .zero, end: pinyin.passages[0].span.end),
      repairs: pinyin.repairs)
    #expect(reading.string.hasPrefix("國務院辦公廳關於印發的通知"))
  }

  @Test("a double title, a source at the end, spam at the top and page furniture are told")
  func furniture() throws {
    let body =
      "The counties shall act in time and report on what they did.\n"
      + "The cities shall help them with money, people and machines.\n"
    let double = try Reading.document(
      "Safe water for all villages\n\n Safe water for all villages\n\n" + body)
    #expect(double.repairs.map(\.rule) == ["double-title"])
    let source = try Reading.document(body + "Xinhua - Safe water for all villages in the county\n")
    #expect(source.repairs.map(\.rule) == ["trailing-source"])
    let spam = try Reading.document("澳门新葡京-百家乐-真人投注\n关于加强饮水安全的通知\n各县要落实责任，按期完成任务。\n")
    #expect(spam.repairs.map(\.rule) == ["advertisement"])
    let page = try Reading.document("各县要落实责任，按期完成任务。\n上一篇：饮水安全\n分享到微信\n")
    #expect(page.repairs.map(\.rule).allSatisfy { $0 == "navigation" })
  }

  @Test("a text that ends within a sentence is cut")
  func cut() throws {
    let line =
      "The counties shall act in time and report to the province on all that they did in the year.\n"
    let text =
      line + line.replacing("counties", with: "cities")
      + line.replacing("counties", with: "towns")
      + "The villages shall keep the wells clean and report each month on the state of the pipes and on the mo"
    let document = try Reading.document(text)
    #expect(document.repairs.map(\.rule) == ["cut-text"])
    #expect(document.passages.last?.flags == [.cut])
  }

  @Test("a date of two months is put in order")
  func dates() throws {
    let text = "The order of December 2009 March 31 holds realu2014 as before."
    let document = try Reading.document(text)
    #expect(document.repairs.map(\.replacement) == ["December 31, 2009", "—"])
  }

  @Test("a text of nothing but damage is read in time")
  func much() throws {
    let piece = "\"strong> < p> u2014 **** word, word, word and ，。扩展资料："
    let text = String(repeating: piece, count: 5_000)
    var document: PolicyDocument?
    #expect(try threadTime { document = try Reading.document(text) } < 20)
    #expect(try #require(document).repairs.count > 10_000)
  }

  @Test("entries are sorted and never overlap, whatever stands in a text", arguments: [1, 2, 3])
  func disjoint(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "strong>", "< p>", "u2014", "****", "The company's ", " , ", "，。", "壹", "年夜", "东说念主",
      "公***服务", "(guó)", "國", "poverty We have to go on", "effective.1, go", "扩展资料：", "\n",
      " realize poverty.", "★", "】", "第四", "\u{FFFD}", "&nbsp;", "State Council", "cadres", "。",
      " in y extremely dry", "Chinas plan", "\"", "“", "”", "a, b. ", "word, word, word and ",
    ]
    for _ in 0..<200 * Reading.scale {
      var text = ""
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      let document = try Reading.document(text)
      for (first, second) in zip(document.repairs, document.repairs.dropFirst()) {
        #expect(first.span.end <= second.span.start, "seed \(seed): \(text.debugDescription)")
      }
      #expect(String(decoding: document.text.utf8, as: UTF8.self) == text)
    }
  }
}
