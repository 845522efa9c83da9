import GazetteDocument
import GazetteParsing
import Testing

/// Damaged texts made up for the tests, and sound ones that look like them.
@Suite struct DamageRuleTests {
  /// A damaged place: the rule, the words it names, what they are read as (`nil` for kept).
  struct Place: Equatable, CustomStringConvertible {
    var rule: String
    var words: String
    var reading: String?

    var description: String {
      "\(rule): \(words.debugDescription) → \(reading?.debugDescription ?? "kept")"
    }

    init(_ rule: String, _ words: String, _ reading: String? = nil) {
      (self.rule, self.words, self.reading) = (rule, words, reading)
    }
  }

  /// The ledger of a text.
  static func ledger(_ text: String, file: String = "file.txt") throws -> [Place] {
    let document = try Reading.document(text, file: file)
    return document.repairs.map {
      Place($0.rule, document.text.string(in: $0.span), $0.replacement)
    }
  }

  @Test(
    "one damaged place is found, with what it is read as",
    arguments: [
      ("The plan became realu2014 and all agreed.", Place("stripped-escape", "u2014", "—")),
      ("He said u201cwe will go on until it is done.", Place("stripped-escape", "u201c", "“")),
      (#"It is called \u300a示例\n and so on."#, Place("stripped-escape", #"\u300a"#, "《")),
      ("各县要加强领导uff0c落实责任。", Place("stripped-escape", "uff0c", "，")),
      ("Strengthen the thinking strong>, and go on.", Place("broken-tag", " strong>", "")),
      ("The first part is done. < /p> The second is not.", Place("broken-tag", " < /p>", "\n")),
      ("各县要加强领导</strong>，落实责任。", Place("broken-tag", "</strong>", "")),
      (
        "Plain words style=\"text-indent: 2em;\">and more of them.",
        Place("broken-tag", "style=\"text-indent: 2em;\">", "")
      ),
      ("The last words are strong>", Place("broken-tag", " strong>", "")),
      ("Safe&nbsp;water for all villages.", Place("broken-entity", "&nbsp;", " ")),
      ("加强&ldquo;四个意识，落实责任。", Place("broken-entity", "&ldquo;", "“")),
      ("It improves public **** services in the villages.", Place("masked-characters", "****")),
      ("They drive poor households *** with new models.", Place("masked-characters", "***")),
      ("推进基本公***服务均等化。", Place("masked-characters", "***", "共")),
      ("这是一段被屏***蔽的文字。", Place("masked-characters", "***")),
      ("这些\u{FFFD}\u{FFFD}字没有读出来。", Place("lost-characters", "\u{FFFD}\u{FFFD}")),
      ("文件内容为锟斤拷锟斤拷，无法辨认。", Place("lost-characters", "锟斤拷锟斤拷")),
      ("各级政?要加强组织领导。", Place("lost-characters", "?")),
      ("各级政□要加强组织领导。", Place("lost-characters", "□")),
      ("The villagesâ€™ water is safe.", Place("wrong-decoding", "â€™", "’")),
      ("Water\u{200B} is safe in all villages.", Place("zero-width", "\u{200B}", "")),
      (
        "They broke rocks to bring water We have built a new road here.",
        Place("glued-paragraph", " ", "\n")
      ),
      (
        "The work is really effective.1, strengthen the style of work.",
        Place("glued-number", ".", ".\n")
      ),
      ("各县要抓好落实。1、加强领导，明确责任。", Place("glued-number", "。", "。\n")),
      ("We must fight the drought.They must help us.", Place("glued-sentence", ".", ". ")),
      ("各县要加强领导，。落实责任。", Place("doubled-punctuation", "，。", "。")),
      ("各县要加强领导、，落实责任。", Place("doubled-punctuation", "、，", "，")),
      ("Strengthen the leadership,, and go on.", Place("doubled-punctuation", ",,", ",")),
      ("Strengthen the thinking , and go on.", Place("space-before-comma", " ", "")),
      ("It helps them in k extremely dry areas.", Place("stray-letter", " k", "")),
      ("This is part of Chinas plan for water.", Place("lost-apostrophe", "Chinas")),
      ("This is the partys mission and ours.", Place("lost-apostrophe", "partys")),
      (
        "By then the villages are to realize poverty.", Place("inverted-meaning", "realize poverty")
      ),
      (
        "Poor counties all hat, and the work goes on.",
        Place("inverted-meaning", "counties all hat")
      ),
      (
        "They want to get rid of poverty alleviation.",
        Place("inverted-meaning", "rid of poverty alleviation")
      ),
      ("到年底，全县实现贫困。", Place("inverted-meaning", "实现贫困")),
      ("加强nbsp;领导和监督。", Place("broken-entity", "nbsp;", " ")),
      ("落实ldquo;四个意识。", Place("broken-entity", "ldquo;", "“")),
      ("按照中***中央的要求办理。", Place("masked-characters", "***", "共")),
      ("完善公**** 服务体系。", Place("masked-characters", "****")),
      ("It improves public ***services here.", Place("masked-characters", "***")),
      ("各级政???要加强组织领导。", Place("lost-characters", "???")),
      ("各县要加强领导。,落实责任。", Place("doubled-punctuation", "。,", "。")),
      ("各县要加强领导,。落实责任。", Place("doubled-punctuation", ",。", "。")),
      (
        "It is the implementation of the implementation of plans.",
        Place("repeated-words", "implementation of the implementation")
      ),
      ("The work is solid, solid and lasting.", Place("repeated-words", "solid, solid")),
      ("选派第壹书记驻村，落实责任。", Place("spun-numeral", "壹", "一")),
      ("在年夜范围内推广经验。", Place("spun-word", "年夜")),
      // Big5 and Shift_JIS that were read as GB 18030.
      (
        "\u{E6BB}秏马\u{E5EE}チ現┎\u{E4C7}郡現┎\u{E6BB}场\u{E058}\u{E4CD}\u{E0CB}砮过辅龟いァ∕郸场竝\u{E4C7}瞷盢Τ闽ㄆ兜硄\u{E01D}\u{E6D6}\u{E5FB}\u{E4C9}",
        Place(
          "wrong-decoding",
          "\u{E6BB}秏马\u{E5EE}チ現┎\u{E4C7}郡現┎\u{E6BB}场\u{E058}\u{E4CD}\u{E0CB}砮过辅龟いァ∕郸场竝\u{E4C7}瞷盢Τ闽ㄆ兜硄\u{E01D}\u{E6D6}\u{E5FB}\u{E4C9}"
        )
      ),
      ("擔杮偺惌晎偼丄擾懞偺廧戭偺埨慡傪曐忈偡傞偨傔偵", Place("wrong-decoding", "擔杮偺惌晎偼丄擾懞偺廧戭偺埨慡傪曐忈偡傞偨傔偵")),
    ])
  func onePlace(text: String, place: Place) throws {
    let found = try DamageRuleTests.ledger(text)
    #expect(found == [place])
  }

  @Test(
    "sound texts have no entry",
    arguments: [
      "The bus u2 goes to u20145 Street, and u25 is a number.",
      "If a < b and c > d, then p>0.05 holds, and x -> y.",
      "The sign * stands for a note, ** for a second note.",
      "This is **bold** text and this is ***bolder*** text.",
      "****\nA line of stars parts the text.\n****",
      "带**的项目不在此列，标***的除外。",
      "各县,各市,各省要落实责任。",
      "Sums: 2 ** 3 ** 4 and a**b.",
      "它是**重点**内容，也是**要点**内容。",
      "AT&T and R&D; are names; see Q&A.",
      "他问：好吗？大家说：好！！！",
      "真的吗？！当然……还有——就是这样。",
      "是否同意：□是 □否",
      "日本の大学の学生は本日に東京へ行き、農村の住宅を見ました。",
      "片假名テ与平假名ぬ各取一字，ヌ、ム、ハ三字同形。",
      "偵查員偶然停下，偏偏健康做傳。",
      "Version 3.14 was published on 5.6.2020 at www.example.org.",
      "We met The Right Honourable lady and The Hague convention.",
      "The State and The People agreed that We is a word.",
      "Section p applies, and vitamin c is good; option b too.",
      "A y axis and an x axis, plan b and point c here.",
      "The days, the ways and the keys always stay.",
      "Achieving poverty reduction and realizing poverty alleviation goals.",
      "To realize poverty-free villages, we fight poverty.",
      "He took off his hat, and that is all.",
      "实现贫困人口全部脱贫，实现贫困县摘帽。",
      "We had had enough; that that is, is. It was very, very good.",
      "Access to markets, market access, access to credit.",
      "人民币壹佰万元整，壹仟元，壹拾元。壹基金捐款。",
      "除夕大年夜，2020年夜间施工，吃年夜饭，先生齿序。",
      "亳（bó）州市人民政府印发通知。",
      "The company's main goal is to make shoes.",
      "法律依据：《示例法》第三条。",
      "【通知】各单位：请认真落实。《示例》〔2020〕1号",
      "第一章　总则\n第一条　为了保障安全，制定本办法。",
      "The list: a, b, and c; see e.g. the U.S. plan, etc., or Co., Ltd.",
      "Yes. No. Agreed.",
      "He said: \"We go.\" She said: \"Stay.\"",
    ])
  func sound(text: String) throws {
    let found = try DamageRuleTests.ledger(text)
    #expect(found == [])
  }

  @Test("Markdown's own signs are no damage")
  func markdown() throws {
    let text = """
      # Title &amp; more

      Some **bold** words, a <br> break and *slanted* ones.

      > A quote with `code` and ***both***.

      ***
      """
    #expect(try DamageRuleTests.ledger(text, file: "file.md") == [])
    #expect(
      try DamageRuleTests.ledger("It improves public **** services here.\n", file: "a.md")
        == [Place("masked-characters", "****")])
  }
}
